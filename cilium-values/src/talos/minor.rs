//! Minors of Talos, as far as Cilium notices them.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// A minor of Talos 1, such as `1.12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TalosMinor(u32);

/// A text that names no version of Talos 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{0}` is no version of Talos 1, such as 1.12 or 1.12.6")]
pub struct TalosVersionError(String);

impl TalosMinor {
    /// The minor `1.minor`.
    #[must_use]
    pub fn new(minor: u32) -> Self {
        Self(minor)
    }

    /// Whether a cluster made with it forwards the cluster's DNS to a resolver on the host's loopback link unless
    /// told otherwise (`forwardKubeDNSToHost`): from 1.8 on.
    #[must_use]
    pub fn forwards_kube_dns_to_host(self) -> bool {
        self.0 >= 8
    }

    /// Whether every node answers for the API server on its own loopback address unless told otherwise
    /// (`KubePrism`): from 1.6 on.
    #[must_use]
    pub fn has_kube_prism(self) -> bool {
        self.0 >= 6
    }
}

impl FromStr for TalosMinor {
    type Err = TalosVersionError;

    /// `1.12` or a full version, with or without a `v` before it.
    fn from_str(text: &str) -> Result<Self, TalosVersionError> {
        let numbers = text.strip_prefix('v').unwrap_or(text).strip_prefix("1.");
        numbers
            .and_then(|numbers| numbers.split('.').next()?.parse().ok())
            .map(Self)
            .ok_or_else(|| TalosVersionError(text.to_owned()))
    }
}

impl fmt::Display for TalosMinor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1.{}", self.0)
    }
}
