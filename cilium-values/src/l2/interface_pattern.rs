//! Patterns of interface names.

use std::str::FromStr;

use regex::bytes::Regex;
use thiserror::Error;

use crate::go_regex::{Refused, compile};

/// One of the regular expressions of a policy's `interfaces`, with Cilium's meaning: Go's syntax, matched anywhere in
/// the name (`regexp.MatchString`).
///
/// ```
/// use cilium_values::l2::InterfacePattern;
///
/// let pattern: InterfacePattern = "eth[0-9]".parse()?;
/// assert!(pattern.matches("eth0") && pattern.matches("veth01"));
/// assert!("^(?!lo)".parse::<InterfacePattern>().is_err());
/// # Ok::<(), cilium_values::l2::PatternError>(())
/// ```
#[derive(Clone, Debug)]
pub struct InterfacePattern {
    regex: Regex,
}

/// A pattern that Go refuses, so that Cilium drops the whole policy; or one of which cannot be decided here what it
/// means to Go.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct PatternError {
    reason: String,
    /// Whether it is certain that Go refuses it.
    pub is_refused: bool,
}

impl InterfacePattern {
    /// Whether the pattern matches somewhere in an interface's name.
    #[must_use]
    pub fn matches(&self, interface: &str) -> bool {
        self.regex.is_match(interface.as_bytes())
    }

    /// The expression in the syntax of the `regex` crates.
    pub(super) fn as_str(&self) -> &str {
        self.regex.as_str()
    }

    /// Whether it matches a name only as a whole: `eth0` matches `veth01` too, `^eth0$` does not.
    #[must_use]
    pub fn is_anchored(&self) -> bool {
        let pattern = self.regex.as_str();
        let unended = pattern.strip_suffix('$').unwrap_or_default();
        let escapes = unended.len() - unended.trim_end_matches('\\').len();
        unended.starts_with('^') && escapes.is_multiple_of(2) && !unended.contains('|')
    }
}

impl FromStr for InterfacePattern {
    type Err = PatternError;

    fn from_str(pattern: &str) -> Result<Self, PatternError> {
        compile(pattern).map(|regex| Self { regex }).map_err(|refused| match refused {
            Refused::ByGo(syntax) => {
                PatternError { reason: format!("{syntax} is no part of Go's syntax"), is_refused: true }
            }
            Refused::Undecided(syntax) => PatternError {
                reason: format!("what {syntax} matches cannot be decided here"),
                is_refused: false,
            },
        })
    }
}
