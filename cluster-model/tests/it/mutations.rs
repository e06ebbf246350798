//! A valid cluster of any size, one thing changed: exactly the rule for it fires.

use cluster_model::fleet::fleet;
use cluster_model::strategies::{BREACHES, NearValid, clusters, near_valid};
use cluster_model::{Source, check};
use manifest::yaml::{self, Layout};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_breach_makes_exactly_its_rule_fire(wrong in near_valid()) {
        let findings = wrong.findings();
        prop_assert!(!findings.is_empty(), "{} did not fire", wrong.rule.code);
        for finding in &findings {
            prop_assert_eq!(finding.rule.code, wrong.rule.code, "{}", finding.message);
        }
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

#[test]
fn every_breach_applies_and_fires_whatever_chance_says() {
    let mut runner = TestRunner::deterministic();
    for breach in BREACHES {
        let mut spec = fleet(7, 1).unwrap().spec().clone();
        let pick = any::<Index>().new_tree(&mut runner).unwrap().current();
        breach.apply(&mut spec, pick).unwrap();
        let rule = breach.rule();
        let findings = NearValid { spec, rule }.findings();
        assert!(
            !findings.is_empty() && findings.iter().all(|finding| finding.rule == rule),
            "{breach:?}: {findings:#?}"
        );
    }
}

#[test]
fn the_breaches_are_sorted_and_each_names_another_rule() {
    assert!(BREACHES.windows(2).all(|pair| pair[0].rule().code < pair[1].rule().code));
}
