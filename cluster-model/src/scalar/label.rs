//! Kubernetes labels.

use std::fmt;
use std::str::FromStr;

use super::{ParseError, text_form};

/// The key of a label: an optional DNS prefix and a slash, then a name of at most 63 characters
/// (`k8s.io/apimachinery`, `util/validation`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelKey(String);

/// The value of a label: at most 63 letters, digits, dashes, dots and underscores with a letter or digit at both
/// ends; or nothing. Always a text, also where it reads `true`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelValue(String);

impl LabelKey {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl LabelValue {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for LabelKey {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let (prefix, name) = text.split_once('/').map_or((None, text), |(prefix, name)| (Some(prefix), name));
        if prefix.is_some_and(|prefix| !is_subdomain(prefix)) {
            return Err(ParseError::new(format!(
                "the part of the label key `{text}` before `/` is not a DNS name"
            )));
        }
        if name.is_empty() || !is_qualified(name) {
            return Err(ParseError::new(format!(
                "the label key `{text}` must be at most 63 letters, digits, `-`, `_` and `.`, with a letter or a \
                 digit at both ends"
            )));
        }
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for LabelValue {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        if text.is_empty() || is_qualified(text) {
            return Ok(Self(text.to_owned()));
        }
        Err(ParseError::new(format!(
            "the label value `{text}` must be at most 63 letters, digits, `-`, `_` and `.`, with a letter or a \
             digit at both ends"
        )))
    }
}

impl fmt::Display for LabelKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for LabelValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_qualified(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    let at_ends = [bytes.first(), bytes.last()].into_iter().flatten().all(u8::is_ascii_alphanumeric);
    bytes.len() <= 63 && bytes.iter().all(inside) && at_ends
}

fn is_subdomain(text: &str) -> bool {
    let is_label = |part: &str| {
        let inside = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
        !part.is_empty()
            && part.as_bytes().iter().all(inside)
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

text_form!(LabelKey, "A Kubernetes label key.");
text_form!(LabelValue, "A Kubernetes label value; a text, so put `true` and numbers in quotes.");
