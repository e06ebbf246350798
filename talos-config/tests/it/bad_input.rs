//! Input that is meant to break a reader: one clear refusal, at a place, and an end.

use manifest::{Finding, Source};
use talos_config::patch::{self, PatchError};
use talos_config::validate::{Mode, validate_source};
use talos_config::{Configuration, Minor, Patch};

const MINOR: Minor = Minor::V1_13;

/// What is said about a text, however it is read.
fn refusals(text: String) -> [Vec<Finding>; 3] {
    let source = Source::new("input.yaml", text);
    let configuration = Configuration::load(&source, MINOR);
    assert!(configuration.value.is_none());
    let patch = Patch::load(&source, MINOR);
    assert!(patch.value.is_none());
    [configuration.findings, patch.findings, validate_source(&source, MINOR, Mode::Metal)]
}

fn is_refused_once(text: String, words: &str) {
    for findings in refusals(text) {
        let [finding] = &*findings else { panic!("{} findings: {findings:.300?}", findings.len()) };
        assert!(finding.message.contains(words) && finding.message.len() < 2_100, "{}", finding.message);
        assert!(finding.place.span.is_some(), "{finding:?}");
    }
}

/// Ten levels of ten aliases each.
fn bomb(leaf: &str) -> String {
    let level = |level: usize| {
        let items = vec![format!("*l{}", level - 1); 10].join(", ");
        format!("    b{level}: &l{level} [{items}]\n")
    };
    let levels: String = (1..11).map(level).collect();
    format!("machine:\n  sysctls:\n    a: &l0 {leaf}\n{levels}")
}

#[test]
fn an_alias_bomb_is_refused_before_it_goes_off() {
    let free = bomb("[x]").replace("sysctls:", "kubelet:\n   extraConfig:").replace("\n    ", "\n     ");
    for findings in refusals(free) {
        assert!(findings.iter().any(|finding| finding.message.contains("alias")), "{findings:.300?}");
    }
    let operations = Patch::load(&Source::new("patch.yaml", "- {op: test, path: /a, value: 1}"), MINOR);
    let config = Source::new("config.yaml", bomb("[x]"));
    for apply in [
        patch::apply(&config, &[operations.value.clone().unwrap()], MINOR),
        patch::apply_with_origins(&config, &[operations.value.unwrap()], MINOR).map(|patched| patched.text),
    ] {
        let Err(PatchError::Json(message)) = apply else { panic!("{apply:.300?}") };
        assert!(message.contains("excessive aliasing"), "{message}");
    }
    // Without patches nothing is expanded.
    let patched = patch::apply_with_origins(&config, &[], MINOR).unwrap();
    assert!(patched.origins.leaves().len() < 200);
}

#[test]
fn ten_thousand_levels_are_refused() {
    for open in ["[", "{a: ", "- "] {
        is_refused_once(open.repeat(10_000), "nested deeper than 200 levels");
    }
}

#[test]
fn a_scalar_of_100_megabytes_is_not_repeated() {
    // Without optimization a tenth of it has to do.
    let megabytes = if cfg!(debug_assertions) { 10 } else { 100 };
    let huge = "a".repeat(megabytes << 20);
    is_refused_once(huge, "must be a mapping");
}

#[test]
fn large_scalars_in_any_place_make_short_messages() {
    let large = "a".repeat(1 << 20);
    for text in [
        format!("machine: {{{large}: 1}}\n"),
        format!("machine: {{network: {{kubespan: {{mtu: {large}}}}}}}\n"),
        format!("machine: {{time: {{bootTimeout: {large}}}}}\n"),
        format!("apiVersion: v1alpha1\nkind: {large}\n"),
        format!("apiVersion: v1alpha1\nkind: DHCPv4Config\nname: a\nclientIdentifier: {large}\n"),
    ] {
        for finding in refusals(text).into_iter().flatten() {
            assert!(finding.message.len() < 2_100, "{:.200}", finding.message);
        }
    }
}

#[test]
fn documents_of_other_tools_are_named() {
    let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
    is_refused_once(text.to_owned(), "\"ConfigMap\" \"v1\": not registered");
    is_refused_once("services: {web: {image: nginx}}\n".to_owned(), "missing kind");
    for (text, help) in [
        (text, "it looks like an object of Kubernetes"),
        (
            "apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers: []\n",
            "it looks like a kubeconfig",
        ),
        ("context: a\ncontexts: {}\n", "it looks like a talosconfig"),
        ("services: {web: {image: nginx}}\n", "it looks like a Compose file"),
        ("metadata: {type: a}\nspec: {}\n", "it looks like a resource of Omni"),
        ("apiVersion: v1\nkind: KubeletConfig\n", "write `apiVersion: v1alpha1`"),
        ("apiVersion: v1alpha1\nkind: KubeletConfigs\n", "did you mean `KubeletConfig`?"),
        ("hello: world\n", "begin with `machine:` or `cluster:`"),
    ] {
        let source = Source::new("input.yaml", text);
        let findings = Configuration::load(&source, Minor::V1_14).findings;
        let found = findings[0].help.as_deref().unwrap_or_default();
        assert!(found.starts_with(help), "{text}: {found}");
    }
}
