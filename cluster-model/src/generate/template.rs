//! The Omni cluster template.
//!
//! It names every patch by the id and with the text of its own file: a sync destroys the patches of the cluster
//! that its template does not name (`docs/design/rollout.md`).

use std::collections::HashMap;

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

/// The documents, each made when it is asked for: all of those of a fleet at once are larger than their text.
fn documents<'p>(
    estate: &'p Estate,
    versions: &Versions,
    patches: &'p [Patch],
    extensions: &'p [ExtensionList<'_>],
) -> impl Iterator<Item = Document> + use<'p> {
    let ids = |control_plane: bool| -> Vec<String> {
        let machines = estate.machines.iter().filter(|machine| machine.is_control_plane() == control_plane);
        machines.filter_map(|machine| machine.id.as_ref()).map(|id| id.value.to_string()).collect()
    };
    let of_cluster = patches.iter().filter(|patch| matches!(patch.scope, Scope::Cluster { .. }));
    let of_control_planes = patches.iter().filter(|patch| matches!(patch.scope, Scope::MachineSet { .. }));
    let sets = [
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
    let workers = Some(ids(false)).filter(|workers| !workers.is_empty());
    let workers = workers.map(|machines| Document::Workers(Workers { machines, ..Workers::default() }));
    let parts = Parts::of_machines(patches, extensions);
    let machines = estate.machines.iter();
    let machines =
        machines.filter_map(move |machine| machine_document(machine, &parts).map(Document::Machine));
    sets.into_iter().chain(workers).chain(machines)
}

/// What belongs to single machines, by their ids: looked up once for each machine of a fleet, and never listed.
#[derive(Default)]
struct Parts<'p> {
    patches: HashMap<&'p MachineId, Vec<&'p Patch>>,
    extensions: HashMap<&'p MachineId, &'p [String]>,
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
