//! The definitions of a few types, as Omni serves them: by these omnictl finds out what `cluster` means.

use omni_client::client::wire::cosi;
use serde_json::json;

/// The type of definitions themselves.
pub(crate) const TYPE: &str = "ResourceDefinitions.meta.cosi.dev";

/// Type, the word for one of it, other words, and the columns of a table.
type Definition =
    (&'static str, &'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

const DEFINITIONS: [Definition; 6] = [
    (
        "Clusters.omni.sidero.dev",
        "Cluster",
        &["clusters", "clusters.omni", "clusters.omni.sidero", "cluster"],
        &[("Talos Version", "{.talosversion}"), ("Kubernetes Version", "{.kubernetesversion}")],
    ),
    (
        "ConfigPatches.omni.sidero.dev",
        "ConfigPatch",
        &["configpatches", "configpatches.omni", "configpatches.omni.sidero", "configpatch", "cp", "cps"],
        &[],
    ),
    (
        "ControlPlaneStatuses.omni.sidero.dev",
        "ControlPlaneStatus",
        &[
            "controlplanestatuses",
            "controlplanestatuses.omni",
            "controlplanestatuses.omni.sidero",
            "controlplanestatus",
            "cps",
        ],
        &[],
    ),
    (
        "MachineSets.omni.sidero.dev",
        "MachineSet",
        &["machinesets", "machinesets.omni", "machinesets.omni.sidero", "machineset", "ms"],
        &[],
    ),
    (
        "MachineSetNodes.omni.sidero.dev",
        "MachineSetNode",
        &[
            "machinesetnodes",
            "machinesetnodes.omni",
            "machinesetnodes.omni.sidero",
            "machinesetnode",
            "msn",
            "msns",
        ],
        &[],
    ),
    (
        TYPE,
        "ResourceDefinition",
        &[
            "resourcedefinitions",
            "resourcedefinitions.meta",
            "resourcedefinitions.meta.cosi",
            "api-resources",
            "resourcedefinition",
            "rd",
            "rds",
        ],
        &[("Aliases", "{.aliases[:]}")],
    ),
];

/// All of them, by id.
pub(crate) fn all() -> Vec<cosi::Resource> {
    DEFINITIONS.iter().map(resource).collect()
}

fn resource((full, display, words, columns): &Definition) -> cosi::Resource {
    let namespace = if *full == TYPE { "meta" } else { "default" };
    let aliases: Vec<_> = words.iter().filter(|word| !word.contains('.')).skip(1).collect();
    let columns = columns.iter().map(|(name, path)| json!({ "name": name, "jsonPath": path }));
    // JSON is YAML.
    let spec = json!({
        "type": full,
        "displayType": display,
        "defaultNamespace": namespace,
        "aliases": aliases,
        "allAliases": words,
        "printColumns": columns.collect::<Vec<_>>(),
    });
    let metadata = cosi::Metadata {
        namespace: "meta".to_owned(),
        r#type: TYPE.to_owned(),
        id: full.to_lowercase(),
        version: "1".to_owned(),
        phase: "running".to_owned(),
        ..cosi::Metadata::default()
    };
    let spec = cosi::Spec { proto_spec: Vec::new(), yaml_spec: spec.to_string() };
    cosi::Resource { metadata: Some(metadata), spec: Some(spec) }
}
