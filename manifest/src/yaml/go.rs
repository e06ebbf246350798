//! The releases of Go's YAML library that upstream programs are built with.

/// A release of Go's YAML library, where releases differ in what they read or write.
///
/// Talos 1.9 to 1.11 are built with v3.0.1, 1.12 with v4.0.0-rc.3, 1.13 with v4.0.0-rc.4, 1.14 with
/// v4.0.0-rc.6.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GoYaml {
    /// `gopkg.in/yaml.v3` v3.0.1.
    V3,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.3.
    V4Rc3,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.4.
    V4Rc4,
    /// `go.yaml.in/yaml/v4` v4.0.0-rc.6.
    #[default]
    V4Rc6,
}

impl GoYaml {
    /// Whether an unquoted date may stand where a string is wanted; an error since v4.0.0-rc.6.
    #[must_use]
    pub fn reads_dates_as_strings(self) -> bool {
        self < Self::V4Rc6
    }

    /// Whether `1.5` may stand where a whole number is wanted (and is cut to 1); an error since v4.0.0-rc.4.
    #[must_use]
    pub fn cuts_fractions(self) -> bool {
        self < Self::V4Rc4
    }

    /// Whether a merge key's `<<` that stands as a value is nothing, unless a text is wanted; before
    /// v4.0.0-rc.6 it is a text.
    #[must_use]
    pub fn reads_merge_as_nothing(self) -> bool {
        self >= Self::V4Rc6
    }

    /// Whether a tag that the library does not know keeps a text from being a boolean; before v4.0.0-rc.6 it is
    /// passed over.
    #[must_use]
    pub fn knows_tags(self) -> bool {
        self >= Self::V4Rc6
    }
}
