//! The Omni cluster template.
//!
//! It names every patch by the id and with the text of its own file: a sync destroys the patches of the cluster
//! that its template does not name (`docs/design/rollout.md`).

use std::collections::BTreeMap;

use manifest::yaml::{self, Layout as Style, WriteError};
use omni_client::MachineId;
use omni_client::scope::Scope;
use omni_client::template::{Cluster, ControlPlane, Document, Install, Machine, Patch as Inline, Workers};

use super::extensions::ExtensionList;
use super::patches::Patch;
use crate::artifact::Artifact;
use crate::estate::{self, Estate};
use crate::spec::Versions;

/// The path of the template.
pub(super) const PATH: &str = "cluster-template.yaml";

pub(super) fn artifact(
    estate: &Estate,
    versions: &Versions,
    patches: &[Patch],
    extensions: &[ExtensionList<'_>],
) -> Result<Artifact, WriteError> {
    let documents = documents(estate, versions, patches, extensions);
    Ok(Artifact::yaml(PATH.to_owned(), &yaml::to_stream(documents, &Style::default())?))
}

fn documents(
    estate: &Estate,
    versions: &Versions,
    patches: &[Patch],
    extensions: &[ExtensionList<'_>],
) -> Vec<Document> {
    let ids = |control_plane: bool| -> Vec<String> {
        let machines = estate.machines.iter().filter(|machine| machine.is_control_plane() == control_plane);
        machines.filter_map(|machine| machine.id.as_ref()).map(|id| id.value.to_string()).collect()
    };
    let of_cluster = patches.iter().filter(|patch| matches!(patch.scope, Scope::Cluster { .. }));
    let of_control_planes = patches.iter().filter(|patch| matches!(patch.scope, Scope::MachineSet { .. }));
    let mut documents = vec![
        Document::Cluster(Cluster {
            patches: of_cluster.map(inline).collect(),
            ..Cluster::new(
                estate.name.clone(),
                format!("v{}", versions.kubernetes),
                format!("v{}", versions.talos),
            )
        }),
        Document::ControlPlane(ControlPlane {
            machines: ids(true),
            patches: of_control_planes.map(inline).collect(),
            ..ControlPlane::default()
        }),
    ];
    let workers = ids(false);
    if !workers.is_empty() {
        documents.push(Document::Workers(Workers { machines: workers, ..Workers::default() }));
    }
    let parts = Parts::of_machines(patches, extensions);
    for machine in &estate.machines {
        documents.extend(machine_document(machine, &parts).map(Document::Machine));
    }
    documents
}

/// What belongs to single machines, by their ids: looked up once for each machine of a fleet.
#[derive(Default)]
struct Parts<'p> {
    patches: BTreeMap<&'p MachineId, Vec<&'p Patch>>,
    extensions: BTreeMap<&'p MachineId, &'p [String]>,
}

impl<'p> Parts<'p> {
    fn of_machines(patches: &'p [Patch], extensions: &'p [ExtensionList<'_>]) -> Self {
        let mut parts = Self::default();
        for patch in patches {
            if let Scope::ClusterMachine { machine, .. } = &patch.scope {
                parts.patches.entry(machine).or_default().push(patch);
            }
        }
        for list in extensions {
            parts.extensions.extend(list.machine.id.as_ref().map(|id| (&id.value, list.extensions())));
        }
        parts
    }
}

/// What is special about a machine; none for a machine about which nothing is.
fn machine_document(machine: &estate::Machine, parts: &Parts<'_>) -> Option<Machine> {
    let id = &machine.id.as_ref()?.value;
    let own = parts.patches.get(id).into_iter().flatten().copied();
    let document = Machine {
        install: Install { disk: machine.disk.clone().unwrap_or_default() },
        system_extensions: parts.extensions.get(id).map(|list| list.to_vec()),
        patches: own.map(inline).collect(),
        ..Machine::new(id.clone())
    };
    (document != Machine::new(id.clone())).then_some(document)
}

fn inline(patch: &Patch) -> Inline {
    Inline::with_id(&*patch.id, &*patch.data).named(&*patch.name)
}
