//! `KubeTalosAPIAccessConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Which pods may use the API of Talos (`k8s.KubeTalosAPIAccessConfigV1Alpha1`). For control planes only; the
/// v1alpha1 document may not have `machine.features.kubernetesTalosAPIAccess` beside it.
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "KubeTalosAPIAccessConfig")]
pub struct KubeTalosApiAccessConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `KubeTalosAPIAccessConfig`.
    pub kind: KindOf<Self>,
    /// Roles that they may have, such as `os:reader`. Absent: none. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_roles: Vec<String>,
    /// Namespaces that they must be in. Absent: none. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed_kubernetes_namespaces: Vec<String>,
}

impl DocumentKind for KubeTalosApiAccessConfig {
    const KIND: &'static str = "KubeTalosAPIAccessConfig";
}
