//! Sizes of disks and partitions by v1alpha1.

use std::fmt;
use std::str::FromStr;

use super::text::text;
use super::{InvalidScalar, human_bytes};

/// A number of bytes (`v1alpha1.DiskSize`), read like a [`ByteSize`](super::ByteSize) without a sign.
///
/// Printed in round decimal units where nothing is lost by it, else as bytes.
///
/// ```
/// use talos_config::scalar::DiskSize;
///
/// assert_eq!("10GB".parse::<DiskSize>()?.to_string(), "10 GB");
/// assert_eq!("1GiB".parse::<DiskSize>()?.to_string(), "1073741824");
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "v1alpha1.DiskSize")]
pub struct DiskSize(u64);

text!(DiskSize);

impl DiskSize {
    /// So many bytes.
    #[must_use]
    pub fn from_bytes(bytes: u64) -> Self {
        Self(bytes)
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(self) -> u64 {
        self.0
    }

    /// Whether it is printed as a plain number, not as a text with a unit.
    pub(crate) fn is_plain(self) -> bool {
        !self.0.is_multiple_of(1000) || human_bytes::parse(&human_bytes::print(self.0)) != Ok(self.0)
    }
}

impl FromStr for DiskSize {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        human_bytes::parse(text).map(Self)
    }
}

impl fmt::Display for DiskSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_plain() { self.0.fmt(f) } else { f.write_str(&human_bytes::print(self.0)) }
    }
}

/// A condition on the size of a disk (`v1alpha1.InstallDiskSizeMatcher`): a size behind `<`, `<=`, `>`, `>=`, `==` or
/// nothing, which means equal. Printed as it was written.
///
/// Of several lines the last one is the condition: Talos looks for it with an expression that is bound to the end of the text,
/// and whose dot is no line break.
///
/// ```
/// use talos_config::scalar::DiskSizeMatcher;
///
/// let matcher: DiskSizeMatcher = "large\n>= 5 GB".parse()?;
/// assert_eq!((matcher.operator(), matcher.bytes()), (">=", 5_000_000_000));
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "v1alpha1.InstallDiskSizeMatcher")]
pub struct DiskSizeMatcher(String);

text!(DiskSizeMatcher);

/// The operators, longer ones before those that they begin with.
const OPERATORS: [&str; 5] = [">=", "<=", "==", ">", "<"];

impl DiskSizeMatcher {
    /// How a disk's size is compared: `<`, `<=`, `>`, `>=` or `==`.
    #[must_use]
    pub fn operator(&self) -> &'static str {
        operator_and_size(&self.0).0.unwrap_or("==")
    }

    /// The bytes that it is compared with.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        human_bytes::parse(operator_and_size(&self.0).1).unwrap_or_default()
    }
}

fn operator_and_size(text: &str) -> (Option<&'static str>, &str) {
    let condition = text.rsplit('\n').next().unwrap_or(text);
    let split = |operator: &'static str| Some((Some(operator), condition.strip_prefix(operator)?.trim()));
    OPERATORS.into_iter().find_map(split).unwrap_or((None, condition.trim()))
}

impl FromStr for DiskSizeMatcher {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let text = text.trim();
        let (_, size) = operator_and_size(text);
        human_bytes::parse(size)
            .map_err(|error| InvalidScalar::new(format!("failed to parse disk size {size}: {error}")))?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for DiskSizeMatcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
