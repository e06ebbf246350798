//! Omni's resources: metadata that all have, and a spec that each type has of its own.

pub mod annotation;
mod any;
pub mod label;
mod metadata;
mod print;
mod read;
mod spec;
pub mod status;
mod typed;
mod types;

#[cfg(feature = "client")]
pub(crate) use any::DecodeSpec;
pub use any::{AnyResource, InvalidSpec};
#[cfg(feature = "client")]
pub(crate) use metadata::shown_id;
pub use metadata::{Metadata, ParseVersionError, Phase, Version};
pub use print::{print, print_all};
pub use read::{is_resource, read};
pub use spec::{
    Acceptance, AccessPolicy, AccessPolicyCluster, AccessPolicyClusterGroup, AccessPolicyExpected,
    AccessPolicyImpersonate, AccessPolicyKubernetes, AccessPolicyRule, AccessPolicyTest,
    AccessPolicyTestCluster, AccessPolicyTestUser, AccessPolicyUser, AccessPolicyUserGroup, AllocationType,
    Architecture, BackupConfiguration, BmcApi, BootstrapSpec, CloudMedia, Cluster, ClusterFeatures,
    ConfigPatch, DefaultJoinToken, EtcdBackupS3Config, EtcdManualBackup, EulaAcceptance,
    ExtensionsConfiguration, GrpcTunnelConfig, GrpcTunnelMode, ImportedClusterSecrets, InfraMachineBmcConfig,
    InfraMachineConfig, InfraProvider, InstallationMediaConfig, Ipmi, JoinToken, KernelArgs,
    KubernetesHealthCheck, KubernetesManifestGroup, MachineAllocation, MachineClass, MachineLabels,
    MachinePower, MachineRequestSet, MachineSet, MachineSetNode, ManifestMode, MetaValue,
    NodeForceDestroyRequest, ProtoDuration, ProtoTimestamp, Provision, RollingStrategy, RotateKubernetesCa,
    RotateTalosCa, SamlLabelRule, SbcMedia, Strategy, StrategyConfig, UnknownNumber,
};
pub use typed::{Resource, Spec};
pub use types::{Access, ClusterOf, Role, TypeInfo};
