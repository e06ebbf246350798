//! `versions`.

use cilium_values::CiliumVersion;
use serde::{Deserialize, Serialize};
use talos_config::TalosVersion;

use crate::scalar::KubernetesVersion;

/// Versions of the systems that make up the cluster. All are full versions: patch releases differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Versions {
    /// Talos Linux, such as `1.12.6`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub talos: TalosVersion,
    /// Kubernetes, such as `1.35.3`.
    pub kubernetes: KubernetesVersion,
    /// The Cilium chart, such as `1.17.0`.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub cilium: CiliumVersion,
}
