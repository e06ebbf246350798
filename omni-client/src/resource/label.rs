//! Label keys of Omni, `client/pkg/omni/resources/omni/labels.go`.
//!
//! Where a label has no value of its own, it stands with the empty text; presence is what counts.

/// What all of Omni's own keys begin with. Users may use it through the API, but not in a cluster template.
pub const SYSTEM_PREFIX: &str = "omni.sidero.dev/";

/// The name of the cluster that a resource belongs to.
#[doc(alias = "LabelCluster")]
pub const CLUSTER: &str = "omni.sidero.dev/cluster";

/// The id (not the name in the template) of the machine set that a resource belongs to.
#[doc(alias = "LabelMachineSet")]
pub const MACHINE_SET: &str = "omni.sidero.dev/machine-set";

/// The machine that a resource is for, while the machine is in the cluster of [`CLUSTER`].
#[doc(alias = "LabelClusterMachine")]
pub const CLUSTER_MACHINE: &str = "omni.sidero.dev/cluster-machine";

/// The machine that a resource is for, in whichever cluster it is, or in none.
#[doc(alias = "LabelMachine")]
pub const MACHINE: &str = "omni.sidero.dev/machine";

/// Marks what belongs to a control plane. No value.
#[doc(alias = "LabelControlPlaneRole")]
pub const ROLE_CONTROL_PLANE: &str = "omni.sidero.dev/role-controlplane";

/// Marks what belongs to workers. No value.
#[doc(alias = "LabelWorkerRole")]
pub const ROLE_WORKER: &str = "omni.sidero.dev/role-worker";

/// Marks a patch that Omni made, and hides it in the web interface. No value, and no protection: whoever may
/// write patches may set it.
#[doc(alias = "LabelSystemPatch")]
pub const SYSTEM_PATCH: &str = "omni.sidero.dev/system-patch";

/// Takes a patch out of the merge whatever its value is, also `false`. Omni 1.10 and later; not looked at
/// before.
pub const DISABLED: &str = "omni.sidero.dev/disabled";

/// Marks a group of Kubernetes manifests that Omni made; users may not set it. No value.
pub const SYSTEM_MANIFEST: &str = "omni.sidero.dev/system-manifest";

/// Marks a machine that was made for a machine request and is not to be given to a machine set by hand. No
/// value; a machine class may not select by it.
pub const NO_MANUAL_ALLOCATION: &str = "omni.sidero.dev/no-manual-allocation";

/// Marks a node that Omni put into a machine set because of the set's machine class. No value.
pub const MANAGED_BY_MACHINE_SET_NODE_CONTROLLER: &str =
    "omni.sidero.dev/managed-by-machine-set-node-controller";

/// Marks a link or machine status without a connection to Omni. No value.
pub const DISCONNECTED: &str = "omni.sidero.dev/disconnected";
