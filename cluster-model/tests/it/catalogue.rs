//! The catalogue of rules tests itself.

use std::collections::BTreeSet;

use cluster_model::{Checked, Source, check, rules, spec};
use manifest::Rule;

use crate::overlay::check_starter_with;

fn codes(checked: &Checked) -> BTreeSet<&'static str> {
    checked.findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn codes_are_unique_and_sorted_and_names_are_unique() {
    let rules: Vec<&Rule> = rules::RULES.iter().map(|rule| rule.rule).collect();
    assert!(rules.windows(2).all(|pair| pair[0].code < pair[1].code));
    let names: BTreeSet<_> = rules.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), rules.len());
}

#[test]
fn every_page_of_the_manual_is_written() {
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        for (section, text) in [
            ("checks", rule.checks),
            ("why", rule.why),
            ("bad", rule.bad),
            ("good", rule.good),
            ("source", rule.source),
        ] {
            assert!(!text.trim().is_empty(), "{}: {section}", rule.code);
        }
        assert!(rule.code.starts_with("CLU") && rule.code.len() == 7, "{}", rule.code);
        assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
    }
}

#[test]
fn the_starter_has_no_finding() {
    let checked = check(&Source::new("cluster.yaml", spec::STARTER));
    assert_eq!(checked.findings, []);
    assert!(checked.cluster.is_some());
}

#[test]
fn a_bad_example_yields_its_rule_only_with_a_place_and_a_cure() {
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        let (text, checked) = check_starter_with(rule.bad);
        assert_eq!(
            codes(&checked),
            [rule.code].into(),
            "the bad example of {}:\n{:#?}",
            rule.code,
            checked.findings
        );
        for finding in &checked.findings {
            let span = finding.place.span.unwrap_or_else(|| panic!("{} has no place", rule.code));
            assert!(span.start < span.end && span.end <= text.len(), "{}", rule.code);
            assert!(finding.help.is_some(), "{} has no cure", rule.code);
        }
    }
}

#[test]
fn a_good_example_yields_nothing() {
    for rule in rules::RULES.iter().map(|rule| rule.rule) {
        let (_, checked) = check_starter_with(rule.good);
        assert_eq!(checked.findings, [], "the good example of {}", rule.code);
    }
}
