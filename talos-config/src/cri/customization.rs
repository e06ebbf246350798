//! `CRICustomizationConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// A part of the configuration of containerd (`cri.CRICustomizationConfigV1Alpha1`). A change restarts it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "CRICustomizationConfig")]
pub struct CriCustomizationConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `CRICustomizationConfig`.
    pub kind: KindOf<Self>,
    /// Name of the part; parts are put together in the order of their names. The name `customization` is taken by the
    /// file `/etc/cri/conf.d/20-customization.part`.
    #[serde(default)]
    pub name: String,
    /// The part, TOML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

impl DocumentKind for CriCustomizationConfig {
    const KIND: &'static str = "CRICustomizationConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl CriCustomizationConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
