//! What is known about one key of the chart.

use super::TABLE;
use crate::CiliumVersion;

/// What is known about one key of the chart.
#[derive(Debug)]
pub struct Fact {
    pub(super) path: &'static str,
    /// A bit per known chart: its schema has the key.
    pub(super) declared: u32,
    /// A bit per known chart: its templates read the key, which its schema does not have.
    pub(super) undeclared: u32,
    pub(super) shape: Shape,
    pub(super) is_group: bool,
    /// JSON of the default with a bit per chart that has it.
    pub(super) defaults: Vec<(u32, &'static str)>,
}

/// What the schema of the chart lets through for a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape(pub(super) &'static str);

impl Fact {
    /// The keys from the top, with dots between them.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// Whether the chart of a version has or reads the key.
    #[must_use]
    pub fn is_in(&self, version: &CiliumVersion) -> bool {
        let (older, newer) = TABLE.nearest(version);
        (self.declared | self.undeclared) & (1 << older | 1 << newer) != 0
    }

    /// Whether the schema of the chart of a version has the key. One that it has not may still be read.
    #[must_use]
    pub fn is_declared_in(&self, version: &CiliumVersion) -> bool {
        let (older, newer) = TABLE.nearest(version);
        self.declared & (1 << older | 1 << newer) != 0
    }

    /// The first known version of the chart that has the key.
    #[must_use]
    pub fn since(&self) -> &'static CiliumVersion {
        let first = (self.declared | self.undeclared).trailing_zeros() as usize;
        TABLE.version(first)
    }

    /// The last known version of the chart that has the key.
    #[must_use]
    pub fn last(&self) -> &'static CiliumVersion {
        let last = (self.declared | self.undeclared).checked_ilog2().unwrap_or_default() as usize;
        TABLE.version(last)
    }

    /// Whether the chart has further keys below it.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.is_group
    }

    /// What the schema lets through, in any of the known charts.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The chart's own value in a version as JSON; none for groups of keys, and where it has none.
    #[must_use]
    pub fn default_in(&self, version: &CiliumVersion) -> Option<&'static str> {
        let (older, newer) = TABLE.nearest(version);
        let of = |chart: usize| {
            self.defaults.iter().find(|(charts, _)| charts & (1 << chart) != 0).map(|&(_, json)| json)
        };
        of(older).or_else(|| of(newer))
    }
}

impl Shape {
    /// The JSON types: `string`, `integer`, `number`, `boolean`, `array`, `object`, `null`, and `enum:` with the words
    /// for an enumeration. Empty for keys that the schema does not have.
    pub fn types(self) -> impl Iterator<Item = &'static str> {
        self.0.split('|').filter(|name| !name.is_empty())
    }
}
