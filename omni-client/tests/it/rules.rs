//! The catalogue: every rule keeps its word.

use manifest::{Finding, Source};
use omni_client::template::NoFiles;
use omni_client::{OmniVersion, check, rules};

pub(crate) fn findings(text: &str) -> Vec<Finding> {
    check(&Source::new("example.yaml", text), &NoFiles, OmniVersion::LATEST)
}

#[test]
fn rules_are_in_the_order_of_their_codes_and_have_names_of_their_own() {
    let codes: Vec<_> = rules::RULES.iter().map(|rule| rule.code).collect();
    assert!(codes.is_sorted_by(|one, two| one < two), "{codes:?}");
    let mut names: Vec<_> = rules::RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, two| one < two), "{names:?}");
    for rule in rules::RULES {
        assert!(rule.code.len() == 7 && rule.code.starts_with("OMN"), "{}", rule.code);
        let texts = [rule.checks, rule.why, rule.bad, rule.good, rule.source];
        assert!(texts.iter().all(|text| !text.is_empty()), "{}", rule.code);
    }
}

#[test]
fn every_bad_example_breaks_its_rule_and_no_other() {
    for rule in rules::RULES {
        let found = findings(rule.bad);
        let codes: Vec<_> = found.iter().map(|finding| finding.rule.code).collect();
        assert!(!codes.is_empty(), "{} {}: nothing is found", rule.code, rule.name);
        assert!(codes.iter().all(|code| *code == rule.code), "{}: {found:#?}", rule.code);
        assert!(found.iter().all(|finding| finding.place.span.is_some()), "{}: no place", rule.code);
    }
}

#[test]
fn every_good_example_breaks_nothing() {
    for rule in rules::RULES {
        assert_eq!(findings(rule.good), [], "{} {}", rule.code, rule.name);
    }
}

#[test]
fn places_inside_of_a_patch_are_those_of_the_file() {
    let text = "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    # nothing to see here

    machine:
      install: {wipe: true}
    ---
    machine:
      token: abc
";
    let found = findings(text);
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(finding.message, "overriding \"machine.token\" is not allowed in the config patch");
    let span = finding.place.span.unwrap();
    let source = Source::new("", text);
    assert_eq!((source.position(span.start).to_string().as_str(), source.slice(span)), ("14:7", "token"));
    assert_eq!(finding.place.path.to_string(), "spec.data.machine.token");
}

#[test]
fn looks_at_the_first_document_only_before_omni_1_10() {
    let text = "\
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: a, labels: {omni.sidero.dev/cluster: frank}}
spec:
  data: |
    apiVersion: v1alpha1
    kind: KubeClusterConfig
    ---
    machine: {token: abc}
";
    let found = |omni| check(&Source::new("", text), &NoFiles, omni).len();
    assert_eq!((found(OmniVersion::new(1, 9)), found(OmniVersion::LATEST)), (0, 2));
}

#[test]
fn takes_files_of_several_resources_and_templates_apart() {
    let resources = format!("{}---\n{}", rules::PATCH_FORBIDDEN_FIELD.bad, rules::KERNEL_ARGS.bad);
    let codes: Vec<_> = findings(&resources).iter().map(|finding| finding.rule.code).collect();
    assert_eq!(codes, ["OMN0201", "OMN0306"]);
    assert_eq!(findings("spec: {}\n")[0].rule.code, "OMN0001");
    assert_eq!(findings("a: [")[0].rule.code, "YML0001");
}

proptest::proptest! {
    /// Whatever stands in a file, checking it comes to an end, and every place lies in the file.
    #[test]
    fn no_text_is_too_strange(
        parts in proptest::collection::vec(proptest::sample::select(vec![
            "kind: ", "Cluster", "ControlPlane", "Workers", "Machine", "\n", "\n---\n", "  ", "metadata:", "spec:",
            "type: ", "ConfigPatches.omni.sidero.dev", "MachineSets.omni.sidero.dev", "namespace: default", "id: a",
            "labels: ", "{", "}", "[", "]", "data: |", "machine:", "token:", "patches:", "- ", "inline:", "name: ",
            "omni.sidero.dev/cluster: ", "null", "~", "&a ", "*a", "\"", "'", ": ", ", ", "\u{e4}", "machineClass:",
        ]), 0..40),
    ) {
        let text = parts.concat();
        for finding in findings(&text) {
            let span = finding.place.span.unwrap_or_default();
            proptest::prop_assert!(span.end <= text.len(), "{finding:?}");
        }
    }
}
