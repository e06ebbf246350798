//! The choices that a writer of YAML has.

/// How a document is laid out. The default has two spaces a level and indented lists, as talosctl and omnictl
/// print it.
///
/// ```
/// use manifest::yaml::{self, Layout};
///
/// let hosts = std::collections::BTreeMap::from([("hosts", ["a", "b"])]);
/// assert_eq!(yaml::to_string(&hosts, &Layout::default())?, "hosts:\n  - a\n  - b\n");
/// assert_eq!(yaml::to_string(&hosts, &Layout::kubernetes())?, "hosts:\n- a\n- b\n");
/// # Ok::<(), yaml::WriteError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layout {
    pub(super) indent: usize,
    pub(super) sequences: Sequences,
}

/// Where the items of a list stand that is the value of a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sequences {
    /// One level deeper than the key.
    #[default]
    Indented,
    /// At the key's own indent.
    Flush,
}

impl Layout {
    /// Two spaces a level, lists at their key's own indent: what kubectl prints.
    #[must_use]
    pub fn kubernetes() -> Self {
        Self::default().sequences(Sequences::Flush)
    }

    /// Sets the number of spaces a level; below 2 (the width of `- `) is taken for 2, above 9 (the most that
    /// a block text can declare) for 9.
    #[must_use]
    pub fn indent(self, spaces: usize) -> Self {
        Self { indent: spaces.clamp(2, 9), ..self }
    }

    /// Sets where list items stand.
    #[must_use]
    pub fn sequences(self, sequences: Sequences) -> Self {
        Self { sequences, ..self }
    }
}

impl Default for Layout {
    fn default() -> Self {
        Self { indent: 2, sequences: Sequences::Indented }
    }
}
