//! Loading and writing configurations.

use manifest::Source;
use talos_config::{Configuration, Minor};

fn messages(text: &str, minor: Minor) -> Vec<String> {
    let loaded = Configuration::load(&Source::new("config.yaml", text), minor);
    assert_eq!(loaded.value.is_some(), loaded.findings.is_empty());
    loaded.findings.into_iter().map(|finding| finding.message).collect()
}

fn encoded(text: &str, minor: Minor) -> String {
    let loaded = Configuration::load(&Source::new("config.yaml", text), minor);
    loaded.value.unwrap_or_else(|| panic!("{:?}", loaded.findings)).encode().unwrap()
}

#[test]
fn an_almost_empty_configuration_is_written_with_all_that_talos_never_leaves_out() {
    let text =
        "version: \"\"\nmachine:\n    type: worker\n    token: \"\"\n    certSANs: []\ncluster: null\n";
    assert_eq!(encoded("machine: {type: worker}", Minor::V1_13), text);
}

#[test]
fn the_oldest_document_comes_first() {
    let text = "apiVersion: v1alpha1\nkind: ZswapConfig\n---\ndebug: true\n";
    let written = "version: \"\"\ndebug: true\nmachine: null\ncluster: null\n---\napiVersion: v1alpha1\nkind: ZswapConfig\n";
    assert_eq!(encoded(text, Minor::V1_13), written);
}

#[test]
fn keys_that_are_no_texts_are_written_as_what_they_are_below_the_top_of_a_free_mapping() {
    let written = |keys: &str, minor: Minor| {
        let text = format!("machine: {{kubelet: {{extraConfig: {{1: {{{keys}}}}}}}}}");
        let written = encoded(&text, minor);
        let (_, rest) = written.split_once("        extraConfig:\n            \"1\":\n").unwrap();
        let lines = rest.lines().take_while(|line| line.starts_with("                "));
        lines.map(str::trim).collect::<Vec<_>>().join(", ")
    };
    for (keys, expected) in [
        ("b: x, '2': x, 1: x", "1: x, \"2\": x, b: x"),
        ("10: x, 9: x, 0x10: x, 1.5: x", "1.5: x, 9: x, 10: x, 16: x"),
        (
            "2001-06-02: x, b: x, 0: x, true: x, false: x",
            "false: x, 0: x, true: x, b: x, 2001-06-02T00:00:00Z: x",
        ),
        ("? : x, ~: {2001-06-02: b}, b: x", "null:, 2001-06-02T00:00:00Z: b, b: x"),
        ("1: x, 0x1: z", "1: z"),
        ("!!str 1: x, 2: x", "2: x, \"1\": x"),
        ("<<: {1: x}, b: x", "\"1\": x, b: x"),
        ("<<: {1: x}, 2: x", "1: x, 2: x"),
    ] {
        assert_eq!(written(keys, Minor::V1_13), expected, "{keys}");
    }
    assert_eq!(written("0b-1: x, 1: x", Minor::V1_11), "-1: x, 1: x");
    assert_eq!(written("0b-1: x, 1: x", Minor::V1_12), "1: x, 0b-1: x");
}

#[test]
fn modes_are_octal_and_durations_are_gos() {
    let text =
        "machine:\n  time: {bootTimeout: 90s}\n  files:\n    - {permissions: 0644, path: /a, content: b}\n";
    let written = encoded(text, Minor::V1_13);
    assert!(written.contains("          permissions: 0o644\n"), "{written}");
    assert!(written.contains("        bootTimeout: 1m30s\n"), "{written}");
}

