//! A valid cluster of any size, one thing changed: exactly the rule for it fires.

use std::collections::BTreeSet;

use cluster_model::fleet::fleet;
use cluster_model::import::Repository;
use cluster_model::rules::RULES;
use cluster_model::strategies::{BREACHES, Breach, clusters, near_valid};
use cluster_model::{Finding, Source, check, dated, plan, waiver};
use manifest::yaml::{self, Layout};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_breach_makes_exactly_its_rule_fire(wrong in near_valid()) {
        let findings = wrong.findings();
        prop_assert!(!findings.is_empty(), "{} did not fire", wrong.rule.code);
        for finding in &findings {
            prop_assert_eq!(finding.rule.code, wrong.rule.code, "{}", finding.message);
        }
    }

    #[test]
    fn what_nothing_breaks_is_clean_as_files_too(cluster in clusters()) {
        prop_assert_eq!(Repository::of(&cluster, None).unwrap().check(), vec![]);
    }

    #[test]
    fn a_spec_that_is_written_reads_back_as_the_same_cluster(cluster in clusters()) {
        let text = yaml::to_string(cluster.spec(), &Layout::default()).unwrap();
        let checked = check(&Source::new("cluster.yaml", text));
        prop_assert_eq!(checked.findings, vec![]);
        let read = checked.cluster.unwrap();
        prop_assert_eq!(read.spec(), cluster.spec());
        prop_assert_eq!(read.artifacts().unwrap(), cluster.artifacts().unwrap());
    }
}

/// Codes and messages, for a failure.
fn told(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|one| {
        let source = one.place.source.as_deref().unwrap_or_default();
        format!("\n    {} {source}, {}: {}", one.rule.code, one.place.path, one.message)
    });
    lines.take(8).collect()
}

/// What is wrong with what a breach does to fleets.
fn wrong_of(breach: &Breach, size: u32, seed: u64, pick: Index) -> Option<String> {
    let fleet = fleet(size, seed).unwrap();
    let code = breach.rule().code;
    let Some(near) = breach.apply(fleet.spec(), pick) else { return Some(format!("{code} does not apply")) };
    let findings = near.findings();
    if findings.is_empty() || findings.iter().any(|finding| finding.rule.code != code) {
        return Some(format!("{code} at {size}/{seed}:{}", told(&findings)));
    }
    let mended = breach.mend(fleet.spec(), pick)?.findings();
    (!mended.is_empty()).then(|| format!("{code} at {size}/{seed}, mended:{}", told(&mended)))
}

#[test]
fn every_breach_applies_and_fires_whatever_chance_says_and_what_its_page_says_instead_is_clean() {
    let mut runner = TestRunner::deterministic();
    let mut wrong = Vec::new();
    for (breach, seed) in BREACHES.iter().zip(1..) {
        for size in [5, 13] {
            let pick = any::<Index>().new_tree(&mut runner).unwrap().current();
            wrong.extend(wrong_of(breach, size, seed, pick));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_one_breach() {
    let breaches: Vec<&str> = BREACHES.iter().map(|breach| breach.rule().code).collect();
    assert!(breaches.windows(2).all(|pair| pair[0] < pair[1]), "not sorted: {breaches:?}");
    let rules = RULES.iter().map(|rule| rule.rule).chain(plan::rules::RULES.iter().map(|rule| rule.rule));
    let dated = dated::RULES.iter().copied();
    let rules: BTreeSet<&str> =
        rules.chain(waiver::rules::RULES.iter().copied()).chain(dated).map(|rule| rule.code).collect();
    let missing: Vec<_> = rules.difference(&breaches.iter().copied().collect()).copied().collect();
    assert!(missing.is_empty(), "no breach: {missing:?}");
}
