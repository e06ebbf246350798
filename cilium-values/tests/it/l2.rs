//! What agents make of announcement policies.

use std::time::Duration;

use cilium_values::l2::{InterfacePattern, LeaseBudget, PREDICTABLE_NAMES, TooManyStates, shortest_escape};
use proptest::prelude::*;

use super::{values, version};

#[test]
fn patterns_mean_what_they_mean_to_go() {
    for (pattern, matched, missed) in [
        ("^eth[0-9]+", "eth0", "veth0"),
        ("eth0", "veth01", "ens18"),
        ("^(enp|eno)[0-9]", "enp1s0", "eth0"),
        (r"\Qbond0.1\E$", "bond0.1", "bond0x1"),
        (r"\145th", "eth0", "th0"),
        (r"\x65th", "eth0", "th0"),
        ("a{,2}", "a{,2}", "aa"),
        ("a{x", "a{x", "ax"),
        ("[a&&b]", "&", "c"),
        ("[[a]", "[", "b"),
        ("[]a]", "]", "b"),
        ("[a-]", "-", "b"),
        ("[^]e]th", "ath", "eth"),
        (r"\<", "<", "eth0"),
        ("[[:digit:]]", "7", "x"),
        ("(?i)ETH", "eth0", "ens"),
        ("(?P<n>eth)", "eth0", "ens"),
        ("a{01}", "a{01}", "a"),
        ("a(?i)*th", "TH", "ts"),
        ("^(?<n>e)(?<n>t)h.$", "ethé", "eth"),
        (r"\p{Greek}", "ethα", "eth0"),
        ("é", "ethé", "eth0"),
        ("e?", "", "\0missing"),
    ] {
        let pattern: InterfacePattern = pattern.parse().unwrap_or_else(|error| panic!("{pattern}: {error}"));
        assert!(pattern.matches(matched), "{pattern:?} {matched}");
        assert!(missed.starts_with('\0') || !pattern.matches(missed), "{pattern:?} {missed}");
    }
}

#[test]
fn what_go_refuses_is_refused() {
    for pattern in [
        "^(?!lo)",
        "(?=a)",
        "(?<=a)b",
        "(?<!a)b",
        r"(a)\1",
        "a**",
        "a*+",
        "a++",
        "a{2}{3}",
        "a{1001}",
        "a{2,1}",
        "(?x)a",
        "*a",
        "[b-a]",
        "(a",
        "a)",
        "[a",
        r"\u0061",
        r"\y",
        "a\\",
        r"[\b]",
        r"\C",
        "(a{500}){3}",
        "[[:nonsense:]]",
    ] {
        let error = pattern.parse::<InterfacePattern>().expect_err(pattern);
        assert!(error.is_refused, "{pattern}: {error}");
    }
}

#[test]
fn what_cannot_be_decided_is_said_to_be() {
    for pattern in [r"\p{greek}", r"\x{d800}", r"\pL{1000}"] {
        let error = pattern.parse::<InterfacePattern>().expect_err(pattern);
        assert!(!error.is_refused, "{pattern}: {error}");
    }
}

#[test]
fn whole_names_are_told_from_parts() {
    let is_anchored = |pattern: &str| pattern.parse::<InterfacePattern>().unwrap().is_anchored();
    assert!(is_anchored("^eth0$"));
    assert!(!is_anchored("^eth") && !is_anchored("eth0$") && !is_anchored("^a|b$"));
}

#[test]
fn the_lease_budget_follows_the_values() {
    let budget = LeaseBudget::new(
        &values("{l2announcements: {leaseRenewDeadline: 1m30s}, k8sClientRateLimit: {qps: 33}}"),
        &version("1.17.0"),
    );
    assert_eq!(budget.duration, Duration::from_secs(15));
    assert_eq!(budget.renew_deadline, Duration::from_secs(90));
    assert_eq!(budget.services_per_agent(), 2970);
    assert!((budget.needed(90) - 1.0).abs() < f64::EPSILON);
}

fn escape(patterns: &[&str], family: &str) -> Result<Option<String>, TooManyStates> {
    let patterns: Vec<InterfacePattern> = patterns.iter().map(|pattern| pattern.parse().unwrap()).collect();
    shortest_escape(&patterns, &family.parse().unwrap())
}

#[test]
fn the_shortest_name_that_escapes_is_found() {
    let found = |patterns: &[&str], family: &str| escape(patterns, family).unwrap();
    let predictable = |patterns: &[&str]| found(patterns, PREDICTABLE_NAMES);
    assert_eq!(predictable(&["^eth[0-9]+"]).as_deref(), Some("eno0"));
    assert_eq!(predictable(&["^eth[0-9]+", "^en"]).as_deref(), Some("bond0"));
    assert_eq!(predictable(&["^eth[0-9]+", "^en", "^bond"]), None);
    // Unanchored patterns match anywhere.
    assert_eq!(predictable(&["[0-9]"]).as_deref(), Some("enxaaaaaaaaaaaa"));
    assert_eq!(predictable(&["eth0"]).as_deref(), Some("eno0"));
    assert_eq!(found(&["^eth0$"], "^eth[0-9]+$").as_deref(), Some("eth1"));
    assert_eq!(found(&["^eth[0-9]$"], "^eth[0-9]+$").as_deref(), Some("eth00"));
    assert_eq!(found(&[], PREDICTABLE_NAMES), None);
    assert_eq!(found(&["a"], "^a").as_deref(), None);
    // No name of an interface is as long.
    assert_eq!(found(&["b"], "^a{16}$"), None);
}

#[test]
fn a_pattern_without_end_is_given_up() {
    assert_eq!(escape(&["(a|b)*a(a|b){40}"], "^[ab]+$"), Err(TooManyStates));
}

proptest! {
    #[test]
    fn what_escapes_is_of_the_family_and_matched_by_no_pattern_and_nothing_shorter_is(
        patterns in prop::collection::vec(
            prop::sample::select(vec!["^a", "b$", "ab", "^[ab]$", "a{2}", "^(a|bb)+$", "c", "^b*$", r"\bb"]), 1..4,
        ),
        family in prop::sample::select(vec!["^[ab]+$", "^(ab)+$", "a", "^b?a?b?$"]),
    ) {
        let parsed: Vec<InterfacePattern> = patterns.iter().map(|pattern| pattern.parse().unwrap()).collect();
        let of_family: InterfacePattern = family.parse().unwrap();
        let escapes = |name: &str| of_family.matches(name) && !parsed.iter().any(|pattern| pattern.matches(name));
        let mut names = vec![String::new()];
        let mut shortest = None;
        for _ in 0..6 {
            names = names.iter().flat_map(|name| ["a", "b"].map(|next| format!("{name}{next}"))).collect();
            shortest = names.iter().find(|name| escapes(name)).cloned();
            if shortest.is_some() {
                break;
            }
        }
        let found = escape(&patterns, family).unwrap();
        prop_assert!(found.as_deref().is_none_or(escapes), "{found:?}");
        if let Some(shortest) = shortest {
            prop_assert!(found.is_some_and(|found| found.len() <= shortest.len()));
        }
    }
}
