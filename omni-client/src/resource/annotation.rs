//! Annotation keys of Omni, `client/pkg/omni/resources/omni/annotations.go`.

/// The name that the web interface shows for a patch or a group of manifests.
pub const NAME: &str = "name";

/// The text that the web interface shows for a patch.
pub const DESCRIPTION: &str = "description";

/// On the node of a worker machine: neither configuration nor version is changed, and it is not removed. No value;
/// refused for control planes.
#[doc(alias = "MachineLocked")]
pub const LOCKED: &str = "omni.sidero.dev/locked";

/// On a cluster: neither it nor its machine sets and nodes may be changed or destroyed. No value.
#[doc(alias = "ClusterLocked")]
pub const CLUSTER_LOCKED: &str = "omni.sidero.dev/cluster-locked";

/// On a cluster: it is being taken over, and may be changed although it is locked. No value.
#[doc(alias = "ClusterImportIsInProgress")]
pub const CLUSTER_IMPORT_IS_IN_PROGRESS: &str = "omni.sidero.dev/cluster-import-is-in-progress";

/// On a cluster and on kernel arguments that a cluster template made. No value. For kernel arguments it decides
/// what a later sync does; for a cluster it is a hint to people only.
#[doc(alias = "ResourceManagedByClusterTemplates")]
pub const MANAGED_BY_CLUSTER_TEMPLATES: &str = "omni.sidero.dev/managed-by-cluster-templates";
