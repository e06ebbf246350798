//! Versions of Kubernetes.

use std::fmt;
use std::str::FromStr;

use semver::Version;

use super::{ParseError, text_form};

/// A full version of Kubernetes, such as `1.35.3`. A leading `v` is accepted and not printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KubernetesVersion(Version);

impl KubernetesVersion {
    /// The version in its parts.
    #[must_use]
    pub fn version(&self) -> &Version {
        &self.0
    }
}

impl FromStr for KubernetesVersion {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Version::parse(text.strip_prefix('v').unwrap_or(text)).map(Self).map_err(|error| {
            ParseError::new(format!("`{text}` is not a full version such as `1.35.3`: {error}"))
        })
    }
}

impl fmt::Display for KubernetesVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

text_form!(KubernetesVersion, "A full version of Kubernetes, such as `1.35.3`.");
