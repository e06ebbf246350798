//! Classes of machines.

use serde::{Deserialize, Serialize};

use super::{GrpcTunnelMode, MetaValue};
use crate::resource::Spec;

/// A name for machines of a kind, from which sets can take what they need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineClassSpec")]
pub struct MachineClass {
    /// Label selectors; a machine belongs to the class if it matches one of them. Excludes `auto_provision`.
    #[serde(rename = "matchlabels")]
    pub match_labels: Vec<String>,
    /// Has machines made by an infrastructure provider.
    #[serde(rename = "autoprovision")]
    pub auto_provision: Option<Provision>,
}

/// How machines of a class are made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineClass.Provision")]
pub struct Provision {
    /// Id of the provider; required.
    #[serde(rename = "providerid")]
    pub provider_id: String,
    /// Extra kernel arguments, under the limits of [`KernelArgs`](super::KernelArgs).
    #[serde(rename = "kernelargs")]
    pub kernel_args: Vec<String>,
    /// Values for the META partition.
    #[serde(rename = "metavalues")]
    pub meta_values: Vec<MetaValue>,
    /// What the provider wants to know, as YAML that fits the provider's own schema.
    #[serde(rename = "providerdata")]
    pub provider_data: String,
    /// How the machines speak to Omni.
    #[serde(rename = "grpctunnel")]
    pub grpc_tunnel: GrpcTunnelMode,
}

impl Spec for MachineClass {
    const TYPE: &'static str = "MachineClasses.omni.sidero.dev";
}
