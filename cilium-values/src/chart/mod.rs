//! Facts about the chart: which keys it has in which version, and what they are when nothing is said.
//!
//! The facts come from the charts themselves (`generated/charts.tsv`). Charts of six versions are known: one or two
//! per minor. A version between them is answered for by its neighbours of the same minor; where these differ, a key
//! counts as known if one of them knows it, and a default is that of the older one.
//!
//! ```
//! use cilium_values::values::read;
//! use cilium_values::{CiliumVersion, chart};
//! use manifest::Source;
//!
//! let fact = chart::fact("externalIPs.enabled").unwrap();
//! assert_eq!(fact.default_in(&CiliumVersion::new(1, 17, 0)), Some("false"));
//! assert_eq!(fact.last(), &CiliumVersion::new(1, 17, 0));
//!
//! let values = read(&Source::new("values.yaml", "externalIPs: {enabled: true}\n")).values.unwrap();
//! let changes = chart::upgrade(&values, &CiliumVersion::new(1, 17, 0), &CiliumVersion::new(1, 18, 12));
//! let change = changes.iter().find(|change| change.path == "externalIPs.enabled").unwrap();
//! assert_eq!(change.to_string(), "`externalIPs.enabled` is not read any more; `kubeProxyReplacement` is read instead");
//! ```

mod fact;
mod passed_on;
mod rules;
mod successor;
mod table;
mod upgrade;

pub use fact::Fact;
pub use passed_on::is_passed_on;
pub use rules::RULES;
pub use successor::successor;
pub use upgrade::{Change, ChangeKind, upgrade};

use std::sync::LazyLock;

use self::table::Table;
use crate::values::Values;
use crate::{CiliumVersion, values};

static TABLE: LazyLock<Table> = LazyLock::new(Table::read);

/// The versions of the chart that the facts were taken from, oldest first.
#[must_use]
pub fn versions() -> &'static [CiliumVersion] {
    &TABLE.versions
}

/// All keys of all known charts, by path.
#[must_use]
pub fn facts() -> &'static [Fact] {
    &TABLE.facts
}

/// What is known about a key: `hubble.relay.enabled`. None for a key that no known chart has, and for keys within
/// values whose keys are not the chart's, such as labels.
#[must_use]
pub fn fact(path: &str) -> Option<&'static Fact> {
    TABLE.fact(path)
}

/// The values of the chart itself in a version.
#[must_use]
pub fn defaults(version: &CiliumVersion) -> &'static Values {
    static EMPTY: LazyLock<values::Values> = LazyLock::new(Values::default);
    TABLE.defaults.get(TABLE.nearest(version).0).map_or(&*EMPTY, |defaults| defaults)
}
