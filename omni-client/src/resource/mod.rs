//! Omni's resources: metadata that all have, and a spec that each type has of its own.

pub mod annotation;
mod any;
pub mod label;
mod metadata;
mod print;
mod read;
mod spec;
mod typed;
mod types;

pub use any::AnyResource;
pub use metadata::{Metadata, ParseVersionError, Phase, Version};
pub use print::{print, print_all};
pub use read::{is_resource, read};
pub use spec::{
    AllocationType, BackupConfiguration, BootstrapSpec, Cluster, ClusterFeatures, ConfigPatch,
    ExtensionsConfiguration, GrpcTunnelMode, KernelArgs, KubernetesHealthCheck, KubernetesManifestGroup,
    MachineAllocation, MachineClass, MachineLabels, MachineSet, MachineSetNode, ManifestMode, MetaValue,
    ProtoDuration, Provision, RollingStrategy, Strategy, StrategyConfig, UnknownNumber,
};
pub use typed::{Resource, Spec};
pub use types::{Access, ClusterOf, Role, TypeInfo};
