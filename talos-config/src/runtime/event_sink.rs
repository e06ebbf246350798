//! `EventSinkConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};

/// Where events of the machine are sent (`runtime.EventSinkV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EventSinkConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `EventSinkConfig`.
    pub kind: KindOf<Self>,
    /// Host and port; a finished document has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
}

impl DocumentKind for EventSinkConfig {
    const KIND: &'static str = "EventSinkConfig";
}
