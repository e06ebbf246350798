//! Custom resources as the API server takes them.

use cilium_values::crd::{RULES, check};
use manifest::Source;
use manifest::yaml;

use super::version;

/// The rules that an object breaks, with the path of each.
fn broken(text: &str, cilium: &str) -> Vec<String> {
    let documents = yaml::parse(&Source::new("object.yaml", text)).unwrap();
    let findings = check(&documents[0], &version(cilium));
    findings.iter().map(|finding| format!("{} {}", finding.rule.name, finding.place.path)).collect()
}

fn policy(spec: &str) -> String {
    format!("{{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {{name: p}}, spec: {spec}}}\n")
}

#[test]
fn each_example_breaks_its_rule_alone_or_none() {
    for rule in RULES {
        let bad = broken(rule.bad, "1.20.0");
        assert!(
            !bad.is_empty() && bad.iter().all(|text| text.starts_with(rule.name)),
            "{}: {bad:?}",
            rule.code
        );
        assert_eq!(broken(rule.good, "1.20.0"), [""; 0], "{}", rule.code);
    }
    assert!(RULES.is_sorted_by(|left, right| left.code < right.code));
}

#[test]
fn fields_that_the_server_would_drop_are_found_at_any_depth() {
    let text = policy("{endpointSelector: {matchlabels: {a: b}}, egress: [{toPorts: [{port: 80}]}]}");
    assert_eq!(
        broken(&text, "1.19.6"),
        ["field-pruned spec.endpointSelector.matchlabels", "field-pruned spec.egress[0].toPorts[0].port"]
    );
    let pool = "{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: p}, spec: {cidrs: []}}\n";
    assert_eq!(broken(pool, "1.18.12"), ["field-pruned spec.cidrs"]);
}

#[test]
fn fields_count_from_the_version_on_that_has_them() {
    let text = policy("{endpointSelector: {}, ingress: [{fromEntities: [cluster-mesh]}]}");
    assert_eq!(broken(&text, "1.19.6"), ["object-refused spec.ingress[0].fromEntities[0]"]);
    assert_eq!(broken(&text, "1.20.0"), [""; 0]);
}

#[test]
fn kinds_and_versions_are_those_of_the_cilium() {
    let text = |kind: &str, version: &str| {
        format!("{{apiVersion: cilium.io/{version}, kind: {kind}, metadata: {{name: p}}, spec: {{}}}}\n")
    };
    let pool = "CiliumLoadBalancerIPPool";
    assert_eq!(broken(&text(pool, "v2"), "1.17.0"), ["kind-not-served apiVersion"]);
    assert_eq!(broken(&text(pool, "v2alpha1"), "1.17.0"), [""; 0]);
    assert_eq!(broken(&text(pool, "v2alpha1"), "1.18.12"), [""; 0]);
    assert_eq!(broken(&text(pool, "v2alpha1"), "1.19.6"), ["version-deprecated apiVersion"]);
    assert_eq!(broken(&text("CiliumPodIPPool", "v2"), "1.20.0"), ["kind-not-served apiVersion"]);
    assert_eq!(broken(&text("CiliumBGPPeeringPolicy", "v2alpha1"), "1.19.6"), ["kind-not-served kind"]);
    assert_eq!(broken(&text("CiliumNetworkPolicie", "v2"), "1.19.6"), ["kind-not-served kind"]);
    assert_eq!(broken("{apiVersion: v1, kind: Service, metadata: {}, spec: {x: 1}}\n", "1.19.6"), [""; 0]);
}

#[test]
fn forms_that_exclude_each_other_are_found() {
    let both = policy("{endpointSelector: {}, nodeSelector: {}, ingress: []}");
    assert_eq!(broken(&both, "1.19.6"), ["object-refused spec"]);
    let neither = policy("{ingress: []}");
    assert_eq!(broken(&neither, "1.19.6"), ["object-refused spec"]);
}

#[test]
fn rules_in_cel_hold_after_defaults() {
    let peer = |timers: &str| {
        format!(
            "{{apiVersion: cilium.io/v2, kind: CiliumBGPPeerConfig, metadata: {{name: p}}, \
             spec: {{timers: {timers}}}}}\n"
        )
    };
    assert_eq!(broken(&peer("{keepAliveTimeSeconds: 100}"), "1.20.0"), ["object-refused spec.timers"]);
    assert_eq!(broken(&peer("{}"), "1.20.0"), [""; 0]);
}

#[test]
fn quoted_and_bare_yes_differ() {
    let pool = |word: &str| {
        format!(
            "{{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {{name: p}}, \
             spec: {{allowFirstLastIPs: {word}}}}}\n"
        )
    };
    assert_eq!(broken(&pool("\"No\""), "1.19.6"), [""; 0]);
    assert_eq!(broken(&pool("false"), "1.19.6"), ["object-refused spec.allowFirstLastIPs"]);
}

#[test]
fn keys_of_items_are_compared_unless_one_of_them_has_none() {
    let text = |items: &str| {
        format!(
            "{{apiVersion: cilium.io/v2alpha1, kind: CiliumBGPClusterConfig, metadata: {{name: a}}, \
             spec: {{bgpInstances: [{items}]}}}}\n"
        )
    };
    let twice = "object-refused spec.bgpInstances[1]";
    assert_eq!(broken(&text("{name: a}, {name: a}"), "1.17.0"), [twice]);
    assert_eq!(broken(&text("{name: a}, [x], {name: a}"), "1.17.0"), [twice]);
    assert_eq!(broken(&text("{name: a}, x, y"), "1.17.0"), [twice, "object-refused spec.bgpInstances[2]"]);
}

/// The server takes any character before the fraction of a second, and reads no further than to a second `T`.
#[test]
fn a_time_is_what_the_server_takes_for_one() {
    let found = |time: &str| {
        let pool = format!(
            "{{apiVersion: cilium.io/v2alpha1, kind: CiliumLoadBalancerIPPool, metadata: {{name: p}}, spec: {{}}, \
             status: {{conditions: [{{type: a, status: 'True', reason: a, message: a, lastTransitionTime: '{time}'}}]}}}}\n"
        );
        broken(&pool, "1.17.0")
    };
    for time in [
        "2026-01-31T12:00:00Z",
        "2026-01-31t12:00:34.5+01:00",
        "2026-01-31T12:00:3456+01:00",
        "2026-01-31T12:00:00-5z",
        "2026-01-31T12:00:00ZTea",
    ] {
        assert_eq!(found(time), [""; 0], "{time}");
    }
    for time in
        ["2026-01-31T12:00:345+01:00", "2026-01-31T12:00:60Z", "2026-02-30T12:00:00Z", "2026-01-31 12:00:00Z"]
    {
        assert_eq!(found(time), ["object-refused status.conditions[0].lastTransitionTime"], "{time}");
    }
}
