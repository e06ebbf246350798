//! What agents make of announcement policies.

use std::time::Duration;

use cilium_values::l2::{InterfacePattern, LeaseBudget};

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
        "[[:nonsense:]]",
    ] {
        let error = pattern.parse::<InterfacePattern>().expect_err(pattern);
        assert!(error.is_refused, "{pattern}: {error}");
    }
}

#[test]
fn what_cannot_be_decided_is_said_to_be() {
    for pattern in [r"\p{Greek}", r"\C", "é"] {
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
