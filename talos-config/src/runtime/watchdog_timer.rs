//! `WatchdogTimerConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Duration;

/// A device that resets the machine when Talos hangs (`runtime.WatchdogTimerV1Alpha1`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchdogTimerConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `WatchdogTimerConfig`.
    pub kind: KindOf<Self>,
    /// Its path, such as `/dev/watchdog0`; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// How long Talos may hang, at least ten seconds. Absent: a minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Duration>,
}

impl DocumentKind for WatchdogTimerConfig {
    const KIND: &'static str = "WatchdogTimerConfig";
}
