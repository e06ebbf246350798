//! Reading: metadata by source text, specs by type, and what Omni passes over in silence.

use manifest::Source;
use manifest::yaml::{self, Decoded};
use omni_client::resource::{self, AnyResource, Phase, Version};

fn read(text: &str) -> Decoded<AnyResource> {
    let documents = yaml::parse(&Source::new("resource.yaml", text)).unwrap();
    assert_eq!(documents.len(), 1);
    resource::read(&documents[0])
}

fn findings(text: &str) -> Vec<String> {
    let found = read(text).findings.into_iter().map(|finding| {
        let place = finding.place.span.map(|span| Source::new("", text).position(span.start)).unwrap();
        let help = finding.help.map(|help| format!(" ({help})")).unwrap_or_default();
        format!("{place} {} {}{help}", finding.rule.code, finding.message)
    });
    found.collect()
}

#[test]
fn reads_what_omnictl_prints() {
    let decoded = read(
        "\
metadata:
    namespace: default
    type: ConfigPatches.omni.sidero.dev
    id: 500-example
    version: 3
    owner:
    phase: tearingDown
    created: 2026-08-07T10:00:00Z
    updated: 2026-08-08T10:00:00Z
    labels:
        omni.sidero.dev/cluster: prod
    annotations:
        name: example
    finalizers:
        - SomeController
spec:
    data: |
        machine: {}
    compresseddata: []
",
    );
    assert_eq!(decoded.findings, []);
    let Some(AnyResource::ConfigPatch(patch)) = decoded.value else { panic!("another type") };
    assert_eq!(patch.spec.data, "machine: {}\n");
    assert_eq!(patch.metadata.version, Version::Number(3));
    assert_eq!(patch.metadata.phase, Phase::TearingDown);
    assert_eq!(patch.metadata.owner, "");
    assert_eq!(patch.metadata.created.as_deref(), Some("2026-08-07T10:00:00Z"));
    assert_eq!(patch.metadata.finalizers, ["SomeController"]);
    assert_eq!(patch.metadata.to_string(), "ConfigPatches.omni.sidero.dev(default/500-example)");
}

