//! What is asked and what is answered.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A question: an operation and its fields, as the oracle programs read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Question(Map<String, Value>);

/// What somebody answered to a [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It was done; this is the result.
    Ok(Value),
    /// It was refused, with this text.
    Refused(String),
    /// Upstream crashed on the question, with this text, and went on.
    Panicked(String),
    /// Upstream's whole program ended on the question.
    Died(String),
    /// Upstream does not always say the same (it walks a map, whose order is random in Go): everything that it said.
    Varies(Vec<Answer>),
    /// The question was not understood: our own fault, never a verdict.
    Misasked(String),
}

/// Fields that name a choice: a part of such a name means nothing.
pub(crate) const CHOICES: &[&str] = &["op", "into", "place", "via", "mode", "layout", "type"];

impl Question {
    /// A question for an operation.
    #[must_use]
    pub fn new(operation: &str) -> Self {
        Self(Map::new()).with("op", operation)
    }

    /// The question with one more field.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0.insert(field.to_owned(), value.into());
        self
    }

    /// A field that is a text; empty when it is absent or something else.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.0.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// A field, whatever it is; null when it is absent.
    #[must_use]
    pub fn field(&self, field: &str) -> &Value {
        self.0.get(field).unwrap_or(&Value::Null)
    }

    /// A field that is a list of texts; empty when it is absent or something else.
    pub fn texts(&self, field: &str) -> impl Iterator<Item = &str> {
        self.0.get(field).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// A field that is true or false; false when it is absent.
    #[must_use]
    pub fn flag(&self, field: &str) -> bool {
        self.0.get(field).and_then(Value::as_bool).unwrap_or_default()
    }

    /// All fields.
    #[must_use]
    pub fn fields(&self) -> &Map<String, Value> {
        &self.0
    }
}

impl Answer {
    /// Whether both say yes with the same result, or neither says yes. Texts of refusals are not compared.
    #[must_use]
    pub fn same_result(theirs: &Self, ours: &Self) -> bool {
        match (theirs, ours) {
            (Self::Ok(theirs), Self::Ok(ours)) => theirs == ours,
            (theirs, Self::Refused(_)) => theirs.says_no(),
            _ => false,
        }
    }

    /// Whether both say yes with the same result, or both refuse in the same words; where upstream crashes, any
    /// refusal of ours will do.
    #[must_use]
    pub fn same_words(theirs: &Self, ours: &Self) -> bool {
        match (theirs, ours) {
            (Self::Refused(theirs), Self::Refused(ours)) => theirs == ours,
            _ => Self::same_result(theirs, ours),
        }
    }

    /// Upstream's answers to the same question, asked several times, as one.
    #[must_use]
    pub fn of(mut answers: Vec<Self>) -> Self {
        answers.sort_by_cached_key(|answer| format!("{answer:?}"));
        answers.dedup();
        match answers.pop() {
            Some(only) if answers.is_empty() => only,
            Some(last) => {
                answers.push(last);
                Self::Varies(answers)
            }
            None => Self::Died("never asked".to_owned()),
        }
    }

    /// What it may be: more than one only where it varies.
    #[must_use]
    pub fn alternatives(&self) -> &[Self] {
        match self {
            Self::Varies(answers) => answers,
            other => std::slice::from_ref(other),
        }
    }

    /// Whether it was done.
    #[must_use]
    pub fn says_yes(&self) -> bool {
        matches!(self, Self::Ok(_))
    }

    /// Whether upstream did not do it, by its own decision or by accident.
    #[must_use]
    pub fn says_no(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Panicked(_) | Self::Died(_))
    }
}
