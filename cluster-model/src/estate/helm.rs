//! What is installed from a chart, in the estate.

use ::manifest::{FieldPath, Place};

use super::{Field, Location, Placed};

/// A chart that is installed with values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HelmRelease {
    /// Name of the chart, without its repository.
    pub chart: String,
    /// Name of the release; that of the chart where none is given.
    pub name: String,
    /// The namespace that it is installed into; empty where it is not said.
    pub namespace: String,
    /// Version of the chart, if it is said.
    pub version: Option<Placed<String>>,
    /// What installs it: an Argo CD `Application`, a Flux `HelmRelease`, a `kustomization`. Absent for values that lie in
    /// the repository without anything that names them.
    pub installed_by: Option<Location>,
    /// Its values, of which a later one is laid over an earlier one.
    pub values: Vec<Location>,
    /// Values that it takes from elsewhere and that are not in the repository: what they are called, where it names them.
    pub not_found: Vec<Placed<String>>,
    /// Whether it has further values that nobody here sees: not found, secret, fetched, or in the chart itself. What it does
    /// not say may be said there.
    pub is_partial: bool,
}

impl HelmRelease {
    /// The value behind keys with dots between them, as the last of the values has it that says it.
    #[must_use]
    pub fn value(&self, keys: &str) -> Option<Field<'_>> {
        self.layers().into_iter().rev().map(|root| root.get(keys)).find(Field::is_set)
    }

    /// Each of the values as a whole, those that are laid over the others last.
    #[must_use]
    pub fn layers(&self) -> Vec<Field<'_>> {
        self.values.iter().map(|at| Field::new(at, at.node(), FieldPath::root())).collect()
    }

    /// What installs it, or else its values.
    #[must_use]
    pub fn place(&self) -> Place {
        self.installed_by.as_ref().or(self.values.first()).map(Location::whole).unwrap_or_default()
    }
}
