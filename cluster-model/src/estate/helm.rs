//! What is installed from a chart, in the estate.

use super::{Location, Placed};

/// A chart that is installed with values.
#[derive(Clone, Debug, PartialEq)]
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
}
