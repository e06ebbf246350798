//! Strategies for property tests: clusters that are right, and clusters that break one rule.
//!
//! Everything is made from a [`fleet`], so a failure names a size and a seed, and shrinks to
//! few machines.
//!
//! ```
//! use cluster_model::Cluster;
//! use cluster_model::strategies::{clusters, near_valid};
//! use proptest::prelude::*;
//!
//! proptest!(|(cluster in clusters(), wrong in near_valid())| {
//!     prop_assert!(cluster.artifacts().is_ok());
//!     let findings = wrong.findings();
//!     prop_assert!(!findings.is_empty());
//!     prop_assert!(findings.iter().all(|finding| finding.rule == wrong.rule));
//! });
//! ```

mod breach;

use std::ops::RangeInclusive;

use manifest::{Finding, Rule};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::fleet::fleet;
use crate::spec::ClusterSpec;
use crate::{Cluster, rules};

pub use breach::{BREACHES, Breach};

/// A spec that breaks one rule and no other.
#[derive(Clone, Debug, PartialEq)]
pub struct NearValid {
    /// The spec.
    pub spec: ClusterSpec,
    /// The rule that it breaks.
    pub rule: &'static Rule,
}

impl NearValid {
    /// What a check says of the spec: findings of [`NearValid::rule`] only, and at least one.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        rules::check(&crate::generate::estate(&self.spec), true)
    }
}

/// Clusters without findings, of a size at which a test can make many of them: 1 to 40 machines.
pub fn clusters() -> impl Strategy<Value = Cluster> {
    fleets(1..=40)
}

/// Clusters without findings, of as many machines as wanted. They shrink towards the smallest size.
pub fn fleets(machines: RangeInclusive<u32>) -> impl Strategy<Value = Cluster> {
    (machines, any::<u64>())
        .prop_filter_map("the rules refuse the fleet", |(machines, seed)| fleet(machines, seed).ok())
}

/// Specs that break one rule each, at any machine: the rules that [`BREACHES`] lists.
pub fn near_valid() -> impl Strategy<Value = NearValid> {
    breaking(select(BREACHES))
}

/// Specs that break the rule with this code; none, and a panic of proptest, if [`BREACHES`] does not list it.
pub fn breaking_rule(code: &str) -> impl Strategy<Value = NearValid> + use<> {
    let wanted: Vec<Breach> = BREACHES.iter().filter(|breach| breach.rule().code == code).copied().collect();
    breaking(select(wanted))
}

fn breaking(breach: impl Strategy<Value = Breach>) -> impl Strategy<Value = NearValid> {
    // Below five machines there may be no worker to change.
    (fleets(5..=40), breach, any::<Index>()).prop_filter_map(
        "the breach does not apply",
        |(cluster, breach, machine)| {
            let mut spec = cluster.spec().clone();
            breach.apply(&mut spec, machine)?;
            Some(NearValid { spec, rule: breach.rule() })
        },
    )
}
