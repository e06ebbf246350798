//! Everything that the server refuses, and who says so here: a rule, or nobody, and then why.

use crate::rules::findings;

const FRANK: &str = "omni.sidero.dev/cluster: frank";
const WORKER: &str = "omni.sidero.dev/cluster: frank, omni.sidero.dev/role-worker: ''";
const CONTROL: &str = "omni.sidero.dev/cluster: frank, omni.sidero.dev/role-controlplane: ''";
const MACHINE: &str = "ce4d0d52-6c10-bdc9-746c-88aedd67681b";

/// A resource, in flow style, and all that is found in it.
struct Case {
    resource_type: String,
    text: String,
    expected: String,
}

fn case(resource_type: &str, id: &str, labels: &str, spec: &str, expected: &str) -> Case {
    let namespace = if resource_type == "InfraProviders" { "infra-provider" } else { "default" };
    let text = format!(
        "metadata: {{namespace: {namespace}, type: {resource_type}.omni.sidero.dev, id: {id}, labels: {{{labels}}}}}\n\
         spec: {spec}\n"
    );
    Case { resource_type: resource_type.to_owned(), text, expected: expected.to_owned() }
}

fn found(text: &str) -> String {
    let found = findings(text).into_iter();
    found.map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect::<Vec<_>>().join("|")
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn cases() -> Vec<Case> {
    let long = "x".repeat(300);
    let many = |count: usize| (0..count).map(|n| format!("a{n}")).collect::<Vec<_>>().join(", ");
    vec![
        case(
            "ExtensionsConfigurations",
            "a",
            "",
            "{extensions: [b]}",
            "OMN0301 a reaches nothing: there is no label `omni.sidero.dev/cluster`",
        ),
        case(
            "ConfigPatches",
            "a",
            "",
            "{data: 'machine: {}'}",
            "OMN0301 a reaches nothing: there is no label `omni.sidero.dev/cluster` or `omni.sidero.dev/machine`",
        ),
        case(
            "ConfigPatches",
            "a",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/cluster-machine:",
            "{data: 'machine: {}'}",
            "OMN0301 the label `omni.sidero.dev/cluster-machine` is empty, and so selects nothing",
        ),
        case(
            "MachineSetNodes",
            MACHINE,
            "omni.sidero.dev/cluster: '', omni.sidero.dev/machine-set: ''",
            "{}",
            "OMN0303 label \"omni.sidero.dev/cluster\" has empty value|\
             OMN0303 label \"omni.sidero.dev/machine-set\" has empty value",
        ),
        case(
            "MachineSets",
            "frank-workers",
            FRANK,
            "{}",
            "OMN0304 machine set must have either \"omni.sidero.dev/role-controlplane\" or \
             \"omni.sidero.dev/role-worker\" label",
        ),
        case(
            "MachineSets",
            "workers",
            WORKER,
            "{}",
            "OMN0304 machine set of cluster \"frank\" ID must have \"frank-\" as prefix",
        ),
        case(
            "MachineSets",
            "frank-control-planes",
            WORKER,
            "{}",
            "OMN0304 worker machine set must not have ID \"frank-control-planes\"",
        ),
        case(
            "ConfigPatches",
            "a",
            "omni.sidero.dev/machine: gpu-1",
            "{data: 'machine: {}'}",
            "OMN0305 the machine id `gpu-1` is not a UUID such as `ce4d0d52-6c10-bdc9-746c-88aedd67681b`",
        ),
        case(
            "KernelArgs",
            MACHINE,
            "",
            &format!("{{args: [{}]}}", many(65)),
            "OMN0306 args has too many entries: 65 (max 64)",
        ),
        case(
            "KernelArgs",
            MACHINE,
            "",
            &format!("{{args: [{long}]}}"),
            "OMN0306 args[0] is too long: 300 bytes (max 256)",
        ),
        case(
            "ExtensionsConfigurations",
            "a",
            FRANK,
            &format!("{{extensions: [{}]}}", many(257)),
            "OMN0308 extensions list has 257 entries, exceeds maximum of 256",
        ),
        case(
            "MachineLabels",
            MACHINE,
            &many(257).replace(',', ": '',"),
            "{}",
            "OMN0309 too many labels: 257 (max 256)",
        ),
        case("MachineLabels", MACHINE, "'': a", "{}", "OMN0309 label key must not be empty"),
        case(
            "MachineLabels",
            MACHINE,
            "\"a\\tb\": a",
            "{}",
            "OMN0309 label key \"a\\tb\" must not contain control characters",
        ),
        case("MachineClasses", "a", "", "{autoprovision: {}}", "OMN0311 providerID can not be empty"),
        case(
            "MachineClasses",
            "a",
            "",
            "{matchlabels: [a], autoprovision: {providerid: b}}",
            "OMN0311 can't set both auto provision and match labels at the same time",
        ),
        case(
            "MachineSets",
            "frank-workers",
            WORKER,
            "{machineallocation: {machinecount: 3}}",
            "OMN0312 machine allocation source name is not set",
        ),
        case(
            "MachineSets",
            "frank-workers",
            WORKER,
            "{bootstrapspec: {clusteruuid: a, snapshot: b}}",
            "OMN0312 bootstrap spec is not allowed for worker machine sets",
        ),
        case(
            "MachineSets",
            "frank-control-planes",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/role-controlplane:",
            "{bootstrapspec: {clusteruuid: a, snapshot: ../b}}",
            "OMN0312 bootstrap snapshot must be a relative path without parent-directory references",
        ),
        case(
            "KubernetesManifestGroups",
            "a",
            "omni.sidero.dev/cluster: frank, omni.sidero.dev/system-manifest:",
            "{data: a, mode: 2}",
            "OMN0313 system manifests can't be created by the user",
        ),
        case("KubernetesHealthChecks", "a", FRANK, "{}", "OMN0314 healthcheck job manifest must be set"),
        case("Clusters", "a", "", "{talosversion: 1.12.6}", "OMN0316 version is required"),
        case(
            "MachineClasses",
            "a",
            "",
            "{matchlabels: [a b]}",
            "OMN0311 failed to parse matchLabels: unable to parse term: found 'b', expected: ==, =, !=, >=, >, in, notin, <=, <",
        ),
        case(
            "MachineClasses",
            "a",
            "",
            "{matchlabels: ['!omni.sidero.dev/no-manual-allocation']}",
            "OMN0311 selectors using label omni.sidero.dev/no-manual-allocation are not allowed",
        ),
        case(
            "Novelties",
            "a",
            "",
            "{}",
            "OMN0317 no resource is registered for the resource type Novelties.omni.sidero.dev",
        ),
        case(
            "Kubeconfigs",
            "a",
            "",
            "{}",
            "OMN0318 access is not permitted: Kubeconfigs.omni.sidero.dev is Omni's own",
        ),
        case(
            "Links",
            MACHINE,
            "",
            "{}",
            "OMN0318 users may not create a resource of the type Links.omni.sidero.dev",
        ),
        case("NodeForceDestroyRequests", MACHINE, "", "{}", ""),
        case(
            "MachineSetNodes",
            MACHINE,
            "",
            "{}",
            "OMN0303 label \"omni.sidero.dev/cluster\" does not exist|OMN0303 label \"omni.sidero.dev/machine-set\" does not exist",
        ),
        case(
            "MachineSets",
            "frank-workers",
            CONTROL,
            "{}",
            "OMN0304 control plane machine set must have ID \"frank-control-planes\"",
        ),
        case(
            "MachineLabels",
            MACHINE,
            "a: \"b\\tc\"",
            "{}",
            "OMN0309 label value for key \"a\" must not contain control characters",
        ),
        case(
            "MachineLabels",
            MACHINE,
            &format!("? {} : b", "k".repeat(1025)),
            "{}",
            "OMN0309 label key is too long: 1025 bytes (max 1024)",
        ),
        case(
            "MachineLabels",
            MACHINE,
            &format!("a: {}", "v".repeat(16385)),
            "{}",
            "OMN0309 label value for key \"a\" is too long: 16385 bytes (max 16384)",
        ),
        case(
            "MachineLabels",
            &"m".repeat(1025),
            "",
            "{}",
            &format!(
                "OMN0305 the machine id `{}` is not a UUID such as `{MACHINE}`|OMN0309 resource ID is too long: 1025 bytes (max 1024)",
                "m".repeat(1025)
            ),
        ),
        case(
            "MachineLabels",
            "\"a\\tb\"",
            "",
            "{}",
            "OMN0305 the machine id `a	b` is not a UUID such as `ce4d0d52-6c10-bdc9-746c-88aedd67681b`|OMN0309 resource ID must not contain control characters",
        ),
        case(
            "KernelArgs",
            MACHINE,
            "",
            "{args: [\"a\\tb\"]}",
            "OMN0306 args[0] contains a control character",
        ),
        case(
            "Clusters",
            "a b",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.12.6}",
            "OMN0319 name should only contain letters, digits, dashes and underscores",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: x, talosversion: 1.12.6}",
            "OMN0316 version should be in semver format: Invalid character(s) found in major number \"x\"",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.24.0, talosversion: 1.4.0, features: {diskencryption: true}}",
            "OMN0319 disk encryption is supported only for Talos version >= 1.5.0",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.12.6, backupconfiguration: {interval: {seconds: 90000}}}",
            "OMN0319 backup interval must be less than 24h0m0s, actual 25h0m0s",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.12.6, backupconfiguration: {enabled: true}}",
            "OMN0319 backup interval must be greater than 1h0m0s, actual 0s",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.13.9, features: {disablepublicdiscoveryservice: true}}",
            "OMN0319 the public discovery service can only be configured for clusters created with Talos 1.14 or newer",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.14.0-beta.1, features: {disablepublicdiscoveryservice: true}}",
            "OMN0319 the discovery service cannot be disabled entirely: keep the public discovery service enabled or enable the embedded discovery service",
        ),
        case(
            "Clusters",
            "a",
            "",
            "{kubernetesversion: 1.35.3, talosversion: 1.14.0, features: {disablepublicdiscoveryservice: true, useembeddeddiscoveryservice: true}}",
            "",
        ),
        case(
            "MachineSets",
            "frank-workers",
            WORKER,
            "{machineallocation: {name: a, machinecount: 3, allocationtype: 1}}",
            "OMN0312 machine count can be set only if static allocation type is used",
        ),
        case(
            "MachineSets",
            "frank-control-planes",
            CONTROL,
            &format!("{{bootstrapspec: {{clusteruuid: a, snapshot: {}}}}}", "s".repeat(4097)),
            "OMN0312 bootstrap snapshot path is too long: 4097 bytes (max 4096)",
        ),
        case(
            "MachineClasses",
            "a",
            "",
            "{}",
            "OMN0311 machine class should either have auto provision or match labels set",
        ),
        case(
            "ExtensionsConfigurations",
            "a",
            FRANK,
            "{extensions: [siderolabs/a, a]}",
            "OMN0308 extension \"a\" (entry 1) is listed more than once",
        ),
        case(
            "KubernetesManifestGroups",
            "a",
            FRANK,
            "{data: a}",
            "OMN0313 the manifest should have mode field set",
        ),
        case(
            "KubernetesManifestGroups",
            "a",
            "",
            "{data: a, mode: 2}",
            "OMN0303 label \"omni.sidero.dev/cluster\" does not exist",
        ),
        case(
            "KubernetesHealthChecks",
            "a",
            FRANK,
            "{job: 'kind: Job', interval: {seconds: 2}}",
            "OMN0314 healthcheck interval must be at least 5s",
        ),
        case(
            "KubernetesHealthChecks",
            "a",
            FRANK,
            "{job: 'kind: Job', interval: {seconds: 0, nanos: 0}}",
            "",
        ),
        case(
            "AccessPolicies",
            "mine",
            "",
            "{}",
            "OMN0320 access policy ID mismatch: expected \"access-policy\", got \"mine\"",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{usergroups: {g: {users: [{}]}}}",
            "OMN0320 access policy user group \"g\" contains an empty user",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{usergroups: {g: {users: [{name: a, match: '*'}]}}}",
            "OMN0320 access policy user group \"g\" contains a user with mutually exclusive fields set",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{clustergroups: {g: {clusters: [{}]}}}",
            "OMN0320 access policy cluster group \"g\" contains an empty cluster",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{clustergroups: {g: {clusters: [{name: a, match: '*'}]}}}",
            "OMN0320 access policy cluster group \"g\" contains a cluster with mutually exclusive fields set",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{rules: [{role: Auditor}, {role: Boss}, {role: Admin}, {}]}",
            "OMN0320 role \"Auditor\" cannot be assigned by an access policy|OMN0320 unknown role to parse: \"Boss\"",
        ),
        case(
            "AccessPolicies",
            "access-policy",
            "",
            "{tests: [{}]}",
            "OMN0320 invalid test: name is empty|OMN0320 invalid test \"\": cluster name is empty|OMN0320 invalid test \"\": user name is empty",
        ),
        case(
            "SAMLLabelRules",
            "a",
            "",
            "{assignroleonregistration: Reader}",
            "OMN0321 assignroleonregistration is deprecated, please use assignrole instead",
        ),
        case(
            "SAMLLabelRules",
            "a",
            "",
            "{matchlabels: [a b], assignrole: InfraProvider}",
            "OMN0321 role \"InfraProvider\" cannot be assigned by a SAML label rule|OMN0321 invalid match labels: unable to parse term: found 'b', expected: ==, =, !=, >=, >, in, notin, <=, <",
        ),
        case("SAMLLabelRules", "a", "", "{matchlabels: [a], assignrole: Admin}", ""),
        case(
            "InstallationMediaConfigs",
            "a",
            "",
            "{}",
            "OMN0322 invalid installation media config: architecture is required",
        ),
        case(
            "InstallationMediaConfigs",
            "a",
            "",
            "{architecture: 1, cloud: {platform: aws}, sbc: {overlay: rpi_generic}}",
            "OMN0322 invalid installation media config: both sbc and cloud fields are set",
        ),
        case(
            "InstallationMediaConfigs",
            "a",
            "",
            "{architecture: 2, sbc: {}}",
            "OMN0322 invalid installation media config: sbc.overlay is required when sbc is set",
        ),
        case(
            "InstallationMediaConfigs",
            "a",
            "",
            "{architecture: 1, cloud: {}}",
            "OMN0322 invalid installation media config: cloud.platform is required when cloud is set",
        ),
        case(
            "InstallationMediaConfigs",
            "a",
            "",
            &format!("{{architecture: 1, kernelargs: {}}}", "a".repeat(4097)),
            "OMN0322 kernel args is too long: 4097 bytes (max 4096)",
        ),
        case(
            "InfraMachineConfigs",
            MACHINE,
            "",
            &format!("{{requestedrebootid: {long}}}"),
            "OMN0323 requested reboot ID is too long: 300 bytes (max 128)",
        ),
        case(
            "InfraMachineConfigs",
            MACHINE,
            "",
            &format!("{{poweroffrequestid: {long}}}"),
            "OMN0323 power-off request ID is too long: 300 bytes (max 128)",
        ),
        case(
            "InfraMachineConfigs",
            MACHINE,
            "",
            "{extrakernelargs: \"a\\nb\"}",
            "OMN0323 extra kernel args contains a control character",
        ),
        case("MachineRequestSets", "a", "", "{}", "OMN0323 provider id can not be empty"),
        case(
            "MachineRequestSets",
            "a",
            "",
            &format!("{{providerid: p, kernelargs: [{}]}}", many(65)),
            "OMN0323 kernel args has too many entries: 65 (max 64)",
        ),
        case(
            "EulaAcceptances",
            "mine",
            "",
            "{acceptedbyname: a, acceptedbyemail: b}",
            "OMN0324 resource ID must be eula",
        ),
        case(
            "EulaAcceptances",
            "eula",
            "",
            "{acceptedbyemail: b}",
            "OMN0324 name is required when accepting the EULA",
        ),
        case(
            "EulaAcceptances",
            "eula",
            "",
            "{acceptedbyname: a}",
            "OMN0324 email is required when accepting the EULA",
        ),
        case(
            "KubernetesHealthChecks",
            "A_b",
            FRANK,
            "{job: 'kind: Job'}",
            "OMN0314 healthcheck ID \"A_b\" cannot be used to build the runner name \"omni-healthcheck-A_b\": it is not a DNS-1123 subdomain",
        ),
        case(
            "MachineClasses",
            "a",
            "",
            &format!("{{autoprovision: {{providerid: p, kernelargs: [{}]}}}}", many(65)),
            "OMN0311 auto provision kernel args has too many entries: 65 (max 64)",
        ),
        case(
            "InfraProviders",
            "Big",
            "",
            "{}",
            "OMN0323 invalid infra provider name: \"Big\" is not a valid DNS-1123 label (lowercase alphanumeric and hyphens, starting and ending with alphanumeric, max 63 characters)",
        ),
        case(
            "InfraProviders",
            &"a".repeat(64),
            "",
            "{}",
            "OMN0323 invalid infra provider name: DNS-1123 label is too long: 64 bytes (max 63)",
        ),
    ]
}

