//! Mode bits of files.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Mode bits of a file (`v1alpha1.FileMode`, `runtime.EtcFileMode`).
///
/// A whole number, not a text: `0o644` and `0644` are octal, `644` is decimal and means `0o1204`. `Display` gives the
/// octal form that Talos prints.
///
/// ```
/// use talos_config::scalar::FileMode;
///
/// assert_eq!(FileMode::new(0o644).to_string(), "0o644");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[doc(alias = "v1alpha1.FileMode")]
pub struct FileMode(u32);

impl FileMode {
    /// These bits.
    #[must_use]
    pub fn new(bits: u32) -> Self {
        Self(bits)
    }

    /// The bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }
}

impl fmt::Display for FileMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#o}", self.0)
    }
}
