//! `Layer2VIPConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// An address that one control plane machine at a time has, announced by ARP and neighbour advertisements
/// (`network.Layer2VIPConfigV1Alpha1`). Meant for the Kubernetes API server and nothing else. An `HCloudVIPConfig`
/// may not have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "Layer2VIPConfig")]
pub struct Layer2VipConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `Layer2VIPConfig`.
    pub kind: KindOf<Self>,
    /// The address.
    #[serde(default)]
    pub name: String,
    /// Link that gets it, by name or alias; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl DocumentKind for Layer2VipConfig {
    const KIND: &'static str = "Layer2VIPConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl Layer2VipConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
