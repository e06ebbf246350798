//! `versions`.

use cilium_values::CiliumVersion;
use manifest::yaml::rules::MISSING_KEY;
use manifest::{FieldPath, Finding, Place};
use serde::{Deserialize, Serialize};
use talos_config::TalosVersion;

use super::Cilium;
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
    /// The Cilium chart, such as `1.17.0`. Absent where the cluster has no Cilium: with a section `cilium` it is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub cilium: Option<CiliumVersion>,
}

impl Versions {
    /// What is wrong where a cluster with Cilium does not say which.
    pub(crate) fn lack(&self, cilium: Option<&Cilium>) -> Option<Finding> {
        cilium.filter(|_| self.cilium.is_none()).map(|_| {
            let place = Place::key(FieldPath::root().key("versions"));
            Finding::new(&MISSING_KEY, place, "the key `cilium` is missing")
                .related(Place::key(FieldPath::root().key("cilium")), "this is installed in that version")
                .help("add `cilium`, or remove the section `cilium`")
        })
    }
}
