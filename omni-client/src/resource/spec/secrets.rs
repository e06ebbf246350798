//! Secrets of a cluster: taking over old ones, and making new ones.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// Secrets of a cluster that was made without Omni; its id is the name of the cluster, which must not exist yet. Once
/// written, nobody can read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "ImportedClusterSecretsSpec")]
pub struct ImportedClusterSecrets {
    /// A Talos secrets bundle as YAML.
    pub data: Secret,
}

impl Spec for ImportedClusterSecrets {
    const TYPE: &'static str = "ImportedClusterSecrets.omni.sidero.dev";
}

/// Asks for a new authority of Talos in the cluster whose name is its id. Since Omni 1.6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "RotateTalosCASpec")]
pub struct RotateTalosCa {}

impl Spec for RotateTalosCa {
    const TYPE: &'static str = "RotateTalosCAs.omni.sidero.dev";
}

/// Asks for a new authority of Kubernetes in the cluster whose name is its id. Since Omni 1.6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "RotateKubernetesCASpec")]
pub struct RotateKubernetesCa {}

impl Spec for RotateKubernetesCa {
    const TYPE: &'static str = "RotateKubernetesCAs.omni.sidero.dev";
}
