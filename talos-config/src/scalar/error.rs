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
        Self { message: message.into() }
    }
}
