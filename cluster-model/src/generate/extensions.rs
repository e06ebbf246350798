//! System extensions of machines with an accelerator.

use manifest::yaml::{self, Layout as Style, WriteError};
use omni_client::resource::{ExtensionsConfiguration, Resource};

use super::patches::machine_scope;
use crate::artifact::Artifact;
use crate::estate::Estate;
use crate::spec::{Layer, Layout};

/// The extension list of one machine with the file that it is written to.
pub(super) struct ExtensionList {
    pub(super) path: String,
    /// The machine, by its place in the estate.
    pub(super) machine: usize,
    resource: Resource<ExtensionsConfiguration>,
}

impl ExtensionList {
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
pub(super) fn extensions(estate: &Estate, layout: &Layout) -> Vec<ExtensionList> {
    let directory = layout.patches(Layer::Accelerators);
    let with_list = estate.machines.iter().enumerate().filter_map(|(number, machine)| {
        let needs = estate.accelerator(machine).filter(|needs| !needs.extensions.is_empty())?;
        let id = &machine.id.as_ref()?.value;
        Some((number, &machine.name, id, &needs.extensions, machine_scope(estate, machine)?))
    });
    with_list
        .map(|(machine, name, id, extensions, scope)| ExtensionList {
            path: format!("{directory}/01-extensions-{name}.yaml"),
            machine,
            resource: Resource::new(
                format!("schematic-{id}"),
                ExtensionsConfiguration::new(extensions.clone()),
            )
            .scoped(&scope),
        })
        .collect()
}
