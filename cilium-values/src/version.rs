//! Releases of Cilium, and what they differ in.

use std::fmt;
use std::str::FromStr;

use semver::Version;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A full release of Cilium and of its chart, which carry the same number: `1.17.0`.
///
/// Patch releases change keys of the chart, so the minor alone would not do. Any version can be named; the facts
/// of this crate cover the minors from 1.16 to 1.20, see [`is_covered`](Self::is_covered). A version beyond them is
/// answered for as the nearest covered one.
///
/// ```
/// use cilium_values::CiliumVersion;
///
/// let version: CiliumVersion = "v1.17.0".parse()?;
/// assert_eq!(version.to_string(), "1.17.0");
/// assert_eq!(version.load_balancer_pool_api_version(), "cilium.io/v2alpha1");
/// assert!(version.supports_kubernetes(1, 31) && !version.supports_kubernetes(1, 33));
/// # Ok::<(), cilium_values::VersionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CiliumVersion(Version);

/// A text that is no full version.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no full version of Cilium, such as 1.17.0")]
pub struct VersionError(String);

impl CiliumVersion {
    /// The version `major.minor.patch`.
    #[must_use]
    pub fn new(major: u64, minor: u64, patch: u64) -> Self {
        Self(Version::new(major, minor, patch))
    }

    /// The second number.
    #[must_use]
    pub fn minor(&self) -> u64 {
        self.0.minor
    }

    /// The third number.
    #[must_use]
    pub fn patch(&self) -> u64 {
        self.0.patch
    }

    /// Whether the facts of this crate cover the minor: 1.16 to 1.20.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.0.major == 1 && (16..=20).contains(&self.0.minor)
    }

    /// The minor, or the nearest one that is covered.
    pub(crate) fn covered_minor(&self) -> u64 {
        if self.0.major > 1 { 20 } else { self.0.minor.clamp(16, 20) }
    }

    /// Whether it is this minor of Cilium 1, or a later one. Pre-releases count as their minor.
    #[must_use]
    pub(crate) fn is_at_least(&self, minor: u64) -> bool {
        (self.0.major, self.0.minor) >= (1, minor)
    }

    /// The API version to write a `CiliumLoadBalancerIPPool` in: `cilium.io/v2` from 1.18 on. Before, the API
    /// server knows no such version and refuses the object; `cilium.io/v2alpha1` stays served after it.
    #[must_use]
    pub fn load_balancer_pool_api_version(&self) -> &'static str {
        if self.is_at_least(18) { "cilium.io/v2" } else { "cilium.io/v2alpha1" }
    }

    /// The API version of `CiliumL2AnnouncementPolicy`: `cilium.io/v2alpha1` in every covered minor.
    #[must_use]
    pub fn l2_announcement_policy_api_version(&self) -> &'static str {
        "cilium.io/v2alpha1"
    }

    /// The minors of Kubernetes 1 that Cilium is tested with, first and last. It mostly works outside of them.
    #[must_use]
    pub fn tested_kubernetes(&self) -> (u64, u64) {
        match self.0.minor {
            ..=16 => (27, 30),
            17 => (29, 32),
            18 => (30, 33),
            19 => (32, 35),
            20.. => (33, 36),
        }
    }

    /// Whether Cilium is tested with this version of Kubernetes.
    #[must_use]
    pub fn supports_kubernetes(&self, major: u64, minor: u64) -> bool {
        let (first, last) = self.tested_kubernetes();
        major == 1 && (first..=last).contains(&minor)
    }

    /// Whether L2 announcements answer for IPv6 addresses (neighbour discovery): from 1.19 on. Before, they
    /// silently do not.
    #[must_use]
    pub fn announces_ipv6(&self) -> bool {
        self.is_at_least(19)
    }

    /// Whether entries of `devices` may exclude (`!name`): from 1.19 on.
    #[must_use]
    pub fn excludes_devices(&self) -> bool {
        self.is_at_least(19)
    }

    /// Whether packets to ports of a load-balancer address that no service serves are dropped, which cuts a node
    /// off whose own address is in a pool: 1.19.0 to 1.19.4 (cilium/cilium#46010).
    #[must_use]
    pub fn drops_unserved_ports(&self) -> bool {
        self.0.minor == 19 && self.0.patch <= 4
    }

    /// Whether eBPF host routing loses what pods send to addresses on the host's loopback link, where Talos
    /// answers DNS: from 1.16.5 on (cilium/cilium#36737).
    #[must_use]
    pub fn bypasses_host_loopback(&self) -> bool {
        (self.0.major, self.0.minor, self.0.patch) >= (1, 16, 5)
    }

    /// Whether services that share a load-balancer address may use one port number with two protocols: from 1.17
    /// on (and there only while `loadBalancer.protocolDifferentiation.enabled` is on, until 1.19 dropped the switch).
    #[must_use]
    pub fn shares_ports_by_protocol(&self) -> bool {
        self.is_at_least(17)
    }

    /// Requests per second and burst that an agent may send to the API server when
    /// `k8sClientRateLimit` says nothing.
    #[must_use]
    pub fn default_client_rate(&self) -> (u32, u32) {
        // 1.16 has 5 and 10 built in, but its chart writes these for every Kubernetes it is tested with.
        (10, 20)
    }
}

impl FromStr for CiliumVersion {
    type Err = VersionError;

    /// Three numbers, with or without a `v` before them and a pre-release behind them.
    fn from_str(text: &str) -> Result<Self, VersionError> {
        Version::parse(text.strip_prefix('v').unwrap_or(text))
            .map(Self)
            .map_err(|_| VersionError(text.to_owned()))
    }
}

impl TryFrom<String> for CiliumVersion {
    type Error = VersionError;

    fn try_from(text: String) -> Result<Self, VersionError> {
        text.parse()
    }
}

impl From<CiliumVersion> for String {
    fn from(version: CiliumVersion) -> Self {
        version.to_string()
    }
}

impl fmt::Display for CiliumVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for CiliumVersion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CiliumVersion".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A full version of Cilium.",
            "examples": ["1.17.0"],
        })
    }
}
