//! Writing YAML: the same value, the same bytes, read alike by every reader.

mod ambiguous;
mod bare;
mod block;
mod emit;
mod go;
mod layout;
mod number;
mod quote;
mod safe;

use serde::Serialize;

pub use bare::Bare;
pub use layout::{Layout, Quoting, Sequences};

/// Writes a value as one YAML document.
///
/// Nothing is folded, no directive, anchor or document marker is written, and the text ends with a line feed.
/// Fails on values that [`to_value`](super::to_value) refuses.
///
/// ```
/// use manifest::yaml::{self, Layout};
///
/// let labels = std::collections::BTreeMap::from([("model-server", "true"), ("zone", "core")]);
/// assert_eq!(yaml::to_string(&labels, &Layout::default())?, "model-server: \"true\"\nzone: core\n");
/// # Ok::<(), yaml::WriteError>(())
/// ```
pub fn to_string(value: &(impl Serialize + ?Sized), layout: &Layout) -> Result<String, WriteError> {
    emit::document(value, layout)
}

/// Writes values as the documents of one stream, with a line `---` between them.
///
/// No value at all gives an empty text. Fails as [`to_string`] does.
pub fn to_stream<T: Serialize>(
    values: impl IntoIterator<Item = T>,
    layout: &Layout,
) -> Result<String, WriteError> {
    let mut stream = String::new();
    for (number, value) in values.into_iter().enumerate() {
        if number > 0 {
            stream.push_str("---\n");
        }
        stream.push_str(&to_string(&value, layout)?);
    }
    Ok(stream)
}

/// A value that cannot be written as YAML.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// Lists and mappings are nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH); no reader would take it back.
    #[error("nested deeper than {} levels", super::MAX_DEPTH)]
    TooDeep,
    /// The key of a mapping is neither a text, a whole number nor a boolean.
    #[error("the key of a mapping is not a text")]
    KeyNotText,
    /// A mapping has two keys that are the same once they are texts.
    #[error("duplicate key `{0}`")]
    DuplicateKey(String),
    /// The value's own `Serialize` failed.
    #[error("{0}")]
    Failed(String),
}

/// Writes so many spaces.
fn spaces(out: &mut String, count: usize) {
    const SPACES: &str = "                                ";
    let mut left = count;
    while left > 0 {
        let now = left.min(SPACES.len());
        out.push_str(SPACES.get(..now).unwrap_or_default());
        left -= now;
    }
}

impl serde::ser::Error for WriteError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self::Failed(message.to_string())
    }
}
