//! `TCPProbeConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::Duration;

/// A port that must accept connections for the network to count as working (`network.TCPProbeConfigV1Alpha1`).
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "TCPProbeConfig")]
pub struct TcpProbeConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `TCPProbeConfig`.
    pub kind: KindOf<Self>,
    /// Name of the probe.
    #[serde(default)]
    pub name: String,
    /// Time between two tries. Absent: one second. Never negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<Duration>,
    /// How many tries must fail in a row before the probe counts as failed. Absent: 0, the first failure counts.
    /// Never negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure_threshold: Option<i64>,
    /// Host and port; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// How long a try may take; not negative. Absent: ten seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout: Option<Duration>,
}

impl DocumentKind for TcpProbeConfig {
    const KIND: &'static str = "TCPProbeConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl TcpProbeConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}
