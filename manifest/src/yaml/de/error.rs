//! What goes wrong inside serde, until it has a place.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::rules;
use crate::rule::Rule;

/// An error on its way from a visitor to the first deserializer that knows the place.
#[derive(Debug)]
pub(super) struct Error {
    pub(super) problem: Problem,
    /// Address of the node that failed; set once the error has been reported, so that it is reported once.
    pub(super) reported: bool,
}

#[derive(Debug)]
pub(super) enum Problem {
    /// Another type or value than the visitor wants, in words.
    Mismatch { rule: &'static Rule, message: String },
    /// A list of another length than the visitor wants.
    Length(String),
    /// A word that is none of the known ones.
    UnknownWord { word: String, known: &'static [&'static str] },
    /// A key without a default is absent.
    MissingKey(&'static str),
    /// A key is given twice under two of its names, or by a merge.
    DuplicateKey(&'static str),
    /// Something in it only stands in for what is missing.
    Incomplete,
    /// Nothing stands where the list or mapping around it can do without; no fault.
    Dropped,
    /// The document as a whole cannot be read on.
    Fatal,
}

impl Error {
    pub(super) fn new(problem: Problem) -> Self {
        Self { problem, reported: false }
    }

    pub(super) fn mismatch(rule: &'static Rule, message: String) -> Self {
        Self::new(Problem::Mismatch { rule, message })
    }

    pub(super) fn fatal() -> Self {
        Self { problem: Problem::Fatal, reported: true }
    }

    /// An empty item that the list or mapping around it leaves out.
    pub(super) fn dropped() -> Self {
        Self { problem: Problem::Dropped, reported: true }
    }

    pub(super) fn is_dropped(&self) -> bool {
        matches!(self.problem, Problem::Dropped)
    }

    pub(super) fn is_fatal(&self) -> bool {
        matches!(self.problem, Problem::Fatal)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Mismatch { message, .. } | Problem::Length(message) => f.write_str(message),
            Problem::UnknownWord { word, known } => {
                write!(f, "`{word}` is not one of the known values")?;
                known.iter().enumerate().try_for_each(|(index, known)| {
                    write!(f, "{} `{known}`", if index == 0 { ":" } else { "," })
                })
            }
            Problem::MissingKey(key) => write!(f, "the key `{key}` is missing"),
            Problem::DuplicateKey(key) => write!(f, "the key `{key}` is given twice"),
            Problem::Incomplete => f.write_str("something is missing"),
            Problem::Dropped => f.write_str("nothing"),
            Problem::Fatal => f.write_str("the document cannot be read on"),
        }
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::mismatch(&rules::INVALID_VALUE, message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::mismatch(&rules::WRONG_TYPE, format!("expected {expected}, found {}", words(unexpected)))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::mismatch(&rules::INVALID_VALUE, format!("expected {expected}, found {}", words(unexpected)))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::new(Problem::Length(format!("expected {expected}, found {length} items")))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownWord { word: word.to_owned(), known })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Problem::MissingKey(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Problem::DuplicateKey(field))
    }
}

fn words(unexpected: Unexpected<'_>) -> String {
    match unexpected {
        Unexpected::Bool(value) => format!("`{value}`"),
        Unexpected::Unsigned(value) => format!("`{value}`"),
        Unexpected::Signed(value) => format!("`{value}`"),
        Unexpected::Float(value) => format!("`{value}`"),
        Unexpected::Str(text) if text.chars().count() <= 40 => format!("`{text}`"),
        Unexpected::Str(_) => "another text".to_owned(),
        Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "a mapping".to_owned(),
        other => other.to_string(),
    }
}
