//! Versions of Talos.

use std::fmt;
use std::str::FromStr;

use semver::Version;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A full version of Talos, such as `1.12.6`. A leading `v` is accepted and not printed.
///
/// ```
/// use talos_config::TalosVersion;
///
/// let version: TalosVersion = "v1.12.6".parse()?;
/// assert_eq!(version.to_string(), "1.12.6");
/// assert!(!version.has_kubernetes_documents());
/// # Ok::<(), talos_config::ParseVersionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TalosVersion(Version);

/// A text that is not a full version of Talos.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a full version of Talos such as `1.12.6`")]
pub struct ParseVersionError {
    text: String,
}

impl TalosVersion {
    /// Major and minor number: `(1, 12)`.
    #[must_use]
    pub fn minor(&self) -> (u64, u64) {
        (self.0.major, self.0.minor)
    }

    /// Whether a configuration that this version generates holds the Kubernetes settings as documents of their own
    /// (`KubeNodeConfig`, `KubeProxyConfig`, ...), beside which the same settings in the v1alpha1 document are
    /// refused (since 1.14, `contract.go`).
    #[must_use]
    pub fn has_kubernetes_documents(&self) -> bool {
        self.minor() >= (1, 14)
    }
}

impl FromStr for TalosVersion {
    type Err = ParseVersionError;

    fn from_str(text: &str) -> Result<Self, ParseVersionError> {
        Version::parse(text.strip_prefix('v').unwrap_or(text))
            .map(Self)
            .map_err(|_| ParseVersionError { text: text.chars().take(64).collect() })
    }
}

impl fmt::Display for TalosVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for TalosVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TalosVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
