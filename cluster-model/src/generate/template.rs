//! The Omni cluster template.
//!
//! It names every patch by the id and with the text of its own file: a sync destroys the patches of the cluster
//! that its template does not name (`docs/design/rollout.md`).

use manifest::yaml::{self, Layout as Style, WriteError};
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
    extensions: &[ExtensionList],
) -> Result<Artifact, WriteError> {
    let documents = documents(estate, versions, patches, extensions);
    Ok(Artifact::yaml(PATH.to_owned(), &yaml::to_stream(documents, &Style::default())?))
}

/// The documents, each made when it is asked for: all of those of a fleet at once are larger than their text.
fn documents<'p>(
    estate: &'p Estate,
    versions: &Versions,
    patches: &'p [Patch],
    extensions: &'p [ExtensionList],
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
    let machines = estate.machines.iter().zip(own(estate.machines.len(), patches, extensions));
    let machines =
        machines.filter_map(|(machine, own)| machine_document(machine, &own).map(Document::Machine));
    sets.into_iter().chain(workers).chain(machines)
}

/// What belongs to a single machine.
#[derive(Clone, Default)]
struct Own<'p> {
    patches: Vec<&'p Patch>,
    extensions: Option<&'p [String]>,
}

/// What belongs to each of so many machines.
fn own<'p>(machines: usize, patches: &'p [Patch], extensions: &'p [ExtensionList]) -> Vec<Own<'p>> {
    let mut own = vec![Own::default(); machines];
    for patch in patches {
        if let Some(own) = patch.machine.and_then(|number| own.get_mut(number)) {
            own.patches.push(patch);
        }
    }
    for list in extensions {
        if let Some(own) = own.get_mut(list.machine) {
            own.extensions = Some(list.extensions());
        }
    }
    own
}

/// What is special about a machine; none for a machine about which nothing is.
fn machine_document(machine: &estate::Machine, own: &Own<'_>) -> Option<Machine> {
    let id = &machine.id.as_ref()?.value;
    let document = Machine {
        install: Install { disk: machine.disk.clone().unwrap_or_default() },
        system_extensions: own.extensions.map(<[String]>::to_vec),
        patches: own.patches.iter().copied().map(inline).collect(),
        ..Machine::new(id.clone())
    };
    (document != Machine::new(id.clone())).then_some(document)
}

fn inline(patch: &Patch) -> Inline {
    Inline::with_id(&*patch.id, &*patch.data).named(&*patch.name)
}
