//! `CRIBaseRuntimeSpecConfig`.

use manifest::Map;
use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// What every container of Kubernetes is started with (`cri.CRIBaseRuntimeSpecConfigV1Alpha1`). The v1alpha1 document
/// may not have `machine.baseRuntimeSpecOverrides` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "CRIBaseRuntimeSpecConfig")]
pub struct CriBaseRuntimeSpecConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `CRIBaseRuntimeSpecConfig`.
    pub kind: KindOf<Self>,
    /// Parts of an OCI runtime specification that stand over those of Talos. Patches replace it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub overrides: Map,
}

impl DocumentKind for CriBaseRuntimeSpecConfig {
    const KIND: &'static str = "CRIBaseRuntimeSpecConfig";
}
