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

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use manifest::{Finding, Rule};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::fleet::fleet;
use crate::import::Repository;
use crate::plan::{Declared, plan};
use crate::spec::ClusterSpec;
use crate::{Cluster, dated, generate, rules, waiver};

pub use breach::{BREACHES, Breach};

/// A cluster that breaks one rule and no other.
#[derive(Clone, Debug, PartialEq)]
pub struct NearValid {
    /// The spec.
    pub spec: ClusterSpec,
    /// What lies beside the files that the spec generates, by path. Empty where the spec itself is wrong.
    pub files: BTreeMap<String, String>,
    /// The state before, where the rule is about a change.
    pub old: Option<ClusterSpec>,
    /// The rule that it breaks.
    pub rule: &'static Rule,
}

/// The day on which waivers, keys and tokens are looked at.
const TODAY: &str = "2026-01-01";

impl NearValid {
    /// What a check, or the plan of the change, says: findings of [`NearValid::rule`] only, and at least one.
    ///
    /// A waiver that has expired waives nothing, so what it waived is left out here.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        if let Some(old) = &self.old {
            return self.planned(old).unwrap_or_default();
        }
        if self.files.is_empty() {
            return rules::check(&generate::estate(&self.spec), true);
        }
        let Some(repository) = self.repository() else { return Vec::new() };
        let findings = repository.check();
        let Ok(today) = TODAY.parse() else { return findings };
        let findings = [findings, dated::check(repository.sources(), today)].concat();
        let told = waiver::apply(findings.clone(), repository.sources(), today).findings;
        if self.rule.code == "CLU1002" {
            return told.into_iter().filter(|finding| !findings.contains(finding)).collect();
        }
        told
    }

    /// All files: those that the spec generates, and those beside them. Absent if a value cannot be written as YAML,
    /// which none of a strategy is.
    #[must_use]
    pub fn repository(&self) -> Option<Repository> {
        let artifacts = generate::artifacts(&generate::estate(&self.spec), &self.spec).ok()?;
        let generated = artifacts.into_iter().map(|artifact| (artifact.path, artifact.text));
        let all: BTreeMap<String, String> = generated.chain(self.files.clone()).collect();
        Some(Repository::read(all.into_iter().map(|(path, text)| (path, text.into_bytes()))))
    }

    fn planned(&self, old: &ClusterSpec) -> Option<Vec<Finding>> {
        let declared = |spec: &ClusterSpec| Declared::of(&Cluster::new(spec.clone()).ok()?).ok();
        let new =
            if self.files.is_empty() { declared(&self.spec)? } else { Declared::read(&self.repository()?) };
        Some(plan(&declared(old)?, &new).findings)
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

/// Clusters that break one rule each, at any machine: the rules that [`BREACHES`] lists, which are all of this crate.
pub fn near_valid() -> impl Strategy<Value = NearValid> {
    breaking(select(BREACHES))
}

/// Clusters that break the rule with this code; none, and a panic of proptest, if [`BREACHES`] does not list it.
pub fn breaking_rule(code: &str) -> impl Strategy<Value = NearValid> + use<> {
    let wanted: Vec<Breach> = BREACHES.iter().filter(|breach| breach.rule().code == code).copied().collect();
    breaking(select(wanted))
}

fn breaking(breach: impl Strategy<Value = Breach>) -> impl Strategy<Value = NearValid> {
    // Below five machines there may be no worker to change.
    (fleets(5..=20), breach, any::<Index>())
        .prop_filter_map("the breach does not apply", |(cluster, breach, machine)| {
            breach.apply(cluster.spec(), machine)
        })
}
