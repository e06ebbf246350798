//! `HCloudVIPConfig`.

use manifest::Secret;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// An address that one control plane machine at a time has, moved by the API of Hetzner Cloud
/// (`network.HCloudVIPConfigV1Alpha1`). Meant for the Kubernetes API server and nothing else. A `Layer2VIPConfig` may
/// not have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "HCloudVIPConfig")]
pub struct HcloudVipConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `HCloudVIPConfig`.
    pub kind: KindOf<Self>,
    /// The address.
    #[serde(default)]
    pub name: String,
    /// Link that gets it, by name or alias; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Token for the API; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_token: Option<Secret>,
}

impl DocumentKind for HcloudVipConfig {
    const KIND: &'static str = "HCloudVIPConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl HcloudVipConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
