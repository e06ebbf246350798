//! What a scalar's constructor says when it refuses.

/// A text that is not a value of the wanted type.
///
/// The message names the text, or for secrets only what is wrong with it, in the words that Talos uses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct InvalidScalar {
    message: String,
}

impl InvalidScalar {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: brief(message.into()) }
    }
}

/// A message of a length that can be read: what is wrong with a text of megabytes need not repeat it.
pub(crate) fn brief(mut message: String) -> String {
    const LONGEST: usize = 2_000;
    if message.len() > LONGEST {
        let end = (0..=LONGEST).rev().find(|end| message.is_char_boundary(*end)).unwrap_or_default();
        message.truncate(end);
        message.push('…');
    }
    message
}
