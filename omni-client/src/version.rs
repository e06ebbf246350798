//! Releases of Omni, and what they do differently.

use std::fmt;
use std::str::FromStr;

use manifest::yaml::GoYaml;

/// A minor release of Omni, such as 1.10.
///
/// Patch releases do not differ in anything that is asked here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OmniVersion {
    major: u16,
    minor: u16,
}

/// A text that does not begin with two numbers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a version of Omni such as `1.10` or `v1.10.4`")]
pub struct ParseOmniVersionError(String);

impl OmniVersion {
    /// The newest release whose behaviour is described here.
    pub const LATEST: Self = Self { major: 1, minor: 10 };

    /// A release by its numbers.
    #[must_use]
    pub fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }

    /// Whether the label `disabled` takes a patch out of the merge. Since 1.10.
    #[must_use]
    pub fn honours_disabled_patches(self) -> bool {
        self >= Self::new(1, 10)
    }

    /// Whether machines outside of any cluster get their machine-scope patches. Since 1.9.
    #[must_use]
    pub fn patches_machines_in_maintenance(self) -> bool {
        self >= Self::new(1, 9)
    }

    /// Whether every document of a patch is looked at for what users may not set. Since 1.10; before, the first
    /// one only.
    #[must_use]
    pub fn checks_every_patch_document(self) -> bool {
        self >= Self::new(1, 10)
    }

    /// The release of Go's YAML library that reads and writes for it (its `go.mod`): v4.0.0-rc.6 since 1.10, before v4.0.0-rc.4.
    #[must_use]
    pub fn yaml(self) -> GoYaml {
        if self >= Self::new(1, 10) { GoYaml::V4Rc6 } else { GoYaml::V4Rc4 }
    }
}

impl Default for OmniVersion {
    fn default() -> Self {
        Self::LATEST
    }
}

impl FromStr for OmniVersion {
    type Err = ParseOmniVersionError;

    fn from_str(text: &str) -> Result<Self, ParseOmniVersionError> {
        let mut numbers = text.strip_prefix('v').unwrap_or(text).split(['.', '-']).map(str::parse);
        match (numbers.next(), numbers.next()) {
            (Some(Ok(major)), Some(Ok(minor))) => Ok(Self { major, minor }),
            _ => Err(ParseOmniVersionError(text.to_owned())),
        }
    }
}

impl fmt::Display for OmniVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}
