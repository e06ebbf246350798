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
    /// JSON types that schemas let through, with a bit per chart whose schema it is.
    pub(super) types: Vec<(u32, &'static str)>,
    pub(super) is_group: bool,
    /// What the template engine says where the group is nothing, with a bit per known chart that then does not render.
    pub(super) missed: Vec<(u32, &'static str)>,
    /// JSON of the default with a bit per chart that has it.
    pub(super) defaults: Vec<(u32, &'static str)>,
}

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

    /// What Helm's template engine says with nothing in the place of this group of keys; none where the chart of a version
    /// renders all the same. Known for what is looked into whatever else is set: a group that belongs to a feature may be
    /// missed once that is on.
    #[must_use]
    pub fn missed_in(&self, version: &CiliumVersion) -> Option<&'static str> {
        let chart = 1 << TABLE.nearest(version).0;
        self.missed.iter().find(|(charts, _)| charts & chart != 0).map(|&(_, words)| words)
    }

    /// The JSON types that the schema of a version lets through: `string`, `integer`, `number`, `boolean`, `array`,
    /// `object`, `null`, `any`, and `enum:` with the words for an enumeration. None for a key that it does not have.
    pub fn types_in(&self, version: &CiliumVersion) -> impl Iterator<Item = &'static str> {
        let (older, newer) = TABLE.nearest(version);
        let charts = 1 << older | 1 << newer;
        let types = self.types.iter().filter(move |(of, _)| of & charts != 0);
        types.flat_map(|(_, names)| names.split('|'))
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
