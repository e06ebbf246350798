//! Scalars that are written as they stand.

use serde::{Serialize, Serializer};

/// A scalar that the writer puts down as it stands, whatever a reader takes it for.
///
/// For what no other value is written as, such as `0o644` or a date without quotes. It must be a plain scalar on one
/// line: nobody looks at it again. It may be a key, too. To anything but the writer of YAML it is a text.
///
/// ```
/// use manifest::yaml::{self, Bare, Layout};
///
/// let modes = std::collections::BTreeMap::from([(Bare("8080"), Bare("0o644"))]);
/// assert_eq!(yaml::to_string(&modes, &Layout::default())?, "8080: 0o644\n");
/// # Ok::<(), yaml::WriteError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bare<'t>(pub &'t str);

impl Bare<'_> {
    /// The name by which the writer knows it among all types that wrap another one.
    pub(in crate::yaml) const NAME: &'static str = "$manifest::yaml::Bare";
}

impl Serialize for Bare<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(Self::NAME, self.0)
    }
}
