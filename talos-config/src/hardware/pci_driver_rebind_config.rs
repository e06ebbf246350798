//! `PCIDriverRebindConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Another driver for a PCI device (`hardware.PCIDriverRebindConfigV1Alpha1`).
///
/// Since 1.10.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "PCIDriverRebindConfig")]
pub struct PciDriverRebindConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `PCIDriverRebindConfig`.
    pub kind: KindOf<Self>,
    /// Address of the device, such as `0000:04:00.00`.
    #[serde(default)]
    pub name: String,
    /// The driver, such as `vfio-pci`; needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_driver: Option<String>,
}

impl DocumentKind for PciDriverRebindConfig {
    const KIND: &'static str = "PCIDriverRebindConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl PciDriverRebindConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
