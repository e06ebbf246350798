//! Sets of machines with one role.

use serde::{Deserialize, Serialize};

use super::common::numbered;
use crate::resource::{Resource, Spec, label};

/// The machines of a cluster that share a role, patches and the pace of changes. Its id begins with the cluster's
/// name; that of the control plane is fixed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "MachineSetSpec")]
pub struct MachineSet {
    /// How configuration changes go out. Unset means to all machines at once.
    #[serde(rename = "updatestrategy")]
    pub update_strategy: Strategy,
    /// Old name of `machine_allocation`, and the stronger of the two; write the new one only.
    #[serde(rename = "machineclass")]
    pub machine_class: Option<MachineAllocation>,
    /// A backup to start etcd from. Only for a control plane, and only when it is made.
    #[serde(rename = "bootstrapspec")]
    pub bootstrap_spec: Option<BootstrapSpec>,
    /// How machines are removed.
    #[serde(rename = "deletestrategy")]
    pub delete_strategy: Strategy,
    /// The pace of configuration changes.
    #[serde(rename = "updatestrategyconfig")]
    pub update_strategy_config: Option<StrategyConfig>,
    /// The pace of removals.
    #[serde(rename = "deletestrategyconfig")]
    pub delete_strategy_config: Option<StrategyConfig>,
    /// Takes machines out of a class; absent means that they are named one by one, as machine set nodes.
    #[serde(rename = "machineallocation")]
    pub machine_allocation: Option<MachineAllocation>,
    /// How Talos upgrades go out. Omni 1.6.
    #[serde(rename = "upgradestrategy")]
    pub upgrade_strategy: Strategy,
    /// The pace of Talos upgrades.
    #[serde(rename = "upgradestrategyconfig")]
    pub upgrade_strategy_config: Option<StrategyConfig>,
}

/// How changes go out to the machines of a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "UpdateStrategy")]
pub enum Strategy {
    /// As Omni does without being told.
    #[default]
    Unset,
    /// A few machines at a time.
    Rolling,
}

numbered!(Strategy = "MachineSet.UpdateStrategy" { Unset = 0, Rolling = 1 });

/// The pace of changes, by strategy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "UpdateStrategyConfig")]
pub struct StrategyConfig {
    /// For [`Strategy::Rolling`].
    pub rolling: Option<RollingStrategy>,
}

/// The pace of [`Strategy::Rolling`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "RollingUpdateStrategyConfig")]
pub struct RollingStrategy {
    /// How many machines at a time; 0 is taken for 1.
    #[serde(rename = "maxparallelism")]
    pub max_parallelism: u32,
}

/// How many machines of which class.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MachineAllocation {
    /// Id of the machine class.
    pub name: String,
    /// How many; 0 unless the allocation is static.
    #[serde(rename = "machinecount")]
    pub machine_count: u32,
    /// Whether they are counted.
    #[serde(rename = "allocationtype")]
    pub allocation_type: AllocationType,
}

/// Whether the machines of a class are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
#[doc(alias = "MachineAllocation.Type")]
pub enum AllocationType {
    /// As many as `machine_count` says.
    #[default]
    Static,
    /// All that match; not for classes that provision machines.
    Unlimited,
}

numbered!(AllocationType = "MachineSet.MachineAllocation.Type" { Static = 0, Unlimited = 1 });

/// The backup that a new control plane starts from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BootstrapSpec {
    /// The UUID (not the name) of the cluster that was backed up.
    #[serde(rename = "clusteruuid")]
    pub cluster_uuid: String,
    /// Name of the snapshot: a relative path of at most 4096 bytes without `..`.
    pub snapshot: String,
}

impl Spec for MachineSet {
    const TYPE: &'static str = "MachineSets.omni.sidero.dev";
}

impl MachineSet {
    /// The class that the machines come from; none means that they are named one by one. Where both names of the
    /// field are used, Omni goes by the old one.
    #[must_use]
    #[doc(alias = "GetMachineAllocation")]
    pub fn allocation(&self) -> Option<&MachineAllocation> {
        self.machine_class.as_ref().or(self.machine_allocation.as_ref())
    }

    /// The id of a cluster's control plane.
    #[must_use]
    #[doc(alias = "ControlPlanesResourceID")]
    pub fn control_planes_id(cluster: &str) -> String {
        format!("{cluster}-control-planes")
    }

    /// The id of a cluster's workers by the name that a template gives them; none is `workers`.
    #[must_use]
    #[doc(alias = "AdditionalWorkersResourceID")]
    pub fn workers_id(cluster: &str, name: Option<&str>) -> String {
        format!("{cluster}-{}", name.unwrap_or("workers"))
    }
}

impl Resource<MachineSet> {
    /// The control plane of a cluster.
    #[must_use]
    pub fn control_planes(cluster: &str, spec: MachineSet) -> Self {
        Self::new(MachineSet::control_planes_id(cluster), spec)
            .labelled(label::CLUSTER, cluster)
            .labelled(label::ROLE_CONTROL_PLANE, "")
    }

    /// Workers of a cluster, by the name that a template gives them; none is `workers`.
    #[must_use]
    pub fn workers(cluster: &str, name: Option<&str>, spec: MachineSet) -> Self {
        Self::new(MachineSet::workers_id(cluster, name), spec)
            .labelled(label::CLUSTER, cluster)
            .labelled(label::ROLE_WORKER, "")
    }
}