/// Two forms of a resource, one after the other, and what is found in the change.
fn changes() -> Vec<Case> {
    let change = |resource_type: &str, old: [&str; 3], new: [&str; 3], expected: &str| {
        let [old, new] = [old, new].map(|[annotations, labels, spec]| {
            let id = match resource_type {
                "Clusters" => "frank",
                "MachineSets" => "frank-control-planes",
                _ => MACHINE,
            };
            format!(
                "metadata: {{namespace: default, type: {resource_type}.omni.sidero.dev, id: {id}, \
                 annotations: {{{annotations}}}, labels: {{{labels}}}}}\nspec: {spec}\n"
            )
        });
        let text = format!("{old}---\n{new}");
        Case { resource_type: resource_type.to_owned(), text, expected: expected.to_owned() }
    };
    let node = "omni.sidero.dev/cluster: frank, omni.sidero.dev/machine-set: frank-workers";
    let moved = "omni.sidero.dev/cluster: frank, omni.sidero.dev/machine-set: frank-gpu";
    let (plain, encrypted) = (
        "{kubernetesversion: 1.35.3, talosversion: 1.12.6}",
        "{kubernetesversion: 1.35.3, talosversion: 1.12.6, features: {diskencryption: true}}",
    );
    let newer = "{kubernetesversion: 1.35.4, talosversion: 1.12.6}";
    let locked = "omni.sidero.dev/cluster-locked: ''";
    let importing = "omni.sidero.dev/cluster-locked: '', omni.sidero.dev/cluster-import-is-in-progress: ''";
    let (one, other) =
        ("{bootstrapspec: {clusteruuid: a, snapshot: b}}", "{bootstrapspec: {clusteruuid: a, snapshot: c}}");
    vec![
        change(
            "MachineSetNodes",
            ["", node, "{}"],
            ["", moved, "{}"],
            "OMN0325 changing value of label \"omni.sidero.dev/machine-set\" from \"frank-workers\" to \"frank-gpu\"",
        ),
        change("MachineSetNodes", ["", node, "{}"], ["omni.sidero.dev/locked: ''", node, "{}"], ""),
        change(
            "Clusters",
            ["", "", plain],
            ["", "", encrypted],
            "OMN0325 updating disk encryption settings is not allowed",
        ),
        change(
            "Clusters",
            [locked, "", plain],
            [locked, "", newer],
            "OMN0325 updating cluster configuration is not allowed: the cluster \"frank\" is locked",
        ),
        change("Clusters", [locked, "", plain], ["", "", newer], ""),
        change("Clusters", [importing, "", plain], [importing, "", newer], ""),
        change(
            "MachineSets",
            ["", CONTROL, one],
            ["", CONTROL, other],
            "OMN0325 bootstrap spec is immutable after creation",
        ),
        change(
            "MachineSets",
            ["", CONTROL, "{}"],
            ["", CONTROL, one],
            "OMN0325 bootstrap spec is immutable after creation",
        ),
        change("MachineSets", ["", CONTROL, one], ["", CONTROL, "{}"], ""),
        change(
            "InfraMachineConfigs",
            ["", "", "{acceptancestatus: 1}"],
            ["", "", "{acceptancestatus: 2}"],
            "OMN0325 an accepted machine cannot be rejected or set back to pending acceptance",
        ),
    ]
}

