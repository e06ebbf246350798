//! Names of clusters, machines, pools, policies and services.

use std::fmt;
use std::str::FromStr;

use super::{ParseError, text_form};

/// A DNS label as Kubernetes wants names: lower-case letters, digits and dashes, a letter or digit at both ends,
/// at most 63 characters (RFC 1123).
///
/// ```
/// use cluster_model::scalar::Name;
///
/// assert!("mini-1".parse::<Name>().is_ok());
/// assert!("Mini_1".parse::<Name>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The longest name.
    pub const MAX_LENGTH: usize = 63;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Name {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let inside = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let problem = if text.is_empty() {
            "must not be empty"
        } else if text.len() > Self::MAX_LENGTH {
            "is longer than 63 characters"
        } else if !text.chars().all(inside) {
            "may hold only lower-case letters, digits and dashes"
        } else if text.starts_with('-') || text.ends_with('-') {
            "must begin and end with a letter or a digit"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(ParseError::new(format!("the name `{text}` {problem}")))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_form!(Name, "A DNS label: lower-case letters, digits and dashes, at most 63 characters.");
