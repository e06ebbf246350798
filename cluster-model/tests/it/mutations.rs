//! A valid cluster of any size, one thing changed: exactly the rule for it fires.

use cluster_model::fleet::fleet;
use cluster_model::rules::RULES;
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

/// Rules that no change of a spec breaks, with the reason. Each is broken by the bad example of its page instead, from the
/// good one to the bad one.
const WITHOUT_BREACH: [(&str, &str); 8] = [
    ("CLU02", "the configuration of a fleet has no interfaces, registries and subnets of its own"),
    ("CLU03", "a firewall, a policy or a document of Talos is nothing that a spec can hold"),
    ("CLU04", "the services and policies of a spec are whole by their making; only objects can break them"),
    ("CLU05", "another version breaks several rules at once"),
    ("CLU06", "patches of one's own are nothing that a spec can hold"),
    ("CLU07", "resources of one's own are nothing that a spec can hold"),
    ("CLU08", "workloads and charts are nothing that a spec can hold"),
    ("CLU01", "a vocabulary that is broken breaks the labels of every machine too"),
];

#[test]
fn every_rule_has_a_breach_or_stands_in_a_family_with_a_reason() {
    let broken: Vec<&str> = BREACHES.iter().map(|breach| breach.rule().code).collect();
    let mut used = std::collections::BTreeSet::new();
    for code in RULES.iter().map(|rule| rule.rule.code).filter(|code| !broken.contains(code)) {
        let reason = WITHOUT_BREACH.iter().find(|(family, _)| code.starts_with(family));
        used.insert(reason.unwrap_or_else(|| panic!("{code} has no breach and no reason")).0);
    }
    assert_eq!(used.len(), WITHOUT_BREACH.len(), "a reason that nothing needs any more: {used:?}");
}
