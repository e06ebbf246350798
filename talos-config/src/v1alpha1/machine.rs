//! `machine`: what concerns one machine.

use std::collections::BTreeMap;

use manifest::{Map, Secret};
use serde::{Deserialize, Serialize};

use super::{
    FeaturesConfig, InstallConfig, KernelConfig, KubeletConfig, LoggingConfig, MachineDisk, MachineFile,
    NetworkConfig, RegistriesConfig, SystemDiskEncryptionConfig, TimeConfig,
};
use crate::scalar::{Certificate, CertificateAndKey, MachineType};

/// What concerns the machine (`v1alpha1.MachineConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MachineConfig {
    /// The role of the machine. Absent means worker, with a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<MachineType>,
    /// The token with which a worker asks trustd for its certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<Secret>,
    /// The root certificate authority of the Talos API. Control planes hold the key too, workers must not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ca: Option<CertificateAndKey>,
    /// Further certificate authorities that clients of the Talos API are checked against.
    #[serde(rename = "acceptedCAs", default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_cas: Vec<Certificate>,
    /// Further names and addresses in the certificate of the Talos API. Patches append.
    #[serde(rename = "certSANs", default, skip_serializing_if = "Vec::is_empty")]
    pub cert_sans: Vec<String>,
    /// Parts of the control plane that this machine leaves out. Deprecated since 1.14:
    /// `KubeControllerManagerConfig`, `KubeSchedulerConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control_plane: Option<MachineControlPlaneConfig>,
    /// The kubelet. Deprecated since 1.14: `KubeletConfig`, `KubeNodeConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubelet: Option<KubeletConfig>,
    /// Static pods, each a whole pod manifest. Deprecated since 1.14: `KubeStaticPodConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pods: Vec<Map>,
    /// Host networking. Deprecated piece by piece since 1.12 in favour of documents of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<NetworkConfig>,
    /// Further disks to partition, format and mount. Deprecated since 1.10: `UserVolumeConfig`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disks: Vec<MachineDisk>,
    /// Installation to disk. Required on metal up to 1.13. Deprecated since 1.14: `UnattendedInstallConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub install: Option<InstallConfig>,
    /// Files to write at boot. Only paths below `/var` and `/etc/cri/conf.d` are possible. Deprecated since
    /// 1.14.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<MachineFile>,
    /// Environment of Talos' own services, such as `http_proxy`. Deprecated since 1.13: `EnvironmentConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub env: BTreeMap<String, String>,
    /// Time synchronisation. Deprecated since 1.12: `TimeSyncConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeConfig>,
    /// Kernel parameters by name, such as `net.ipv4.ip_forward`. Deprecated since 1.14: `SysctlConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sysctls: BTreeMap<String, String>,
    /// Values below `/sys`, with dots in place of slashes. Deprecated since 1.14: `SysfsConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sysfs: BTreeMap<String, String>,
    /// Mirrors, credentials and TLS of image registries. Deprecated since 1.12: `RegistryMirrorConfig` and
    /// its kin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registries: Option<RegistriesConfig>,
    /// Encryption of the system partitions. Deprecated since 1.11: `VolumeConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system_disk_encryption: Option<SystemDiskEncryptionConfig>,
    /// Switches for parts of Talos.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub features: Option<FeaturesConfig>,
    /// udev rules. Deprecated since 1.14: `UdevRulesConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub udev: Option<UdevConfig>,
    /// Where service logs are sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logging: Option<LoggingConfig>,
    /// Kernel modules. Deprecated since 1.14: `KernelModuleConfig`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kernel: Option<KernelConfig>,
    /// seccomp profiles that pods may name. They are written to the kubelet's profile directory.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seccomp_profiles: Vec<MachineSeccompProfile>,
    /// Parts of the OCI runtime specification that replace the defaults for every container. Deprecated since
    /// 1.14: `CRIBaseRuntimeSpecConfig`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub base_runtime_spec_overrides: Map,
    /// Labels of the Kubernetes node. Values are at most 63 letters, digits, `-`, `_`, `.`. Deprecated since
    /// 1.14: `KubeNodeConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub node_labels: BTreeMap<String, String>,
    /// Annotations of the Kubernetes node; 256 KiB in all. Deprecated since 1.14: `KubeNodeConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub node_annotations: BTreeMap<String, String>,
    /// Taints of the Kubernetes node: key to `value:Effect` or `Effect`. Deprecated since 1.14:
    /// `KubeNodeConfig`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub node_taints: BTreeMap<String, String>,
}

/// Parts of the control plane on one machine (`v1alpha1.MachineControlPlaneConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MachineControlPlaneConfig {
    /// The controller manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller_manager: Option<MachineControllerManagerConfig>,
    /// The scheduler.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduler: Option<MachineSchedulerConfig>,
}

/// The controller manager of one machine (`v1alpha1.MachineControllerManagerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineControllerManagerConfig {
    /// Whether it is left out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}

/// The scheduler of one machine (`v1alpha1.MachineSchedulerConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineSchedulerConfig {
    /// Whether it is left out. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}

/// A named seccomp profile (`v1alpha1.MachineSeccompProfile`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineSeccompProfile {
    /// File name of the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The profile, in the JSON form of container runtimes.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub value: Map,
}

/// udev rules of the machine (`v1alpha1.UdevConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UdevConfig {
    /// Rules, one a line. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}
