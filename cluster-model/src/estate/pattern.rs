//! A pattern of interface names as a policy declares it.

use std::fmt;
use std::sync::{Arc, OnceLock};

use cilium_values::l2::{InterfacePattern, PatternError};

/// A pattern of interface names, with what Cilium reads it as: found out once for all clones, as that takes longer than all
/// else that is asked of a machine.
#[derive(Clone)]
pub struct DeclaredPattern {
    text: Arc<str>,
    read: Arc<OnceLock<Result<InterfacePattern, PatternError>>>,
}

impl DeclaredPattern {
    /// A pattern that is not read yet.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.into(), read: Arc::default() }
    }

    /// The pattern as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What Cilium reads it as.
    ///
    /// Fails as [`InterfacePattern`] does.
    pub fn read(&self) -> Result<&InterfacePattern, &PatternError> {
        self.read.get_or_init(|| self.text.parse()).as_ref()
    }

    /// Whether it is a pattern that matches a name.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        self.read().is_ok_and(|pattern| pattern.matches(name))
    }
}

impl PartialEq for DeclaredPattern {
    /// By the text.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for DeclaredPattern {}

impl fmt::Debug for DeclaredPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl fmt::Display for DeclaredPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
