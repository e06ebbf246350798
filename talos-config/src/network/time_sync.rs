//! `TimeSyncConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Duration;

/// How the clock is set (`network.TimeSyncConfigV1Alpha1`). The v1alpha1 document may not set `machine.time` beside
/// it.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TimeSyncConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `TimeSyncConfig`.
    pub kind: KindOf<Self>,
    /// Whether it is set at all. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// How long booting waits for the right time; not negative. Absent: forever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boot_timeout: Option<Duration>,
    /// From servers. Not beside `ptp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ntp: Option<NtpConfig>,
    /// From devices. Not beside `ntp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ptp: Option<PtpConfig>,
}

impl DocumentKind for TimeSyncConfig {
    const KIND: &'static str = "TimeSyncConfig";
}

/// Time from servers (`network.NTPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "NTPConfig")]
pub struct NtpConfig {
    /// The servers. Absent: `time.cloudflare.com`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub servers: Vec<String>,
    /// Whether they are asked with network time security, which wants names, not addresses. Absent: false, but true
    /// with the default server. Since 1.14.
    #[serde(rename = "useNTS", default, skip_serializing_if = "Option::is_none")]
    pub use_nts: Option<bool>,
}

/// Time from devices, which a hypervisor may offer (`network.PTPConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "PTPConfig")]
pub struct PtpConfig {
    /// Their paths, such as `/dev/ptp_kvm`. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<String>,
}
