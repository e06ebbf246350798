//! `NetworkDefaultActionConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::words;

/// What the firewall does with packets that no rule is about (`network.DefaultActionConfigV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NetworkDefaultActionConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `NetworkDefaultActionConfig`.
    pub kind: KindOf<Self>,
    /// The verdict. Absent: `accept`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ingress: Option<DefaultAction>,
}

impl DocumentKind for NetworkDefaultActionConfig {
    const KIND: &'static str = "NetworkDefaultActionConfig";
}

words! {
    /// The verdict of a firewall (`nethelpers.DefaultAction`).
    pub enum DefaultAction = "DefaultAction" {
        /// They pass.
        Accept = "accept",
        /// They are dropped.
        Block = "block",
    }
}
