//! Which list of extensions a machine gets.

use super::index::Index;
use super::{Layer, Member};
use crate::resource::{ExtensionsConfiguration, Resource};

/// Lists of extensions, ready to be asked which of them a machine gets.
///
/// Lists do not merge: the narrowest layer that has any replaces the wider ones, and inside a layer the last id
/// replaces the others (`machine_extensions.go` of Omni's controllers).
#[derive(Clone, Debug)]
pub struct ExtensionsConfigurations<'r> {
    index: Index<'r, ExtensionsConfiguration>,
}

/// The list that a machine gets, and those that it therefore does not get.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenExtensions<'r> {
    /// The layer that decides; never [`Layer::Machine`].
    pub layer: Layer,
    /// The list.
    pub configuration: &'r Resource<ExtensionsConfiguration>,
    /// The lists of the same layer that a later id replaces, in the order of their ids.
    pub shadowed: Vec<&'r Resource<ExtensionsConfiguration>>,
    /// What each wider layer would have given, from narrow to wide.
    pub replaced: Vec<(Layer, &'r Resource<ExtensionsConfiguration>)>,
}

impl<'r> ExtensionsConfigurations<'r> {
    /// Takes in lists. One without the label `cluster` reaches nothing.
    #[must_use]
    pub fn new(configurations: impl IntoIterator<Item = &'r Resource<ExtensionsConfiguration>>) -> Self {
        let mut index = Index::new();
        for configuration in configurations {
            index.insert_in_cluster(configuration);
        }
        index.sort();
        Self { index }
    }

    /// The list of a machine; none where no configuration selects it: then it keeps the extensions that it was
    /// first seen with. An empty list is a list: it removes all extensions.
    #[must_use]
    pub fn of(&self, member: Member<'_>) -> Option<ChosenExtensions<'r>> {
        let place = member.place?;
        let layers = [
            (Layer::ClusterMachine, self.index.of_cluster_machine(place.cluster, member.machine)),
            (Layer::MachineSet, self.index.of_machine_set(place.cluster, place.machine_set)),
            (Layer::Cluster, self.index.of_cluster(place.cluster)),
        ];
        let mut layers = layers.into_iter().filter_map(|(layer, list)| Some((layer, list.split_last()?)));
        let (layer, (&configuration, shadowed)) = layers.next()?;
        let replaced = layers
            .map(|(layer, (&last, _))| (layer, last))
            .filter(|(_, wider)| !std::ptr::eq(*wider, configuration))
            .collect();
        Some(ChosenExtensions { layer, configuration, shadowed: shadowed.to_vec(), replaced })
    }
}
