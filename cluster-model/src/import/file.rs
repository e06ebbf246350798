//! A file of the repository, and what it was understood as.

use std::fmt;

use manifest::Source;

/// A file of the repository.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its path in the repository.
    pub path: String,
    /// Its text. Absent where it is not UTF-8.
    pub source: Option<Source>,
    /// What it was understood as.
    pub meaning: Meaning,
}

/// What a file was understood as, decided from its content.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Meaning {
    /// Resources as `omnictl get -o yaml` prints them: how many.
    OmniResources(usize),
    /// A cluster template.
    ClusterTemplate,
    /// A whole machine configuration.
    MachineConfiguration,
    /// A patch of a machine configuration; which machine it reaches is not said in the repository.
    TalosPatch,
    /// Objects of Kubernetes: how many.
    Manifests(usize),
    /// Values of a chart: which release they are for.
    HelmValues(String),
    /// A list of files that are applied together.
    Kustomization,
    /// The spec of a cluster.
    Spec,
    /// A text for people; only its references to files are looked at.
    Text,
    /// Nothing that is understood here, and why.
    Unknown(String),
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OmniResources(1) => f.write_str("1 resource of Omni"),
            Self::OmniResources(count) => write!(f, "{count} resources of Omni"),
            Self::ClusterTemplate => f.write_str("cluster template"),
            Self::MachineConfiguration => f.write_str("machine configuration"),
            Self::TalosPatch => f.write_str("Talos patch"),
            Self::Manifests(1) => f.write_str("1 Kubernetes object"),
            Self::Manifests(count) => write!(f, "{count} Kubernetes objects"),
            Self::HelmValues(release) => write!(f, "Helm values of {release}"),
            Self::Kustomization => f.write_str("kustomization"),
            Self::Spec => f.write_str("cluster spec"),
            Self::Text => f.write_str("text"),
            Self::Unknown(why) => write!(f, "not understood: {why}"),
        }
    }
}
