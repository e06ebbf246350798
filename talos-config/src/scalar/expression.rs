//! Expressions of the Common Expression Language.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use super::text::text;

/// An expression in the Common Expression Language, as it was written (`cel.Expression`).
///
/// Reading takes any text: whether it is an expression, and of the wanted type, is asked when a document is validated
/// ([`check`](crate::expression::check)).
/// Sizes in it are unsigned, so a literal wants a `u`: `disk.size > 10u * GiB`.
///
/// ```
/// use talos_config::scalar::Expression;
///
/// let expression = Expression::new("!system_disk && disk.size > 10u * GiB");
/// assert_eq!(expression.as_str(), "!system_disk && disk.size > 10u * GiB");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "cel.Expression")]
pub struct Expression(String);

text!(Expression);

impl Expression {
    /// Wraps a text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, line breaks at its end included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Expression {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self::new(text))
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
