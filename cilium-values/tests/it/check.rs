//! The rules about values, each with its own example.

use cilium_values::check::{Target, check, rules};
use cilium_values::talos::{TalosMinor, preset};
use cilium_values::{Values, chart};
use manifest::Rule;

use super::{values, version};

/// The version that a rule's example is for, where it is not this one.
const VERSION: &str = "1.19.6";
const VERSIONS: &[(&str, &str)] =
    &[("CIL0001", "1.20.0"), ("CIL0116", "1.20.0"), ("CIL0126", "1.16.19"), ("CIL0131", "1.18.11")];

fn target(rule: &Rule) -> Target {
    let cilium = VERSIONS.iter().find(|(code, _)| *code == rule.code).map_or(VERSION, |(_, version)| version);
    let talos = (rule.code >= "CIL0300").then(|| TalosMinor::new(12));
    Target { talos, ..Target::new(version(cilium)) }
}

/// The names of the rules that values break.
fn broken(text: &str, cilium: &str) -> Vec<&'static str> {
    check(&values(text), &Target::new(version(cilium))).iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn codes_and_names_are_unique_and_sorted() {
    let rules = rules();
    assert!(rules.is_sorted_by(|left, right| left.code < right.code));
    for (index, rule) in rules.iter().enumerate() {
        assert!(rule.code.len() == 7 && rule.code.starts_with("CIL"), "{}", rule.code);
        assert!(rules[index + 1..].iter().all(|other| other.name != rule.name), "{}", rule.name);
        for text in [rule.checks, rule.why, rule.source] {
            assert!(!text.is_empty() && !text.contains("  "), "{}: {text}", rule.code);
        }
    }
}

#[test]
fn each_bad_example_breaks_its_rule_alone_and_each_good_one_breaks_none() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let found = |text: &str| -> Vec<String> {
            let findings = check(&values(text), &target(rule));
            findings.iter().map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect()
        };
        let (bad, good) = (found(rule.bad), found(rule.good));
        if bad.is_empty() || !bad.iter().all(|text| text.starts_with(rule.code)) || !good.is_empty() {
            wrong.push(format!("{}: bad {bad:?}, good {good:?}", rule.code));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_finding_says_what_to_do() {
    for rule in rules() {
        for finding in check(&values(rule.bad), &target(rule)) {
            assert!(finding.help.is_some(), "{}", rule.code);
            assert!(!finding.message.ends_with('.'), "{}: {}", rule.code, finding.message);
        }
    }
}

#[test]
fn the_charts_own_values_break_nothing() {
    for version in chart::versions() {
        for values in [&Values::default(), chart::defaults(version)] {
            assert_eq!(check(values, &Target::new(version.clone())), [], "{version}");
        }
    }
}

#[test]
fn the_talos_preset_breaks_nothing() {
    for version in chart::versions() {
        let talos = TalosMinor::new(12);
        let target = Target { talos: Some(talos), ..Target::new(version.clone()) };
        let mut findings = check(&preset(talos, version), &target);
        assert_eq!(findings, [], "{version}");
        findings = check(&Values::default(), &target);
        assert!(findings.iter().all(|finding| finding.rule.name == "talos-requirement-unmet"), "{version}");
        assert!(findings.len() >= 5, "{version}");
    }
}

#[test]
fn removed_keys_are_findings_from_the_version_on_that_removed_them() {
    let strict = "{encryption: {enabled: true, strictMode: {enabled: true, cidr: 10.0.0.0/8}}}";
    assert_eq!(broken(strict, "1.19.6"), [""; 0]);
    assert_eq!(broken(strict, "1.20.0"), ["key-not-in-this-chart", "key-not-in-this-chart"]);
    let external = "{externalIPs: {enabled: true}}";
    assert_eq!(broken(external, "1.17.0"), [""; 0]);
    assert_eq!(broken(external, "1.18.12"), ["key-not-in-this-chart"]);
    assert_eq!(broken("{preferIpv6: true}", "1.19.6"), ["key-not-in-this-chart"]);
}

#[test]
fn labels_and_kubernetes_own_keys_are_nobodys_business() {
    let text = "
podLabels: {anything: goes}
nodeSelector: {kubernetes.io/os: linux, zone: core}
affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: []}}}
operator: {securityContext: {runAsUser: 1}, resources: {limits: {memory: 1Gi}}}
extraConfig: {some-flag: 'true'}
";
    assert_eq!(broken(text, "1.17.0"), [""; 0]);
}

#[test]
fn places_lie_below_the_path_of_the_values() {
    let target =
        Target { path: manifest::FieldPath::root().keys("cilium.values"), ..Target::new(version("1.17.0")) };
    let findings = check(&values("{ipv4: {enabled: false}}"), &target);
    assert_eq!(findings[0].place.path.to_string(), "cilium.values.ipv4.enabled");
}

#[test]
fn each_way_to_get_the_api_server_wrong_is_seen() {
    for text in [
        "{kubeProxyReplacement: true, k8sServiceHost: localhost}",
        "{kubeProxyReplacement: true, k8sServiceHost: 'https://x:6443', k8sServicePort: 6443}",
        "{kubeProxyReplacement: true, k8sServiceHost: x, k8sServicePort: 0}",
        "{kubeProxyReplacement: true, k8sServicePort: 7445}",
    ] {
        assert_eq!(broken(text, "1.17.0"), ["api-server-unreachable"], "{text}");
    }
    for text in [
        "{kubeProxyReplacement: 'true', k8sServiceHost: '::1', k8sServicePort: '7445'}",
        "{kubeProxyReplacement: true, k8s: {apiServerURLs: 'https://x:6443'}}",
    ] {
        assert_eq!(broken(text, "1.18.12"), [""; 0], "{text}");
    }
}

#[test]
fn a_ratio_that_is_no_number_is_shown_as_it_stands() {
    let found = check(&values("{bpf: {mapDynamicSizeRatio: big}}"), &Target::new(version("1.19.6")));
    assert_eq!(found[0].message, "`bpf.mapDynamicSizeRatio` is `big`, no number above 0 and at most 1");
}
