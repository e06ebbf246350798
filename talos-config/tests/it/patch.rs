//! Applying patches.

use manifest::Source;
use talos_config::{Minor, Patch, patch};

const MINOR: Minor = Minor::V1_13;

fn load(text: &str, minor: Minor) -> Patch {
    let loaded = Patch::load(&Source::new("patch.yaml", text), minor);
    loaded.value.unwrap_or_else(|| panic!("{text}: {:?}", loaded.findings))
}

fn patched_at(minor: Minor, config: &str, patches: &[&str]) -> Result<String, String> {
    let patches: Vec<_> = patches.iter().map(|text| load(text, minor)).collect();
    patch::apply(&Source::new("config.yaml", config), &patches, minor).map_err(|error| error.to_string())
}

fn patched(config: &str, patches: &[&str]) -> String {
    patched_at(MINOR, config, patches).unwrap()
}

/// Whether the result holds a line, blanks aside.
fn holds(text: &str, line: &str) -> bool {
    text.lines().any(|one| one.trim().trim_start_matches("- ") == line)
}

fn count(text: &str, line: &str) -> usize {
    text.lines().filter(|one| one.trim().trim_start_matches("- ") == line).count()
}

#[test]
fn no_patches_give_the_text_back() {
    let text = "# comment\nmachine:   {type: worker}\n";
    assert_eq!(patched(text, &[]), text);
}

#[test]
fn lists_append_and_subnets_replace() {
    let config = "machine: {certSANs: [a]}\ncluster: {network: {podSubnets: [10.0.0.0/8]}}\n";
    let result =
        patched(config, &["machine: {certSANs: [a]}\ncluster: {network: {podSubnets: [10.1.0.0/16]}}\n"]);
    assert_eq!(count(&result, "a"), 2);
    assert!(holds(&result, "10.1.0.0/16") && !holds(&result, "10.0.0.0/8"));
}

#[test]
fn a_map_that_the_config_lacks_is_taken_over_once() {
    let patch = "machine: {registries: {mirrors: {docker.io: {endpoints: [https://mirror.example]}}}}\n";
    let result = patched("machine: {type: worker}\n", &[patch]);
    assert_eq!(count(&result, "https://mirror.example"), 1, "{result}");
}

#[test]
fn interfaces_merge_by_name_then_by_selector() {
    let config = "machine: {network: {interfaces: [{interface: eth0, dhcp: true}, {deviceSelector: {driver: virtio}, mtu: 1}]}}";
    let patch = "machine: {network: {interfaces: [{interface: eth0, mtu: 9000}, {deviceSelector: {driver: virtio}, mtu: 2}, {interface: eth1}]}}";
    let result = patched(config, &[patch]);
    assert_eq!((count(&result, "interface: eth0"), count(&result, "driver: virtio")), (1, 1));
    assert!(holds(&result, "mtu: 9000") && holds(&result, "mtu: 2") && holds(&result, "interface: eth1"));
}

#[test]
fn a_selector_that_says_physical_never_matches() {
    let config = "machine: {network: {interfaces: [{deviceSelector: {physical: true}, mtu: 1}]}}";
    let result =
        patched(config, &["machine: {network: {interfaces: [{deviceSelector: {physical: true}, mtu: 2}]}}"]);
    assert_eq!(count(&result, "physical: true"), 2);
}

#[test]
fn a_certificate_without_its_key_clears_the_key() {
    let result = patched("machine: {ca: {crt: YQ==, key: Yg==}}", &["machine: {ca: {crt: Yw==}}"]);
    assert!(holds(&result, "crt: Yw==") && holds(&result, "key: \"\""));
}

#[test]
fn a_size_or_expression_that_a_patch_leaves_out_is_lost() {
    let config = "apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nprovisioning: {diskSelector: {match: 'true'}, minSize: 1GiB}\n";
    let result = patched(
        config,
        &["apiVersion: v1alpha1\nkind: UserVolumeConfig\nname: data\nprovisioning: {grow: true}\n"],
    );
    assert!(holds(&result, "grow: true") && !result.contains("1GiB") && !result.contains("match"));
}

#[test]
fn the_first_word_of_an_enumeration_cannot_override() {
    let config = "apiVersion: v1alpha1\nkind: NetworkDefaultActionConfig\ningress: block\n";
    let result =
        patched(config, &["apiVersion: v1alpha1\nkind: NetworkDefaultActionConfig\ningress: accept\n"]);
    assert!(holds(&result, "ingress: block"));
}

#[test]
fn zero_behind_a_pointer_counts_since_1_12() {
    let config = "machine: {network: {kubespan: {mtu: 1400}}}";
    let patch = "machine: {network: {kubespan: {mtu: 0}}}";
    assert!(holds(&patched_at(Minor::V1_11, config, &[patch]).unwrap(), "mtu: 1400"));
    assert!(holds(&patched_at(Minor::V1_12, config, &[patch]).unwrap(), "mtu: 0"));
}

#[test]
fn free_mappings_merge_by_type() {
    let config = "machine: {kubelet: {extraConfig: {a: 1, l: [x], m: {k: v}}}}";
    let result = patched(config, &["machine: {kubelet: {extraConfig: {a: 2, l: [z], m: {o: w}}}}"]);
    for line in ["a: 2", "x", "z", "k: v", "o: w"] {
        assert!(holds(&result, line), "{line} in\n{result}");
    }
    let error = patched_at(MINOR, config, &["machine: {kubelet: {extraConfig: {a: text}}}"]).unwrap_err();
    assert!(error.contains("merge type mismatch left int right string"), "{error}");
}

