//! The catalogue: every rule keeps its word.

use manifest::{Finding, Source};
use omni_client::template::NoFiles;
use omni_client::{OmniVersion, check, rules};

fn findings(text: &str) -> Vec<Finding> {
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

/// Everything that is found in a resource of a type, with these labels and this spec, both in flow style.
fn in_resource(resource_type: &str, id: &str, labels: &str, spec: &str) -> Vec<String> {
    let text = format!(
        "metadata: {{namespace: default, type: {resource_type}.omni.sidero.dev, id: {id}, labels: {{{labels}}}}}\n\
         spec: {spec}\n"
    );
    findings(&text).into_iter().map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_refusal_of_the_server_is_found() {
    const FRANK: &str = "omni.sidero.dev/cluster: frank";
    const WORKER: &str = "omni.sidero.dev/cluster: frank, omni.sidero.dev/role-worker: ''";
    const MACHINE: &str = "ce4d0d52-6c10-bdc9-746c-88aedd67681b";
    let long = "x".repeat(300);
    let many = |count: usize| (0..count).map(|n| format!("a{n}")).collect::<Vec<_>>().join(", ");
    for (resource_type, id, labels, spec, expected) in [
        (
            "ExtensionsConfigurations",
            "a",
            "",
            "{extensions: [b]}",
            "OMN0301 a reaches nothing: there is no label `omni.sidero.dev/cluster`",
        ),
        (
            "ConfigPatches",
            "a",
            "",
            "{data: 'machine: {}'}",
            "OMN0301 a reaches nothing: there is no label `omni.sidero.dev/cluster` or `omni.sidero.dev/machine`",
        ),
        (
            "ConfigPatches",
            "a",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/cluster-machine:",
            "{data: 'machine: {}'}",
            "OMN0301 the label `omni.sidero.dev/cluster-machine` is empty, and so selects nothing",
        ),
        (
            "MachineSetNodes",
            MACHINE,
            "omni.sidero.dev/cluster: '', omni.sidero.dev/machine-set: ''",
            "{}",
            "OMN0303 label \"omni.sidero.dev/cluster\" has empty value|\
             OMN0303 label \"omni.sidero.dev/machine-set\" has empty value",
        ),
        (
            "MachineSets",
            "frank-workers",
            FRANK,
            "{}",
            "OMN0304 machine set must have either \"omni.sidero.dev/role-controlplane\" or \
             \"omni.sidero.dev/role-worker\" label",
        ),
        (
            "MachineSets",
            "workers",
            WORKER,
            "{}",
            "OMN0304 machine set of cluster \"frank\" ID must have \"frank-\" as prefix",
        ),
        (
            "MachineSets",
            "frank-control-planes",
            WORKER,
            "{}",
            "OMN0304 worker machine set must not have ID \"frank-control-planes\"",
        ),
        (
            "ConfigPatches",
            "a",
            "omni.sidero.dev/machine: gpu-1",
            "{data: 'machine: {}'}",
            "OMN0305 the machine id `gpu-1` is not a UUID such as `ce4d0d52-6c10-bdc9-746c-88aedd67681b`",
        ),
        (
            "KernelArgs",
            MACHINE,
            "",
            &format!("{{args: [{}]}}", many(65)),
            "OMN0306 args has too many entries: 65 (max 64)",
        ),
        (
            "KernelArgs",
            MACHINE,
            "",
            &format!("{{args: [{long}]}}"),
            "OMN0306 args[0] is too long: 300 bytes (max 256)",
        ),
        (
            "ExtensionsConfigurations",
            "a",
            FRANK,
            &format!("{{extensions: [{}]}}", many(257)),
            "OMN0308 extensions list has 257 entries, exceeds maximum of 256",
        ),
        (
            "MachineLabels",
            MACHINE,
            &many(257).replace(',', ": '',"),
            "{}",
            "OMN0309 too many labels: 257 (max 256)",
        ),
        ("MachineLabels", MACHINE, "'': a", "{}", "OMN0309 label key must not be empty"),
        (
            "MachineLabels",
            MACHINE,
            "\"a\\tb\": a",
            "{}",
            "OMN0309 label key \"a\\tb\" must not contain control characters",
        ),
        ("MachineClasses", "a", "", "{autoprovision: {}}", "OMN0311 providerID can not be empty"),
        (
            "MachineClasses",
            "a",
            "",
            "{matchlabels: [a], autoprovision: {providerid: b}}",
            "OMN0311 can't set both auto provision and match labels at the same time",
        ),
        (
            "MachineSets",
            "frank-workers",
            WORKER,
            "{machineallocation: {machinecount: 3}}",
            "OMN0312 machine allocation source name is not set",
        ),
        (
            "MachineSets",
            "frank-workers",
            WORKER,
            "{bootstrapspec: {clusteruuid: a, snapshot: b}}",
            "OMN0312 bootstrap spec is not allowed for worker machine sets",
        ),
        (
            "MachineSets",
            "frank-control-planes",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/role-controlplane:",
            "{bootstrapspec: {clusteruuid: a, snapshot: ../b}}",
            "OMN0312 bootstrap snapshot must be a relative path without parent-directory references",
        ),
        (
            "KubernetesManifestGroups",
            "a",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/system-manifest:",
            "{data: a, mode: 2}",
            "OMN0313 system manifests can't be created by the user",
        ),
        ("KubernetesHealthChecks", "a", FRANK, "{}", "OMN0314 healthcheck job manifest must be set"),
        ("Clusters", "a", "", "{talosversion: 1.12.6}", "OMN0316 version is required"),
        (
            "MachineClasses",
            "a",
            "",
            "{matchlabels: [a b]}",
            "OMN0311 failed to parse matchLabels: unable to parse term: found 'b', expected: ==, =, !=, >=, >, in, notin, <=, <",
        ),
        (
            "MachineClasses",
            "a",
            "",
            "{matchlabels: ['!omni.sidero.dev/no-manual-allocation']}",
            "OMN0311 selectors using label omni.sidero.dev/no-manual-allocation are not allowed",
        ),
        (
            "Novelties",
            "a",
            "",
            "{}",
            "OMN0317 no resource is registered for the resource type Novelties.omni.sidero.dev",
        ),
        (
            "Kubeconfigs",
            "a",
            "",
            "{}",
            "OMN0318 access is not permitted: Kubeconfigs.omni.sidero.dev is Omni's own",
        ),
        (
            "Links",
            MACHINE,
            "",
            "{}",
            "OMN0318 users may not create a resource of the type Links.omni.sidero.dev",
        ),
        ("NodeForceDestroyRequests", MACHINE, "", "{}", ""),
    ] {
        assert_eq!(
            in_resource(resource_type, id, labels, spec).join("|"),
            expected,
            "{resource_type} {spec}"
        );
    }
}

#[test]
fn an_id_keeps_to_its_limits() {
    let id = "x".repeat(1025);
    assert_eq!(
        in_resource("Clusters", &id, "", "{kubernetesversion: a, talosversion: b}"),
        ["OMN0309 resource ID is too long: 1025 bytes (max 1024)"]
    );
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
