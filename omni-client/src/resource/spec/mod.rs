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

pub use cluster::{BackupConfiguration, Cluster, ClusterFeatures};
pub use common::{GrpcTunnelMode, MetaValue, ProtoDuration, UnknownNumber};
pub use config_patch::ConfigPatch;
pub use extensions_configuration::ExtensionsConfiguration;
pub use kernel_args::KernelArgs;
pub use kubernetes_health_check::KubernetesHealthCheck;
pub use kubernetes_manifest_group::{KubernetesManifestGroup, ManifestMode};
pub use machine_class::{MachineClass, Provision};
pub use machine_labels::MachineLabels;
pub use machine_set::{
    AllocationType, BootstrapSpec, MachineAllocation, MachineSet, RollingStrategy, Strategy, StrategyConfig,
};
pub use machine_set_node::MachineSetNode;
