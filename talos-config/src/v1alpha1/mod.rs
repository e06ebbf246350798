//! The v1alpha1 document, the oldest one: one file per section.

mod api_server;
mod bond;
mod bridge;
mod cluster;
mod cluster_network;
mod config;
mod control_plane_pods;
mod device;
mod discovery;
mod disk;
mod encryption;
mod etcd;
mod features;
mod file;
mod kernel;
mod kubelet;
mod logging;
mod machine;
mod network;
mod proxy;
mod registries;
mod time;
mod wireguard;

pub use api_server::{AdmissionPluginConfig, ApiServerConfig, AuthorizerConfig};
pub use bond::Bond;
pub use bridge::{Bridge, BridgePort, BridgeVlan, Stp};
pub use cluster::{
    AdminKubeconfigConfig, ClusterConfig, ClusterInlineManifest, ControlPlaneConfig, CoreDns,
    ExternalCloudProviderConfig,
};
pub use cluster_network::{ClusterNetworkConfig, CniConfig, FlannelCniConfig};
pub use config::Config;
pub use control_plane_pods::{ControllerManagerConfig, ResourcesConfig, SchedulerConfig, VolumeMountConfig};
pub use device::{
    Device, DeviceVipConfig, DhcpOptions, NetworkDeviceSelector, Route, VipEquinixMetalConfig,
    VipHcloudConfig, Vlan,
};
pub use discovery::{
    ClusterDiscoveryConfig, DiscoveryRegistriesConfig, RegistryKubernetesConfig, RegistryServiceConfig,
};
pub use disk::{DiskPartition, InstallConfig, InstallDiskSelector, InstallExtensionConfig, MachineDisk};
pub use encryption::{
    EncryptionConfig, EncryptionKey, EncryptionKeyKms, EncryptionKeyNodeId, EncryptionKeyStatic,
    EncryptionKeyTpm, SystemDiskEncryptionConfig,
};
pub use etcd::EtcdConfig;
pub use features::{
    FeaturesConfig, HostDnsConfig, ImageCacheConfig, KubePrism, KubernetesTalosApiAccessConfig,
};
pub use file::MachineFile;
pub use kernel::{KernelConfig, KernelModuleConfig};
pub use kubelet::{ExtraMount, KubeletConfig, KubeletNodeIpConfig, LinuxIdMapping};
pub use logging::{LoggingConfig, LoggingDestination};
pub use machine::{
    MachineConfig, MachineControlPlaneConfig, MachineControllerManagerConfig, MachineSchedulerConfig,
    MachineSeccompProfile, UdevConfig,
};
pub use network::{ExtraHost, KubeSpanFilters, NetworkConfig, NetworkKubeSpan};
pub use proxy::ProxyConfig;
pub use registries::{
    RegistriesConfig, RegistryAuthConfig, RegistryConfig, RegistryMirrorConfig, RegistryTlsConfig,
};
pub use time::TimeConfig;
pub use wireguard::{DeviceWireguardConfig, DeviceWireguardPeer};
