//! `UnattendedInstallConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Expression;

/// How Talos is put on the disk (`runtime.UnattendedInstallConfigV1Alpha1`). The v1alpha1 document may not have
/// `machine.install` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnattendedInstallConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `UnattendedInstallConfig`.
    pub kind: KindOf<Self>,
    /// Whether the machine then reboots. Absent: if `installer.image` is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reboot: Option<bool>,
    /// What is put there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub installer: Option<InstallerSpec>,
    /// Where it is put; a finished document says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provisioning: Option<ProvisioningSpec>,
}

impl DocumentKind for UnattendedInstallConfig {
    const KIND: &'static str = "UnattendedInstallConfig";
}

/// What is put on the disk (`runtime.InstallerSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstallerSpec {
    /// Image of the installer. Absent: the running version from the Image Factory, and a warning, since a machine
    /// that was not booted from there cannot do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}

/// Where Talos is put (`runtime.ProvisioningSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProvisioningSpec {
    /// Which disk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disk_selector: Option<DiskSelectorSpec>,
    /// Whether it is erased before. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wipe: Option<bool>,
}

/// Which disk is meant (`runtime.DiskSelectorSpec`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiskSelectorSpec {
    /// Condition on `disk` and `system_disk`, such as `disk.transport == "nvme"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#match: Option<Expression>,
}
