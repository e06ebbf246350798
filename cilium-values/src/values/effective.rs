//! Values laid over each other, and over the chart's.

use super::{Overlay, Values};
use crate::{CiliumVersion, chart};

impl Values {
    /// The chart's values in a version with these laid over them: what the templates see.
    ///
    /// As Helm does it: mappings are merged key by key, lists and everything else replace, `null` removes. So
    /// nothing in the result is `null`; what is absent there has no value at all.
    ///
    /// ```
    /// use cilium_values::{CiliumVersion, Values};
    ///
    /// let mut values = Values::default();
    /// values.operator.replicas = 1.into();
    /// let effective = values.effective(&CiliumVersion::new(1, 17, 0));
    /// assert_eq!(effective.operator.replicas.value(), Some(1));
    /// assert_eq!(effective.cgroup.host_root.text(), "/run/cilium/cgroupv2");
    /// ```
    #[must_use]
    pub fn effective(&self, version: &CiliumVersion) -> Self {
        let mut effective = self.laid_over(chart::defaults(version));
        effective.drop_nulls();
        effective
    }

    /// These values laid over others, as two values files given to Helm one after the other. A `null` is kept: it is
    /// there for the chart's default.
    #[must_use]
    pub fn laid_over(&self, base: &Self) -> Self {
        let mut merged = base.clone();
        merged.overlay(self);
        merged
    }

    /// Only what differs from the chart in a version. Gives the same effective values.
    #[must_use]
    pub fn beyond_defaults(&self, version: &CiliumVersion) -> Self {
        self.difference(chart::defaults(version)).unwrap_or_default()
    }
}
