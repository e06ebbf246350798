//! `machine.time`.

use serde::{Deserialize, Serialize};

use crate::scalar::Duration;

/// Time synchronisation (`v1alpha1.TimeConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeConfig {
    /// Whether the clock is left alone. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
    /// NTP servers. Absent: `time.cloudflare.com`. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<String>,
    /// How long the boot waits for the clock. Absent: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_timeout: Option<Duration>,
}