#[test]
fn deleting_takes_keys_items_and_documents() {
    let config = "machine: {sysctls: {a: b, c: d}, network: {interfaces: [{interface: eth0}, {interface: eth1}]}}\n---\napiVersion: v1alpha1\nkind: ZswapConfig\n";
    let result = patched(
        config,
        &[
            "machine: {sysctls: {a: {$patch: delete}}, network: {interfaces: [{interface: eth0, $patch: delete}]}}",
            "apiVersion: v1alpha1\nkind: ZswapConfig\n$patch: delete\n",
        ],
    );
    assert!(!result.contains("eth0") && result.contains("eth1") && holds(&result, "c: d"));
    assert!(!holds(&result, "a: b") && !result.contains("ZswapConfig"));
}

#[test]
fn deleting_what_is_not_there_is_an_error_with_its_path() {
    let error =
        patched_at(MINOR, "machine: {sysctls: {a: b}}", &["machine: {sysctls: {x: {$patch: delete}}}"]);
    let text = "patch delete: path 'machine.sysctls.x' in document '/v1alpha1': failed to delete path 'machine.sysctls.x': lookup failed";
    assert_eq!(error.unwrap_err(), text);
}

#[test]
fn delete_and_add_again_in_one_patch_puts_the_item_at_the_end() {
    let config = "machine: {network: {interfaces: [{interface: a, mtu: 1}, {interface: b}]}}";
    let result = patched(
        config,
        &["machine: {network: {interfaces: [{interface: a, $patch: delete}, {interface: a, dhcp: true}]}}"],
    );
    assert!(result.find("interface: b") < result.find("interface: a") && !holds(&result, "mtu: 1"));
}

#[test]
fn json_operations_work_on_a_single_document() {
    let result = patched(
        "machine: {type: worker, certSANs: [a]}",
        &[r#"[{"op": "add", "path": "/machine/certSANs/-", "value": "b"}]"#],
    );
    assert_eq!(result, "machine:\n  certSANs:\n  - a\n  - b\n  type: worker\n");
    let two = "debug: true\n---\napiVersion: v1alpha1\nkind: ZswapConfig\n";
    let error = patched_at(MINOR, two, &["- {op: remove, path: /debug}"]).unwrap_err();
    assert_eq!(error, "JSON6902 patches are not supported for multi-document machine configuration");
}

#[test]
fn a_text_is_a_json_patch_only_if_it_is_a_list_of_operations() {
    assert!(load("- {op: remove, path: /a}", MINOR).is_json());
    assert!(load("", MINOR).is_json());
    assert!(!load("{\"machine\": {\"type\": \"worker\"}}", MINOR).is_json());
    assert!(Patch::load(&Source::new("patch.yaml", "machine: {typ: worker}"), MINOR).value.is_none());
}

#[test]
fn a_patch_without_content_changes_nothing_but_the_form() {
    let config = "machine: {type: worker, sysctls: {a: b}}\ncluster: {clusterName: c}\n";
    let canonical = patched(config, &["debug: null\nversion: v1alpha1\n"]);
    assert_eq!(
        patched(&canonical, &["debug: null\nversion: v1alpha1\n"])
            .replace("version: v1alpha1", "version: \"\""),
        canonical.replace("version: v1alpha1", "version: \"\"")
    );
}

#[test]
fn debug_shows_no_content() {
    assert!(!format!("{:?}", load("machine: {token: hidden}", MINOR)).contains("hidden"));
}

#[test]
fn what_has_no_effect_in_items_of_lists_is_told_at_its_place() {
    let config = "\
machine:
  network:
    interfaces:
      - {interface: eth0, mtu: 1500}
      - deviceSelector: {driver: virtio}
        mtu: 9000
        vlans: [{vlanId: 5, mtu: 1400}, {vlanId: 6, mtu: 1400}]
";
    let patch = "\
machine:
  network:
    interfaces:
      - {interface: eth1, mtu: 0}
      - deviceSelector: {driver: virtio}
        mtu: 0
        vlans: [{vlanId: 6, mtu: 0}, {vlanId: 5, mtu: 1300}]
      - {interface: eth0, mtu: 1500}
";
    let source = Source::new("patch.yaml", patch);
    let loaded = Patch::load(&source, MINOR).value.unwrap();
    let findings = patch::diagnose(&Source::new("config.yaml", config), &[loaded], MINOR);
    let at = |finding: &manifest::Finding| {
        let position = source.position(finding.place.span.unwrap().start);
        format!("{position} {} {}", finding.rule.code, finding.place.path)
    };
    assert_eq!(
        findings.iter().map(at).collect::<Vec<_>>(),
        [
            "7:34 TAL0110 machine.network.interfaces[1].vlans[0].mtu",
            "6:14 TAL0110 machine.network.interfaces[1].mtu",
        ]
    );
}

/// Without its `apiVersion` a document is no more than a name, and those Talos passes over.
#[test]
fn a_document_that_says_only_what_it_is_has_no_effect() {
    let source = Source::new("patch.yaml", "machine: {type: worker}\n---\nkind: LinkConfig\nname: eth0\n");
    for minor in Minor::ALL {
        let patch = Patch::load(&source, minor).value.unwrap();
        let findings = patch::diagnose(&Source::new("config.yaml", "machine: {}"), &[patch], minor);
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.rule.code, "TAL0110");
        assert_eq!(source.position(finding.place.span.unwrap().start).to_string(), "3:1");
    }
    let nothing = patched("machine: {type: worker}\n", &["kind:\n---\nmachine: {type: controlplane}\n"]);
    assert!(holds(&nothing, "type: controlplane"));
}
