//! The documents of a template: written as omnictl exports them, and read back.

use manifest::Source;
use manifest::yaml::{self, Decoded, GoYaml, Layout, Reading};
use omni_client::template::{
    Cluster, ControlPlane, Document, GoDuration, Inline, Machine, MachineClass, Patch, Size, Workers,
};
use serde::de::DeserializeOwned;

fn decode<T: DeserializeOwned>(text: &str) -> Decoded<T> {
    let documents = yaml::parse(&Source::new("template.yaml", text)).unwrap();
    documents[0].decode(Reading::Go(GoYaml::V4Rc6))
}

fn read<T: DeserializeOwned>(text: &str) -> T {
    let decoded = decode(text);
    assert_eq!(decoded.findings, []);
    decoded.value.unwrap()
}

#[test]
fn writes_keys_in_the_order_of_an_export() {
    let cluster = Cluster {
        system_extensions: Some(vec!["siderolabs/iscsi-tools".into()]),
        patches: vec![Patch::with_id("200-a", "machine: {}\n").named("a"), Patch::of_file("patches/b.yaml")],
        ..Cluster::new("prod", "v1.34.1", "v1.11.2")
    };
    let machines = vec!["11111111-1111-4111-8111-111111111111".into()];
    let documents = [
        Document::Cluster(cluster),
        Document::ControlPlane(ControlPlane { machines, ..ControlPlane::default() }),
        Document::Workers(Workers {
            name: "gpu".into(),
            machine_class: Some(MachineClass { name: "big".into(), size: Size::Unlimited }),
            ..Workers::default()
        }),
        Document::Machine(Machine {
            locked: true,
            kernel_args: Some(Vec::new()),
            ..Machine::new("11111111-1111-4111-8111-111111111111")
        }),
    ];
    assert_eq!(
        yaml::to_stream(&documents, &Layout::default()).unwrap(),
        "\
kind: Cluster
systemExtensions:
  - siderolabs/iscsi-tools
name: prod
kubernetes:
  version: v1.34.1
talos:
  version: v1.11.2
patches:
  - name: a
    idOverride: 200-a
    inline: |
      machine: {}
  - file: patches/b.yaml
---
kind: ControlPlane
machines:
  - 11111111-1111-4111-8111-111111111111
---
kind: Workers
name: gpu
machineClass:
  name: big
  size: Unlimited
---
kind: Machine
name: 11111111-1111-4111-8111-111111111111
locked: true
kernelArgs: []
"
    );
}

#[test]
fn tells_an_absent_list_from_an_empty_one() {
    let of = |text: &str| read::<Machine>(&format!("kind: Machine\nname: a\n{text}")).system_extensions;
    assert_eq!(of(""), None);
    assert_eq!(of("systemExtensions:\n"), None);
    assert_eq!(of("systemExtensions: []\n"), Some(vec![]));
    assert_eq!(of("systemExtensions: [a]\n"), Some(vec!["a".into()]));
}

#[test]
fn reads_the_three_forms_of_inline_texts() {
    let of = |text: &str| read::<Patch>(&format!("name: a\ninline: {text}\n")).inline;
    assert_eq!(of("'machine: {}'"), Some(Inline::Text("machine: {}".into())));
    assert!(matches!(of("{machine: {}}"), Some(Inline::Document(_))));
    assert!(matches!(of("[{machine: {}}, {cluster: {}}]"), Some(Inline::Documents(list)) if list.len() == 2));
    assert_eq!(of("null"), None);
    let number = decode::<Patch>("inline: 5\n");
    assert!(number.findings[0].message.contains("expected a text, a mapping or a list of mappings"));
}

#[test]
fn reads_sizes_as_omnictl_does() {
    for (text, size) in [
        ("3", Some(Size::Count(3))),
        ("\"3\"", Some(Size::Count(3))),
        ("unlimited", Some(Size::Unlimited)),
        ("Unlimited", Some(Size::Unlimited)),
        ("∞", Some(Size::Unlimited)),
        ("infinity", Some(Size::Unlimited)),
        ("Static", Some(Size::Count(0))),
        ("", Some(Size::Count(0))),
        ("0x10", None),
        ("3.5", None),
        ("-1", None),
        ("4294967296", None),
    ] {
        let decoded = decode::<MachineClass>(&format!("name: a\nsize: {text}\n"));
        assert_eq!(decoded.findings.is_empty().then(|| decoded.value.unwrap().size), size, "{text}");
    }
    let refused = decode::<MachineClass>("size: 3.5\n").findings.remove(0);
    let message = "invalid machine count 3.5: strconv.ParseUint: parsing \"3.5\": invalid syntax";
    assert!(refused.message.ends_with(message), "{}", refused.message);
}

#[test]
fn refuses_unknown_keys_and_other_kinds() {
    let decoded = decode::<Cluster>("kind: Cluster\nnaem: a\n");
    assert_eq!(decoded.findings[0].help.as_deref(), Some("did you mean `name`?"));
    assert_eq!(decode::<Cluster>("kind: Machine\n").findings.len(), 1);
}

#[test]
fn reads_and_writes_lengths_of_time_as_go_does() {
    for (text, nanoseconds, written) in [
        ("0", 0, "0s"),
        ("1h", 3_600_000_000_000, "1h0m0s"),
        ("90m", 5_400_000_000_000, "1h30m0s"),
        ("1.5s", 1_500_000_000, "1.5s"),
        ("-.5ms", -500_000, "-500µs"),
        ("1h2m3s4ms5us6ns", 3_723_004_005_006, "1h2m3.004005006s"),
        ("+2µs", 2_000, "2µs"),
        ("2μs", 2_000, "2µs"),
        ("9223372036854775807ns", i64::MAX, "2562047h47m16.854775807s"),
        ("-9223372036854775808ns", i64::MIN, "-2562047h47m16.854775808s"),
        ("0.100000000000000000000h", 360_000_000_000, "6m0s"),
    ] {
        let duration: GoDuration = text.parse().unwrap();
        assert_eq!(duration.nanoseconds(), nanoseconds, "{text}");
        assert_eq!(duration.to_string(), written, "{text}");
        assert_eq!(written.parse::<GoDuration>().unwrap(), duration, "{text}");
    }
    for (text, error) in [
        ("", "time: invalid duration \"\""),
        ("-", "time: invalid duration \"-\""),
        ("3", "time: missing unit in duration \"3\""),
        ("3d", "time: unknown unit \"d\" in duration \"3d\""),
        (".s", "time: invalid duration \".s\""),
        ("s", "time: invalid duration \"s\""),
        ("1 h", "time: unknown unit \" h\" in duration \"1 h\""),
        ("9223372036854775808ns", "time: invalid duration \"9223372036854775808ns\""),
        ("3000000h", "time: invalid duration \"3000000h\""),
    ] {
        assert_eq!(text.parse::<GoDuration>().unwrap_err().to_string(), error);
    }
}

#[test]
fn wants_a_unit_with_every_length_of_time() {
    let text = "kind: Cluster\nfeatures: {backupConfiguration: {interval: 3600}}\n";
    assert_eq!(decode::<Cluster>(text).findings.len(), 1);
    let text = "kind: Cluster\nfeatures: {backupConfiguration: {interval: 1h}}\n";
    assert_eq!(read::<Cluster>(text).features.backup_configuration.interval.to_string(), "1h0m0s");
}
