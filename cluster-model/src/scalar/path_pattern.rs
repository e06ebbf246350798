//! Paths with places to fill in.

use std::fmt;
use std::str::FromStr;

use super::{ParseError, text_form};

/// A relative path that may hold `{layer}`, `{layer:02}` and `{name}`, and never leaves its directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPattern(String);

impl PathPattern {
    /// A pattern of our own.
    pub(crate) fn trusted(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The path with a layer's number and name filled in.
    #[must_use]
    pub fn fill(&self, layer: usize, name: &str) -> String {
        self.0
            .replace("{layer:02}", &format!("{layer:02}"))
            .replace("{layer}", &layer.to_string())
            .replace("{name}", name)
    }
}

impl FromStr for PathPattern {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let plain = text.replace("{layer:02}", "1").replace("{layer}", "1").replace("{name}", "n");
        let problem = if plain.contains(['{', '}']) {
            "knows only `{layer}`, `{layer:02}` and `{name}`"
        } else if plain.contains(|c: char| c == '\\' || c == ':' || c.is_control()) {
            "must use `/` between directories and no other special character"
        } else if plain.split('/').any(|part| matches!(part, "" | "." | "..")) {
            "must be relative, without empty parts, `.` and `..`"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(ParseError::new(format!("the path `{text}` {problem}")))
    }
}

impl fmt::Display for PathPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

text_form!(PathPattern, "A relative path; may hold `{layer}`, `{layer:02}` and `{name}`.");
