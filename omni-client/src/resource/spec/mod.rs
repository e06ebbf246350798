//! The specs of resources, one file per type.

mod cluster;
mod common;
mod config_patch;
mod extensions_configuration;
mod kernel_args;
mod kubernetes_health_check;
mod kubernetes_manifest_group;
mod machine_class;
mod machine_labels;
mod machine_set;
mod machine_set_node;

mod access_policy;
mod backup;
mod infra;
mod installation_media;
mod joining;
mod secrets;
mod signing_in;

pub use access_policy::{
    AccessPolicy, AccessPolicyCluster, AccessPolicyClusterGroup, AccessPolicyExpected,
    AccessPolicyImpersonate, AccessPolicyKubernetes, AccessPolicyRule, AccessPolicyTest,
    AccessPolicyTestCluster, AccessPolicyTestUser, AccessPolicyUser, AccessPolicyUserGroup,
};
pub use backup::{EtcdBackupS3Config, EtcdManualBackup};
pub use cluster::{BackupConfiguration, Cluster, ClusterFeatures};
pub use common::{GrpcTunnelMode, MetaValue, ProtoDuration, ProtoTimestamp, UnknownNumber};
pub use config_patch::ConfigPatch;
pub use extensions_configuration::ExtensionsConfiguration;
pub use infra::{
    Acceptance, BmcApi, InfraMachineBmcConfig, InfraMachineConfig, InfraProvider, Ipmi, MachinePower,
    MachineRequestSet, NodeForceDestroyRequest,
};
pub use installation_media::{Architecture, CloudMedia, InstallationMediaConfig, SbcMedia};
pub use joining::{DefaultJoinToken, GrpcTunnelConfig, JoinToken};
pub use kernel_args::KernelArgs;
pub use kubernetes_health_check::KubernetesHealthCheck;
pub use kubernetes_manifest_group::{KubernetesManifestGroup, ManifestMode};
pub use machine_class::{MachineClass, Provision};
pub use machine_labels::MachineLabels;
pub use machine_set::{
    AllocationType, BootstrapSpec, MachineAllocation, MachineSet, RollingStrategy, Strategy, StrategyConfig,
};
pub use machine_set_node::MachineSetNode;
pub use secrets::{ImportedClusterSecrets, RotateKubernetesCa, RotateTalosCa};
pub use signing_in::{EulaAcceptance, SamlLabelRule};
