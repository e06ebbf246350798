//! The way from the root of a document to a value in it.

use std::fmt;

use smol_str::SmolStr;

/// A path such as `machine.network.interfaces[2].mtu`.
///
/// The empty path is the document itself. Keys that hold anything but letters, digits, `-` and `_` are
/// written in brackets and quotes, so that `nodeSelector["kubernetes.io/os"]` is one key, not three.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldPath {
    segments: Vec<Segment>,
}

/// One step of a [`FieldPath`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Segment {
    /// Into the value of a mapping's key.
    Key(SmolStr),
    /// Into an item of a list, counted from 0.
    Index(usize),
}

impl FieldPath {
    /// The path of the document itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The path one key deeper.
    #[must_use]
    pub fn key(mut self, key: impl Into<SmolStr>) -> Self {
        self.push(Segment::Key(key.into()));
        self
    }

    /// The path one list item deeper, counted from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.push(Segment::Index(index));
        self
    }

    /// The path several keys deeper: the parts of `keys` between dots.
    #[must_use]
    pub fn keys(mut self, keys: &str) -> Self {
        self.segments.extend(keys.split('.').map(|key| Segment::Key(key.into())));
        self
    }

    /// This path, continued by another one.
    #[must_use]
    pub fn join(mut self, rest: &Self) -> Self {
        self.segments.extend_from_slice(&rest.segments);
        self
    }

    /// Goes one step deeper in place.
    pub fn push(&mut self, segment: Segment) {
        self.segments.push(segment);
    }

    /// Goes one step back in place; nothing at the root.
    pub fn pop(&mut self) -> Option<Segment> {
        self.segments.pop()
    }

    /// The steps from the root.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Whether this is the document itself.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.segments.is_empty()
    }

    /// Whether `self` is `ancestor` or lies below it.
    #[must_use]
    pub fn starts_with(&self, ancestor: &Self) -> bool {
        self.segments.starts_with(&ancestor.segments)
    }

    /// The same path as a JSON pointer (RFC 6901), for machine-readable reports.
    #[must_use]
    pub fn to_pointer(&self) -> String {
        use fmt::Write as _;
        self.segments.iter().fold(String::new(), |mut pointer, segment| {
            // Writing to a string cannot fail.
            let _ = match segment {
                Segment::Key(key) => write!(pointer, "/{}", key.replace('~', "~0").replace('/', "~1")),
                Segment::Index(index) => write!(pointer, "/{index}"),
            };
            pointer
        })
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, segment) in self.segments.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if !is_plain(key) => write!(f, "[{key:?}]")?,
                Segment::Key(key) if depth == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::FieldPath;

    #[test]
    fn prints_keys_and_indices_as_people_write_them() {
        let path = FieldPath::root().keys("machine.network.interfaces").index(2).key("mtu");
        assert_eq!(path.to_string(), "machine.network.interfaces[2].mtu");
        assert_eq!(path.to_pointer(), "/machine/network/interfaces/2/mtu");
    }

    #[test]
    fn quotes_keys_that_hold_separators() {
        let path = FieldPath::root().key("nodeSelector").key("kubernetes.io/os");
        assert_eq!(path.to_string(), r#"nodeSelector["kubernetes.io/os"]"#);
        assert_eq!(path.to_pointer(), "/nodeSelector/kubernetes.io~1os");
    }
}
