//! Machines that a provider brings: what users say about them.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::common::numbered;
use super::{GrpcTunnelMode, MetaValue};
use crate::resource::Spec;

/// A provider of machines; its id is its name, a DNS label. For administrators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InfraProviderSpec")]
pub struct InfraProvider {}

impl Spec for InfraProvider {
    const TYPE: &'static str = "InfraProviders.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

/// What is wanted of the bare-metal machine whose id it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InfraMachineConfigSpec")]
pub struct InfraMachineConfig {
    /// Whether it is to be on.
    #[serde(rename = "powerstate")]
    pub power_state: MachinePower,
    /// Whether Omni may use it; cannot be taken back.
    #[serde(rename = "acceptancestatus")]
    pub acceptance_status: Acceptance,
    /// Kernel arguments besides those of Omni, in one text of at most 4096 bytes.
    #[serde(rename = "extrakernelargs")]
    pub extra_kernel_args: String,
    /// A new text of at most 128 bytes here asks for a reboot.
    #[serde(rename = "requestedrebootid")]
    pub requested_reboot_id: String,
    /// Whether it is kept from being given to clusters.
    pub cordoned: bool,
    /// A new text of at most 128 bytes here asks to switch it off.
    #[serde(rename = "poweroffrequestid")]
    pub power_off_request_id: String,
}

impl Spec for InfraMachineConfig {
    const TYPE: &'static str = "InfraMachineConfigs.omni.sidero.dev";
}

/// Whether a machine is accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "InfraMachineConfigSpec.AcceptanceStatus")]
pub enum Acceptance {
    /// Nobody has said.
    #[default]
    Pending,
    /// Omni may use it.
    Accepted,
    /// Omni leaves it alone.
    Rejected,
}

numbered!(Acceptance = "InfraMachineConfigSpec.AcceptanceStatus" { Pending = 0, Accepted = 1, Rejected = 2 });

/// Whether a machine is to be on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "InfraMachineConfigSpec.MachinePowerState")]
pub enum MachinePower {
    /// As it is needed.
    #[default]
    Default,
    /// Off.
    Off,
    /// On.
    On,
}

numbered!(MachinePower = "InfraMachineConfigSpec.MachinePowerState" { Default = 0, Off = 1, On = 2 });

/// How to reach the management controller of the machine whose id it has. For administrators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InfraMachineBMCConfigSpec")]
pub struct InfraMachineBmcConfig {
    /// By IPMI.
    pub ipmi: Option<Ipmi>,
    /// By an API of the provider's own.
    pub api: Option<BmcApi>,
}

impl Spec for InfraMachineBmcConfig {
    const TYPE: &'static str = "InfraMachineBMCConfigs.omni.sidero.dev";
}

/// A management controller that speaks IPMI.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InfraMachineBMCConfigSpec.IPMI")]
pub struct Ipmi {
    /// Its address.
    pub address: String,
    /// Its port.
    pub port: u32,
    /// The user.
    pub username: String,
    /// The user's password.
    pub password: Secret,
}

/// A management controller with an API.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "InfraMachineBMCConfigSpec.API")]
pub struct BmcApi {
    /// Its address.
    pub address: String,
}

/// Machines that a provider is to make, outside of any cluster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineRequestSetSpec")]
pub struct MachineRequestSet {
    /// Id of the provider; required.
    #[serde(rename = "providerid")]
    pub provider_id: String,
    /// How many machines.
    #[serde(rename = "machinecount")]
    pub machine_count: i32,
    /// Talos version without a leading `v`.
    #[serde(rename = "talosversion")]
    pub talos_version: String,
    /// System extensions.
    pub extensions: Vec<String>,
    /// Extra kernel arguments.
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

impl Spec for MachineRequestSet {
    const TYPE: &'static str = "MachineRequestSets.omni.sidero.dev";
}

/// Removes the machine whose id it has from its cluster without waiting for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "NodeForceDestroyRequestSpec")]
pub struct NodeForceDestroyRequest {}

impl Spec for NodeForceDestroyRequest {
    const TYPE: &'static str = "NodeForceDestroyRequests.omni.sidero.dev";
}
