//! What another version of the chart makes of the same values.

use cilium_values::Values;
use cilium_values::chart::{ChangeKind, RULES, facts, successor, upgrade, versions};

use super::{values, version};

fn told(text: &str, from: &str, to: &str) -> Vec<String> {
    upgrade(&values(text), &version(from), &version(to)).iter().map(ToString::to_string).collect()
}

#[test]
fn renamed_and_removed_keys_are_named() {
    let text = "{encryption: {strictMode: {enabled: true}}, hubble: {redact: {kafka: {apiKey: true}}}}";
    let changes = told(text, "1.19.6", "1.20.0");
    assert!(changes.contains(
        &"`encryption.strictMode.enabled` is not read any more; `encryption.strictMode.egress.enabled` is read instead"
            .to_owned()
    ));
    assert!(changes.contains(&"`hubble.redact.kafka.apiKey` is not read any more".to_owned()));
}

#[test]
fn defaults_that_change_are_named_unless_the_file_decides() {
    let line = "the default of `l2NeighDiscovery.enabled` was true and becomes false".to_owned();
    assert!(told("{}", "1.17.0", "1.18.12").contains(&line));
    assert!(!told("{l2NeighDiscovery: {enabled: true}}", "1.17.0", "1.18.12").contains(&line));
}

#[test]
fn keys_that_begin_to_count_are_named() {
    assert_eq!(
        told("{preferIpv6: true}", "1.19.6", "1.20.0")[..]
            .iter()
            .filter(|text| text.contains("preferIpv6"))
            .collect::<Vec<_>>(),
        ["`preferIpv6` had no effect and gets one"]
    );
}

#[test]
fn nothing_changes_without_another_version() {
    for version in versions() {
        assert_eq!(upgrade(&Values::default(), version, version), []);
    }
}

#[test]
fn a_way_back_swaps_what_defaults_were() {
    let (old, new) = (version("1.17.18"), version("1.18.12"));
    let defaults = |from, to| -> Vec<_> {
        let changes = upgrade(&Values::default(), from, to);
        changes
            .into_iter()
            .map(|change| match change.kind {
                ChangeKind::Default { before, after } => (change.path, before, after),
                other => panic!("{other:?} with nothing set"),
            })
            .collect()
    };
    let swapped: Vec<_> =
        defaults(&new, &old).into_iter().map(|(path, before, after)| (path, after, before)).collect();
    assert_eq!(defaults(&old, &new), swapped);
}

#[test]
fn successors_are_keys_that_newer_charts_have() {
    let newest = versions().last().unwrap();
    for fact in facts() {
        if let Some(next) = successor(fact.path()) {
            let next = facts().iter().find(|other| other.path() == next).unwrap();
            assert!(next.is_in(newest) && !fact.is_in(newest), "{}", fact.path());
        }
    }
}

#[test]
fn each_change_is_a_finding_of_its_rule() {
    let (from, to) = (version("1.19.6"), version("1.20.0"));
    let found = |text: &str| -> Vec<&str> {
        let changes = upgrade(&values(text), &from, &to);
        changes.iter().map(|change| change.finding(None).rule.code).collect()
    };
    assert!(RULES.is_sorted_by(|left, right| left.code < right.code));
    let defaults = found("{}\n");
    assert!(defaults.iter().all(|code| *code == "CIL0704") && !defaults.is_empty());
    for rule in RULES.iter().filter(|rule| rule.code != "CIL0704") {
        let others =
            |text: &str| found(text).into_iter().filter(|code| *code != "CIL0704").collect::<Vec<_>>();
        assert_eq!(others(rule.bad), [rule.code]);
        assert_eq!(others(rule.good), [""; 0], "{}", rule.code);
    }
}