#[test]
fn takes_label_values_for_the_text_that_stands_there() {
    let decoded = read(
        "\
metadata:
  namespace: default
  type: MachineLabels.omni.sidero.dev
  id: 03ff0210-04e0-05b0-ab06-300700080009
  labels: {a: 1.10, b: true, c: null, d: ~, e: 0x10, f: \"1\", g: , h: 2026-08-07}
spec: {}
",
    );
    assert_eq!(decoded.findings, []);
    let resource = decoded.value.unwrap();
    let labels: Vec<_> = resource.metadata().labels.values().map(String::as_str).collect();
    assert_eq!(labels, ["1.10", "true", "null", "~", "0x10", "1", "", "2026-08-07"]);
}

#[test]
fn takes_bare_numbers_in_specs_for_texts() {
    let decoded = read(
        "\
metadata: {namespace: default, type: Clusters.omni.sidero.dev, id: prod}
spec: {kubernetesversion: 1.35, talosversion: 1.10}
",
    );
    assert_eq!(decoded.findings, []);
    let Some(AnyResource::Cluster(cluster)) = decoded.value else { panic!("another type") };
    assert_eq!(cluster.spec.talos_version, "1.10");
    assert_eq!(cluster.spec.features, None);
}

#[test]
fn keeps_specs_of_types_that_it_does_not_know() {
    let decoded = read(
        "\
metadata: {namespace: default, type: Novelties.omni.sidero.dev, id: one}
spec: {colour: [red, 2]}
",
    );
    assert_eq!(decoded.findings, []);
    let Some(AnyResource::Other(other)) = decoded.value else { panic!("a known type") };
    assert_eq!(other.spec.get("colour").and_then(|c| c.as_sequence()).map(<[_]>::len), Some(2));
}

#[test]
fn says_everything_that_is_wrong_at_once() {
    let text = "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-example
  version: three
  phase: stopped
  lables:
    omni.sidero.dev/cluster: prod
  annotations: {name: [a]}
spec:
  dat: |
    machine: {}
extra: 1
";
    assert_eq!(
        findings(text),
        [
            "5:12 YML0006 the version `three` is neither `undefined` nor a whole number",
            "6:10 YML0006 unknown phase `stopped`: the phases are `running` and `tearingDown`",
            "7:3 YML0003 the key `lables` is not known in `metadata`; Omni passes over it (did you mean `labels`?)",
            "9:24 YML0004 `metadata.annotations.name`: expected a text \
         (`omnictl apply` refuses the whole document)",
            "11:3 YML0003 the key `dat` is not known in `spec` (did you mean `data`?)",
            "13:1 OMN0001 the key `extra` is not allowed: a resource has `metadata` and `spec` only \
         (remove it; `omnictl apply` refuses the whole document)",
        ]
    );
}

/// A key that is there says something, and nothing is no mapping, no phase and no time.
#[test]
fn refuses_metadata_that_omnictl_refuses() {
    let text = "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 500-example
  version:
  phase:
  owner: {}
  created: 2026-08-07
  updated: 2026-08-07T10:00:00Z
  labels:
  finalizers: [a, [b]]
spec: {}
";
    let refused = "(`omnictl apply` refuses the whole document)";
    assert_eq!(
        findings(text),
        [
            "5:11 YML0006 the version `` is neither `undefined` nor a whole number".to_owned(),
            "6:9 YML0006 unknown phase ``: the phases are `running` and `tearingDown`".to_owned(),
            format!("7:10 YML0004 `metadata.owner`: expected a text {refused}"),
            "8:12 YML0006 `2026-08-07` is no time, which is written as `2026-08-07T10:00:00Z` (remove it: the \
             server sets the times)"
                .to_owned(),
            format!("10:10 YML0004 `metadata.labels`: expected a mapping {refused}"),
            format!("11:20 YML0004 `metadata.finalizers[1]`: expected a text {refused}"),
        ]
    );
}

#[test]
fn wants_an_identity_and_a_spec() {
    assert_eq!(
        findings("metadata:\n  type: KernelArgs.omni.sidero.dev\nspec:\n"),
        [
            "1:1 YML0005 `metadata.namespace` is missing; neither omnictl nor the server fills it in \
         (add `namespace: default`, where users' resources live)",
            "1:1 YML0005 `metadata.id` is missing; neither omnictl nor the server fills it in (add an id)",
            "3:6 OMN0001 `spec` must be a mapping (write `spec: {}` for a spec without fields)",
        ]
    );
    assert_eq!(findings("[a]"), ["1:2 OMN0001 a resource is a mapping of `metadata` and `spec`"]);
}

#[test]
fn the_id_of_a_join_token_is_not_shown() {
    let text = "metadata: {namespace: default, type: JoinTokens.omni.sidero.dev, id: w7uVuW3zbVKIYQ}\nspec: {name: a}\n";
    let resource = read(text).value.unwrap();
    for shown in [format!("{resource:?}"), resource.metadata().to_string()] {
        assert!(!shown.contains("w7uV") && shown.contains("******"), "{shown}");
    }
    assert_eq!(resource.metadata().id, "w7uVuW3zbVKIYQ");
    for (resource_type, spec) in [
        ("DefaultJoinTokens", "tokenid: w7uVuW3zbVKIYQ"),
        ("InstallationMediaConfigs", "jointoken: w7uVuW3zbVKIYQ"),
    ] {
        let text = format!(
            "metadata: {{namespace: default, type: {resource_type}.omni.sidero.dev, id: default}}\nspec: {{{spec}}}\n"
        );
        let resource = read(&text).value.unwrap();
        assert!(!format!("{resource:?}").contains("w7uV"), "{resource:?}");
        assert!(resource::print(&resource, 2).unwrap().contains(spec));
    }
}
