//! The choices that a writer of YAML has.

use crate::yaml::GoYaml;

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
    pub(super) quoting: Quoting,
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

/// Which texts are put in quotes, and which quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quoting {
    /// Double quotes wherever any common reader would take the bare text for something else.
    #[default]
    Safe,
    /// Exactly as this release of Go's library does it, also where that is not what was meant: v3.0.1 loses a
    /// line feed at the start of a text, a text whose first line starts with a space is lost on the way back where the
    /// indent is no multiple of the step, one whose first line starts with a tab cannot be read back at all, and since
    /// v4.0.0-rc.4 a space behind a first line feed is lost.
    Go(GoYaml),
    /// Exactly as `gopkg.in/yaml.v2` v2.4.0 does it, with lines folded at the first space behind column 80.
    GoV2,
}

impl Layout {
    /// Byte for byte what a program prints that is built with this release of Go's library and leaves it its
    /// defaults: four spaces a level. Talos encodes machine configurations so.
    ///
    /// Go sorts the keys of maps, but not of structs, by [`natural_cmp`](crate::yaml::natural_cmp): that is up
    /// to the caller.
    #[must_use]
    pub fn go(release: GoYaml) -> Self {
        Self::default().indent(4).quoting(Quoting::Go(release))
    }

    /// Byte for byte what a program prints that is built with `gopkg.in/yaml.v2` v2.4.0. Talos writes configurations so
    /// after a JSON patch.
    ///
    /// Keys of maps are sorted by [`natural_cmp_v2`](crate::yaml::natural_cmp_v2): that is up to the caller.
    #[must_use]
    pub fn go_v2() -> Self {
        Self::kubernetes().quoting(Quoting::GoV2)
    }

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

    /// Sets which texts are put in quotes.
    #[must_use]
    pub fn quoting(self, quoting: Quoting) -> Self {
        Self { quoting, ..self }
    }
}

impl Default for Layout {
    fn default() -> Self {
        Self { indent: 2, sequences: Sequences::Indented, quoting: Quoting::Safe }
    }
}