#[test]
fn a_mode_does_not_meddle_with_a_text_that_looks_like_its_stand_in() {
    let stand_in = i64::MIN + 1;
    let text = format!("machine: {{files: [{{permissions: 0o600, path: /a, content: '{stand_in}'}}]}}");
    let written = encoded(&text, Minor::V1_13);
    assert!(written.contains(&format!("content: \"{stand_in}\"")) && written.contains("permissions: 0o600"));
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_its_place() {
    let text =
        "machine:\n  typ: worker\n  network: {interfaces: [{mtu: big}]}\n---\nkind: LinkConfig\n---\n- a\n";
    let loaded = Configuration::load(&Source::new("config.yaml", text), Minor::V1_13);
    let shown: Vec<_> = loaded
        .findings
        .iter()
        .map(|finding| (finding.rule.name, finding.place.path.to_string(), finding.help.clone()))
        .collect();
    let hint = Some("did you mean `type`?".to_owned());
    assert_eq!(
        shown,
        [
            ("unknown-key", "machine.typ".to_owned(), hint),
            ("wrong-type", "machine.network.interfaces[0].mtu".to_owned(), None),
            ("api-version-missing", "kind".to_owned(), None),
            ("document-not-a-mapping", String::new(), None),
        ]
    );
}

#[test]
fn a_field_or_kind_of_a_later_talos_says_since_when() {
    let text = "machine: {install: {grubUseUKICmdline: true}}\n";
    assert_eq!(
        messages(text, Minor::V1_11),
        ["`grubUseUKICmdline` is not known to Talos 1.11; it came with 1.12"]
    );
    assert!(messages(text, Minor::V1_12).is_empty());
    let text = "apiVersion: v1alpha1\nkind: VRFConfig\nname: v\n";
    assert_eq!(messages(text, Minor::V1_12), ["`VRFConfig` is not known to Talos 1.12; it came with 1.13"]);
    assert!(messages(text, Minor::V1_13).is_empty());
}

#[test]
fn documents_that_say_nothing_are_passed_over_since_1_12() {
    let text = "debug: true\n---\nnull\n";
    assert!(messages(text, Minor::V1_12).is_empty());
    assert_eq!(messages(text, Minor::V1_11).len(), 1);
}

#[test]
fn a_top_level_value_named_kind_is_taken_for_the_key_as_talos_does() {
    let text = "apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: kind\nurl: tcp://10.0.0.1:1\n";
    assert_eq!(messages(text, Minor::V1_13), ["\"url\" \"v1alpha1\": not registered"]);
}

#[test]
fn one_link_has_one_document() {
    let text = "apiVersion: v1alpha1\nkind: LinkConfig\nname: a\n---\napiVersion: v1alpha1\nkind: BridgeConfig\nname: a\n";
    assert_eq!(messages(text, Minor::V1_13), ["conflicting documents: LinkConfig/a and BridgeConfig/a"]);
}

#[test]
fn debug_shows_no_content() {
    let text = "machine: {token: abcdef.0123456789abcdef}";
    let loaded = Configuration::load(&Source::new("config.yaml", text), Minor::V1_13);
    assert!(!format!("{loaded:?}").contains("abcdef"));
}

#[test]
fn aliases_of_aliases_are_refused_in_bounded_time() {
    let list = |name: &str, of: &str| format!("{name}: &{name} [{}]\n", vec![of; 60].join(", "));
    let mut text = String::from("machine:\n  pods:\n    - a: &a [x]\n      ");
    for (name, of) in [("b", "*a"), ("c", "*b"), ("d", "*c"), ("e", "*d"), ("f", "*e")] {
        text.push_str(&list(name, of));
        text.push_str("      ");
    }
    assert!(!messages(&text, Minor::V1_13).is_empty());
}

#[test]
fn written_configurations_are_read_back_as_the_same() {
    let text = "machine:\n  type: controlplane\n  ca: {crt: YQ==, key: YQ==}\n  kubelet:\n    extraArgs: {v: '2', a: [x, 'yes']}\n  sysctls: {a10: 1, a2: 'no', a.b: ~}\ncluster:\n  controlPlane: {endpoint: 'HTTPS://10.5.0.1:6443'}\n";
    let once = encoded(text, Minor::V1_13);
    assert_eq!(encoded(&once, Minor::V1_13), once);
}
