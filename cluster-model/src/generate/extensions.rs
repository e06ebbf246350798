//! System extensions of machines with an accelerator.

use manifest::yaml::{self, Layout as Style, WriteError};
use omni_client::resource::{ExtensionsConfiguration, Resource};

use super::patches::machine_scope;
use crate::artifact::Artifact;
use crate::estate::{Estate, Machine};
use crate::spec::{Layer, Layout};

/// The extension list of one machine with the file that it is written to.
pub(super) struct ExtensionList<'e> {
    pub(super) path: String,
    pub(super) machine: &'e Machine,
    resource: Resource<ExtensionsConfiguration>,
}

impl ExtensionList<'_> {
    /// The names.
    pub(super) fn extensions(&self) -> &[String] {
        &self.resource.spec.extensions
    }

    pub(super) fn into_artifact(self) -> Result<Artifact, WriteError> {
        Ok(Artifact::yaml(self.path, &yaml::to_string(&self.resource, &Style::default())?))
    }
}

/// The lists of an estate, one for each machine whose accelerator needs extensions.
///
/// Their ids are those that Omni gives to the lists of a cluster template, so that file and template name one
/// resource.
pub(super) fn extensions<'e>(estate: &'e Estate, layout: &Layout) -> Vec<ExtensionList<'e>> {
    let directory = layout.patches(Layer::Accelerators);
    let with_list = estate.machines.iter().filter_map(|machine| {
        let needs = estate.accelerator(machine).filter(|needs| !needs.extensions.is_empty())?;
        let id = &machine.id.as_ref()?.value;
        Some((machine, id, &needs.extensions, machine_scope(estate, machine)?))
    });
    with_list
        .map(|(machine, id, extensions, scope)| ExtensionList {
            path: format!("{directory}/01-extensions-{}.yaml", machine.name),
            machine,
            resource: Resource::new(
                format!("schematic-{id}"),
                ExtensionsConfiguration::new(extensions.clone()),
            )
            .scoped(&scope),
        })
        .collect()
}
