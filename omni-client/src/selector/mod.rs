//! Label selectors: what `omnictl get -l`, machine classes and access policies choose by.

mod lexer;
mod number;
mod parser;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// Terms that must all hold, such as `omni.sidero.dev/arch = amd64, omni.sidero.dev/mem >= 32GiB, !reserved`.
///
/// Reads what `client/pkg/cosi/labels` reads. A list of selectors, as a machine class has it, is a choice between them.
///
/// ```
/// use omni_client::selector::Selector;
///
/// let selector: Selector = "tier in (gold, silver), mem >= 32GiB".parse()?;
/// let labels = [("tier", "gold"), ("mem", "64GiB")];
/// assert!(selector.matches(&labels.map(|(key, value)| (key.to_owned(), value.to_owned())).into()));
/// # Ok::<(), omni_client::selector::ParseSelectorError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias = "LabelQuery")]
pub struct Selector {
    /// The terms; none at all matches everything.
    pub terms: Vec<Term>,
}

/// One condition on one label.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "LabelTerm")]
pub struct Term {
    /// Key of the label.
    pub key: String,
    /// What is asked of it.
    pub test: Test,
    /// Whether the opposite is wanted: that is how `!=`, `notin`, `!key`, `>` and `>=` are written.
    pub invert: bool,
}

/// What is asked of a label.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "LabelOp")]
pub enum Test {
    /// It is there.
    Exists,
    /// It has this value.
    Equal(String),
    /// It has one of these values, which are sorted and different.
    In(Vec<String>),
    /// It is a number below this one.
    Less(String),
    /// It is a number not above this one.
    LessOrEqual(String),
}

/// A text that is not a [`Selector`]; the words are those of omnictl.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ParseSelectorError(String);

impl Selector {
    /// Whether labels fulfil all terms.
    #[must_use]
    pub fn matches(&self, labels: &BTreeMap<String, String>) -> bool {
        self.terms.iter().all(|term| term.matches(labels))
    }
}

impl FromStr for Selector {
    type Err = ParseSelectorError;

    fn from_str(text: &str) -> Result<Self, ParseSelectorError> {
        parser::parse(text).map(|terms| Self { terms }).map_err(ParseSelectorError)
    }
}

impl Term {
    /// Whether labels fulfil the term. A label that is not there fulfils `!=`, `notin` and `!key`; but no comparison
    /// of numbers, neither way round, and the same goes for a value that is not a number.
    #[must_use]
    pub fn matches(&self, labels: &BTreeMap<String, String>) -> bool {
        let value = labels.get(&self.key);
        let holds = match (&self.test, value) {
            (Test::Exists, value) => Some(value.is_some()),
            (Test::Equal(wanted), value) => Some(value == Some(wanted)),
            (Test::In(wanted), value) => Some(value.is_some_and(|value| wanted.contains(value))),
            (Test::Less(limit), Some(value)) => number::compare(value, limit).map(Ordering::is_lt),
            (Test::LessOrEqual(limit), Some(value)) => number::compare(value, limit).map(Ordering::is_le),
            (Test::Less(_) | Test::LessOrEqual(_), None) => None,
        };
        holds.is_some_and(|holds| holds != self.invert)
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{term}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = &self.key;
        let choose = |plain: &'static str, inverted| if self.invert { inverted } else { plain };
        match &self.test {
            Test::Exists => write!(f, "{}{key}", choose("", "!")),
            Test::Equal(value) => write!(f, "{key} {} {}", choose("=", "!="), quoted(value)),
            Test::Less(limit) => write!(f, "{key} {} {}", choose("<", ">="), quoted(limit)),
            Test::LessOrEqual(limit) => write!(f, "{key} {} {}", choose("<=", ">"), quoted(limit)),
            Test::In(values) => {
                let values: Vec<_> = values.iter().map(|value| quoted(value)).collect();
                write!(f, "{key} {} ({})", choose("in", "notin"), values.join(", "))
            }
        }
    }
}

/// A value in quotes, which is how any value can be written.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
