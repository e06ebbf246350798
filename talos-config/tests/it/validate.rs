//! Validation.

use manifest::{Severity, Source};
use talos_config::validate::{Mode, is_fatal, validate};
use talos_config::{Configuration, Minor};

const WORKER: &str = "\
machine:
  type: worker
  ca: {crt: YQ==}
  install: {disk: /dev/sda}
cluster:
  controlPlane: {endpoint: 'https://10.5.0.1:6443'}
";

fn messages(text: &str, mode: Mode, minor: Minor) -> Vec<String> {
    let loaded = Configuration::load(&Source::new("config.yaml", text), minor);
    let configuration = loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.findings));
    validate(&configuration, mode).into_iter().map(|finding| finding.message).collect()
}

#[test]
fn a_complete_worker_is_valid_on_every_minor() {
    for minor in Minor::ALL {
        assert_eq!(messages(WORKER, Mode::Metal, minor), Vec::<String>::new(), "{minor}");
    }
}

#[test]
fn a_container_needs_the_resolver_of_the_machine() {
    assert_eq!(messages(WORKER, Mode::Container, Minor::V1_13).len(), 2);
    assert!(messages(WORKER, Mode::Cloud, Minor::V1_13).is_empty());
}

#[test]
fn instructions_for_the_installation_are_optional_since_1_14() {
    let text = WORKER.replace("  install: {disk: /dev/sda}\n", "");
    let wanted = "install instructions are required in \"metal\" mode";
    assert_eq!(messages(&text, Mode::Metal, Minor::V1_13), [wanted]);
    assert!(messages(&text, Mode::Metal, Minor::V1_14).is_empty());
}

#[test]
fn a_selector_that_is_wrong_counts_as_none() {
    let text = WORKER.replace("{disk: /dev/sda}", "{diskSelector: {type: floppy}}");
    assert_eq!(
        messages(&text, Mode::Metal, Minor::V1_13),
        [
            "install disk selector is invalid: unsupported disk type \"floppy\"",
            "either install disk or diskSelector should be defined",
        ]
    );
}

#[test]
fn a_key_on_a_worker_is_told_from_all_sides() {
    let text = WORKER.replace("controlPlane:", "ca: {crt: YQ==, key: YQ==}\n  controlPlane:");
    assert_eq!(
        messages(&text, Mode::Metal, Minor::V1_13),
        [
            "cluster CA key is not allowed on non-controlplane nodes (.cluster.ca)",
            "issuing Kubernetes API CA key is not allowed on non-controlplane nodes (.cluster.ca)",
        ]
    );
}

#[test]
fn volume_names_depend_on_the_minor() {
    let text = "apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\n";
    assert_eq!(messages(text, Mode::Metal, Minor::V1_10).len(), 1);
    assert!(messages(text, Mode::Metal, Minor::V1_11).is_empty());
}

#[test]
fn strict_makes_warnings_of_the_oldest_document_fatal() {
    let text = WORKER.replace("  type: worker\n", "");
    let loaded = Configuration::load(&Source::new("config.yaml", text), Minor::V1_13);
    let findings = validate(&loaded.value.unwrap(), Mode::Metal);
    let [finding] = &*findings else { panic!("{findings:?}") };
    assert_eq!(finding.severity, Severity::Warning);
    assert!(is_fatal(finding, true) && !is_fatal(finding, false));
}

#[test]
fn no_message_shows_a_private_key() {
    let device = "  network: {interfaces: [{interface: wg0, wireguard: {privateKey: c2VjcmV0}}]}\n";
    let text = WORKER.replace("  install:", &format!("{device}  install:"));
    let messages = messages(&text, Mode::Metal, Minor::V1_13);
    assert_eq!(messages, ["private key is invalid: wrong key \"******\" length: 6"]);
}
