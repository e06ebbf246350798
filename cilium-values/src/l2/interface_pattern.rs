//! Patterns of interface names.

use std::str::FromStr;

use regex::bytes::{Regex, RegexBuilder};

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

/// A pattern that Go refuses, so that Cilium drops the whole policy; or one that means something else to Go than can
/// be decided here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct PatternError {
    reason: String,
}

impl InterfacePattern {
    /// Whether the pattern matches somewhere in an interface's name.
    #[must_use]
    pub fn matches(&self, interface: &str) -> bool {
        self.regex.is_match(interface.as_bytes())
    }
}

impl FromStr for InterfacePattern {
    type Err = PatternError;

    fn from_str(pattern: &str) -> Result<Self, PatternError> {
        if let Some((_, why)) = DIFFERENT.iter().find(|(syntax, _)| pattern.contains(syntax)) {
            return Err(PatternError { reason: (*why).to_owned() });
        }
        // Go's classes such as `\w` are ASCII, and so are names of interfaces.
        RegexBuilder::new(pattern)
            .unicode(false)
            .build()
            .map(|regex| Self { regex })
            .map_err(|error| PatternError { reason: reason(&error) })
    }
}

/// Syntax that Go refuses, or reads otherwise.
const DIFFERENT: &[(&str, &str)] = &[
    ("(?=", "look-ahead is no part of Go's syntax"),
    ("(?!", "look-ahead is no part of Go's syntax"),
    ("(?<=", "look-behind is no part of Go's syntax"),
    ("(?<!", "look-behind is no part of Go's syntax"),
    ("(?x", "the flag `x` is no part of Go's syntax"),
    ("++", "Go refuses a repetition of a repetition"),
    ("*+", "Go refuses a repetition of a repetition"),
    ("**", "Go refuses a repetition of a repetition"),
    ("&&", "`&&` in a class means two ampersands to Go; write one"),
    ("\\<", "`\\<` means the character `<` to Go; write it so"),
];

/// The last line of the error, which says what is wrong without repeating the pattern.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    let last = text.lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
