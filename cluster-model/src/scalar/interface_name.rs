//! Names of network interfaces.

use std::fmt;
use std::str::FromStr;

use super::{ParseError, text_form};

/// The name of a network interface as the kernel takes it: 1 to 15 bytes without white space, `/` or `:`, and
/// neither `.` nor `..` (Linux, `dev_valid_name`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InterfaceName(String);

impl InterfaceName {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for InterfaceName {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let problem = if text.is_empty() {
            "must not be empty"
        } else if text.len() > 15 {
            "is longer than the 15 bytes that the kernel takes"
        } else if text.contains(|c: char| c == '/' || c == ':' || c.is_whitespace())
            || matches!(text, "." | "..")
        {
            "holds a character that the kernel refuses"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(ParseError::new(format!("the interface name `{text}` {problem}")))
    }
}

impl fmt::Display for InterfaceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_form!(InterfaceName, "The kernel's name of a network interface, such as `enp1s0`.");
