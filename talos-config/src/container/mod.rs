//! Documents about containers that Talos runs itself.

mod container_config;
mod mount;

pub use container_config::{
    ContainerCapabilities, ContainerConfig, ContainerDependsOn, ContainerNetwork, ContainerResourceLimits,
    ContainerResources, ContainerRunAs, ContainerSecurity,
};
pub use mount::{ContainerMount, HostPathMount, TmpfsMount, UserVolumeMount};