#[test]
fn every_case_is_found_and_nothing_else() {
    for Case { resource_type, text, expected } in cases().into_iter().chain(changes()) {
        assert_eq!(found(&text), expected, "{resource_type}: {text:.300}");
    }
}

/// Who says what the server says.
#[derive(Clone, Copy)]
enum By {
    /// A rule, for which a case stands above.
    Rule(&'static str),
    /// Nobody: it needs the resources that the server has.
    State,
    /// Nobody: it follows from how this Omni was started.
    Configuration,
    /// Nobody: it needs the clock.
    Clock,
    /// Nobody: it needs a judgement of somebody else, such as the schema of a provider.
    Elsewhere(&'static str),
    /// A rule that says more generally that the type is not for files.
    ReadOnly,
}
use By::{Clock, Configuration, Elsewhere, ReadOnly, Rule, State};

/// The words of every refusal with their verbs of Go, from the validators and access rules of v1.10.4.
const REFUSALS: &[(&str, By)] = &[
    // validations/metadata.go
    ("resource ID must not be empty", Rule("OMN0001")),
    ("resource ID is too long: %d bytes (max %d)", Rule("OMN0309")),
    ("resource ID must not contain control characters", Rule("OMN0309")),
    ("too many %ss: %d (max %d)", Rule("OMN0309")),
    ("%s key must not be empty", Rule("OMN0309")),
    ("%s key is too long: %d bytes (max %d)", Rule("OMN0309")),
    ("%s key %q must not contain control characters", Rule("OMN0309")),
    ("%s value for key %q is too long: %d bytes (max %d)", Rule("OMN0309")),
    ("%s value for key %q must not contain control characters", Rule("OMN0309")),
    // validations/relation_labels.go
    ("label %q does not exist", Rule("OMN0303")),
    ("label %q has empty value", Rule("OMN0303")),
    ("changing value of label %q from %q to %q", Rule("OMN0325")),
    // state_access.go
    ("access is not permitted", Rule("OMN0318")),
    ("only read access is permitted", Rule("OMN0318")),
    ("only read and delete access is permitted", ReadOnly),
    (
        "only read, update and destroy access is permitted, create should be done via the management.CreateJoinToken API call",
        ReadOnly,
    ),
    (
        "only read access is permitted on resource %v, mutations should be done via ManagementService API calls",
        ReadOnly,
    ),
    ("only read and create access is permitted for EULA acceptance", State),
    ("only create and destroy access is permitted for imported cluster secrets", State),
    ("access denied: insufficient role: %q", State),
    (
        "EULA has not been accepted; please accept the End User License Agreement before using Omni: %s/eula",
        State,
    ),
    ("no resource is registered for the resource type %s", Rule("OMN0317")),
    // validations/cluster.go
    ("name should only contain letters, digits, dashes and underscores", Rule("OMN0319")),
    ("version is required", Rule("OMN0316")),
    ("version should be in semver format: %w", Rule("OMN0316")),
    ("disk encryption is supported only for Talos version >= 1.5.0", Rule("OMN0319")),
    ("backup interval must be greater than %s, actual %s", Rule("OMN0319")),
    ("backup interval must be less than %s, actual %s", Rule("OMN0319")),
    (
        "the public discovery service can only be configured for clusters created with Talos 1.14 or newer",
        Rule("OMN0319"),
    ),
    (
        "the discovery service cannot be disabled entirely: keep the public discovery service enabled or enable the embedded discovery service",
        Rule("OMN0319"),
    ),
    ("embedded discovery service is not enabled", Configuration),
    ("invalid talos version %q: %w", State),
    ("talos version %q is no longer supported", State),
    ("talos version %q is not supported by this Omni release", State),
    ("downgrading from version %q to %q is not supported", State),
    ("kubernetes version is not supported for upgrade to %q from %q", State),
    ("invalid kubernetes version %q: is not compatible with talos version %q", State),
    ("updating disk encryption settings is not allowed", Rule("OMN0325")),
    ("updating cluster configuration is not allowed: the cluster %q is locked", Rule("OMN0325")),
    ("deletion is not allowed: the cluster %q is locked", State),
    // validations/machine_set.go
    ("the cluster %q does not exist", State),
    ("the cluster %q is tearing down", State),
    ("adding machine set %q to the cluster %q is not allowed: the cluster is locked", State),
    ("updating machine set %q on the cluster %q is not allowed: the cluster is locked", State),
    ("removing machine set %q from the cluster %q is not allowed: the cluster is locked", State),
    ("machine set must have either %q or %q label", Rule("OMN0304")),
    ("adding control plane machine set to an already bootstrapped cluster is not allowed", State),
    ("machine set of cluster %q ID must have %q as prefix", Rule("OMN0304")),
    ("control plane machine set must have ID %q", Rule("OMN0304")),
    ("worker machine set must not have ID %q", Rule("OMN0304")),
    ("machine allocation source name is not set", Rule("OMN0312")),
    ("machine count can be set only if static allocation type is used", Rule("OMN0312")),
    ("machine class with name %q doesn't exist", State),
    ("machine class %q is using autoprovision, so unlimited machine set allocation is not supported", State),
    (
        "machine set is not empty and is using manual nodes management, updating to machine class mode is not allowed",
        State,
    ),
    (
        "machine set is not empty and is using machine class based node management, updating to manual mode is not allowed",
        State,
    ),
    ("bootstrap spec is not allowed for worker machine sets", Rule("OMN0312")),
    ("bootstrap spec can only be removed after the cluster is bootstrapped", State),
    ("bootstrap spec is immutable after creation", Rule("OMN0325")),
    ("bootstrap snapshot path is too long: %d bytes (max %d)", Rule("OMN0312")),
    ("bootstrap snapshot must be a relative path without parent-directory references", Rule("OMN0312")),
    ("invalid cluster UUID %q", State),
    ("failed to get backup: %w", State),
    ("aes cbc encryption secret mismatch", State),
    ("secretbox encryption secret mismatch", State),
    // validations/machine_set_node.go
    ("adding machine set node to the machine set %q is not allowed: %s", State),
    ("updating machine set node on the machine set %q is not allowed: %s", State),
    ("removing machine set node from the machine set %q is not allowed: machine set node is locked", State),
    ("locking controlplanes is not allowed", Rule("OMN0310")),
    (
        "the machine has a newer Talos version installed: downgrade is not allowed. Upgrade the machine or change the cluster Talos version",
        State,
    ),
    (
        "the machine running from ISO or PXE must have the same major and minor version as the cluster it is going to be added to. Please use another ISO or change the cluster Talos version",
        State,
    ),
    ("the machine has no Talos version label", State),
    ("the machine's Talos version could not be determined", State),
    // validations/machine_class.go
    ("can't set both auto provision and match labels at the same time", Rule("OMN0311")),
    ("providerID can not be empty", Rule("OMN0311")),
    ("cannot use static provider in the auto-provisioned machine class", State),
    ("failed to get provider: %w", State),
    ("failed to parse matchLabels: %w", Rule("OMN0311")),
    ("machine class should either have auto provision or match labels set", Rule("OMN0311")),
    ("selectors using label %s are not allowed", Rule("OMN0311")),
    ("auto provision kernel args has too many entries: %d (max %d)", Rule("OMN0311")),
    ("can not delete the machine class as it is still in use by machine sets: %s", State),
    // validations/config_patch.go, client/pkg/omni/resources/omni/config_patch.go
    ("cluster %q is tearing down", State),
    ("machine set %q is tearing down", State),
    ("overriding %q is not allowed in the config patch", Rule("OMN0201")),
    ("element %q is not allowed in field %q", Rule("OMN0202")),
    ("the %q document is not allowed in the config patch", Rule("OMN0203")),
    ("config not found", Rule("OMN0204")),
    // validations/extensions_configuration.go
    (
        "extensions configuration with a non-empty extensions list must target a cluster via the cluster label",
        Rule("OMN0301"),
    ),
    ("cluster %q does not exist", State),
    ("extensions list has %d entries, exceeds maximum of %d", Rule("OMN0308")),
    ("no Talos extensions catalog for version %q", State),
    ("extension %q (entry %d) is not available for Talos version %q", State),
    ("extension %q (entry %d) is listed more than once", Rule("OMN0308")),
    // validations/kernel_args.go
    ("args has too many entries: %d (max %d)", Rule("OMN0306")),
    ("args[%d] is too long: %d bytes (max %d)", Rule("OMN0306")),
    ("args[%d] contains a control character", Rule("OMN0306")),
    // validations/installation_media_config.go
    ("invalid installation media config: architecture is required", Rule("OMN0322")),
    ("invalid installation media config: both sbc and cloud fields are set", Rule("OMN0322")),
    ("invalid installation media config: sbc.overlay is required when sbc is set", Rule("OMN0322")),
    ("invalid installation media config: unknown SBC overlay %q", Elsewhere("the list of the image factory")),
    ("invalid installation media config: cloud.platform is required when cloud is set", Rule("OMN0322")),
    (
        "invalid installation media config: unknown cloud platform %q",
        Elsewhere("the list of the image factory"),
    ),
    ("kernel args is too long: %d bytes (max %d)", Rule("OMN0322")),
    ("unknown Talos version %q", State),
    ("embedded machine config is not supported by Talos version %q", State),
    ("image factory %q is not configured in Omni", Configuration),
    // validations/etcd_manual_backup.go, validations/s3_config.go
    ("backup time must not be more than 1 minute in the past", Clock),
    ("backup time must not be more than 1 minute in the future", Clock),
    ("incorrect settings for s3 client: %w", Elsewhere("the store of backups")),
    // validations/kubernetes_manifests.go, validations/kubernetes_healthchecks.go
    ("the manifest should have mode field set", Rule("OMN0313")),
    ("the resource must have %s label set", Rule("OMN0303")),
    ("system manifests can't be created by the user", Rule("OMN0313")),
    ("healthcheck job manifest must be set", Rule("OMN0314")),
    ("healthcheck ID %q cannot be used to build the runner name %q: %s", Rule("OMN0314")),
    ("healthcheck job manifest is invalid: %w", Elsewhere("the types of Kubernetes")),
    ("healthcheck interval must be at least 5s", Rule("OMN0314")),
    // validations/join_token.go
    ("the join token name cannot be empty", ReadOnly),
    ("join token name cannot be longer than %d symbols", ReadOnly),
    ("the join token name must not contain control characters", ReadOnly),
    ("deleting default join token is not possible", State),
    ("no token with id %q exists", State),
    ("destroying the default join token resource is not allowed", State),
    // validations/infra_provider.go, infra_machine_config.go, machine_request_set.go, node_force_destroy_request.go
    ("invalid infra provider name: %w", Rule("OMN0323")),
    ("cannot delete the infra provider %q, as there are %d running machines managed by it: %v", State),
    ("an accepted machine cannot be rejected or set back to pending acceptance", Rule("OMN0325")),
    (
        "cannot delete the config for an already accepted machine config while it is linked to a machine",
        State,
    ),
    ("requested reboot ID is too long: %d bytes (max %d)", Rule("OMN0323")),
    ("power-off request ID is too long: %d bytes (max %d)", Rule("OMN0323")),
    ("extra kernel args contains a control character", Rule("OMN0323")),
    ("provider id can not be empty", Rule("OMN0323")),
    ("kernel args has too many entries: %d (max %d)", Rule("OMN0323")),
    (
        "cannot create/update a NodeForceDestroyRequest for node %q, as there is no matching cluster machine",
        State,
    ),
    // validations/rotate_secrets.go, validations/imported_cluster_secrets.go, validations/eula.go
    ("cannot modify the %s %q while a secret rotation is in progress", State),
    ("cannot delete the %s %q while a secret rotation is in progress", State),
    ("cluster import feature is not enabled", Configuration),
    ("cannot create an ImportedClusterSecrets, as there is already an existing cluster with name: %q", State),
    ("failed to unmarshal imported cluster secret: %w", Elsewhere("Talos' bundle of secrets")),
    ("failed to validate imported cluster secret: %w", Elsewhere("Talos' bundle of secrets")),
    ("EULA has already been accepted", State),
    ("resource ID must be eula", Rule("OMN0324")),
    ("name is required when accepting the EULA", Rule("OMN0324")),
    ("email is required when accepting the EULA", Rule("OMN0324")),
    // validations/auth.go, internal/pkg/auth/accesspolicy
    ("must be lowercase", ReadOnly),
    ("not a valid email address: %s", ReadOnly),
    ("maximum number of users (%d) reached", State),
    ("maximum number of service accounts (%d) reached", State),
    ("unknown role to parse: %q", Rule("OMN0320")),
    ("access policy ID mismatch: expected %q, got %q", Rule("OMN0320")),
    ("access policy namespace mismatch: expected %q, got %q", Rule("OMN0315")),
    ("access policy user group %q contains an empty user", Rule("OMN0320")),
    ("access policy user group %q contains a user with mutually exclusive fields set", Rule("OMN0320")),
    ("access policy cluster group %q contains an empty cluster", Rule("OMN0320")),
    ("access policy cluster group %q contains a cluster with mutually exclusive fields set", Rule("OMN0320")),
    ("role %q cannot be assigned by an access policy", Rule("OMN0320")),
    ("invalid test: name is empty", Rule("OMN0320")),
    ("invalid test %q: cluster name is empty", Rule("OMN0320")),
    ("invalid test %q: user name is empty", Rule("OMN0320")),
    (
        "access policy test %q failed: role mismatch: expected %q, got %q",
        Elsewhere("a run of the policy's own tests"),
    ),
    (
        "access policy test %q failed: kubernetes impersonate groups mismatch: expected %q, got %q",
        Elsewhere("a run of the policy's own tests"),
    ),
    ("assignroleonregistration is deprecated, please use assignrole instead", Rule("OMN0321")),
    ("role %q cannot be assigned by a SAML label rule", Rule("OMN0321")),
    ("invalid match labels: %w", Rule("OMN0321")),
];

/// Refusals whose words are ours, because the place is better known before the server is asked.
const IN_OUR_WORDS: [&str; 5] = [
    "the resource must have %s label set",
    "resource ID must not be empty",
    "extensions configuration with a non-empty extensions list must target a cluster via the cluster label",
    "access policy namespace mismatch: expected %q, got %q",
    "only read access is permitted",
];

#[test]
fn every_refusal_of_the_server_has_its_rule_or_its_reason() {
    let mut said: Vec<String> = cases().into_iter().chain(changes()).map(|case| found(&case.text)).collect();
    for rule in omni_client::rules::RULES {
        said.push(found(rule.bad));
    }
    let said: Vec<&str> = said.iter().flat_map(|said| said.split('|')).collect();
    for (words, by) in REFUSALS {
        let code = match by {
            Rule(code) => code,
            Elsewhere(whose) => {
                assert!(!whose.is_empty(), "nobody says who judges `{words}`");
                continue;
            }
            _ => continue,
        };
        let is_said = |said: &&str| {
            said.strip_prefix(code)
                .is_some_and(|said| IN_OUR_WORDS.contains(words) || matches(words, said.trim_start()))
        };
        assert!(said.iter().any(is_said), "{code} does not say `{words}`");
    }
}

/// Every type whose refusals are left to the general rule cannot be created by users.
#[test]
fn what_users_cannot_create_is_refused_as_such() {
    for resource_type in ["JoinTokens", "Identities", "Users"] {
        let case = case(resource_type, "a", "", "{}", "");
        assert!(found(&case.text).starts_with("OMN0318"), "{resource_type}: {}", found(&case.text));
    }
}

/// Whether Go could have printed a text with this format.
fn matches(format: &str, text: &str) -> bool {
    let mut rest = text;
    let mut parts = format.split('%').enumerate();
    parts.all(|(index, part)| {
        let literal = if index == 0 { part } else { part.get(1..).unwrap_or_default() };
        match rest.find(literal) {
            Some(0) => {
                rest = &rest[literal.len()..];
                true
            }
            Some(place) if index > 0 => {
                rest = &rest[place + literal.len()..];
                true
            }
            _ => false,
        }
    })
}
