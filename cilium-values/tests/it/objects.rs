//! Sets of manifests.

use cilium_values::Values;
use cilium_values::objects::{Objects, RULES};
use manifest::Source;
use manifest::yaml::{self, Document};

use super::{values, version};

fn documents(text: &str) -> Vec<Document> {
    yaml::parse(&Source::new("set.yaml", text)).unwrap()
}

/// The code of each finding with the text that it marks.
fn found(text: &str, values: &Values, cilium: &str) -> Vec<String> {
    let documents = documents(text);
    let findings = Objects::read(&documents).check(values, &version(cilium));
    findings
        .iter()
        .map(|finding| {
            let marked = documents[0].source().slice(finding.place.span.unwrap());
            assert!(finding.help.is_some(), "{}: {}", finding.rule.code, finding.message);
            format!("{} {marked}", finding.rule.code)
        })
        .collect()
}

#[test]
fn each_example_breaks_its_rule_alone_or_none() {
    assert!(RULES.is_sorted_by(|left, right| left.code < right.code));
    for rule in RULES {
        let values = match rule.name {
            "announcements-off" => Values::default(),
            _ => values("{l2announcements: {enabled: true}, kubeProxyReplacement: true}\n"),
        };
        let bad = found(rule.bad, &values, "1.17.0");
        assert!(
            !bad.is_empty() && bad.iter().all(|text| text.starts_with(rule.code)),
            "{}: {bad:?}",
            rule.code
        );
        assert_eq!(found(rule.good, &values, "1.17.0"), [""; 0], "{}", rule.code);
    }
}

#[test]
fn lists_are_looked_into_and_places_are_those_in_the_list() {
    let text = "\
apiVersion: v1
kind: List
items:
- {apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {cidrs: []}}
- {apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: b}, spec: {blocks: [{start: x}]}}
";
    assert_eq!(found(text, &Values::default(), "1.19.6"), ["CIL0601 start", "CIL0403 cidrs"]);
}

#[test]
fn what_controllers_wrote_is_nobodys_business() {
    let text = "\
apiVersion: v1
kind: Service
metadata: {name: web, uid: 1-2, creationTimestamp: null}
spec: {type: LoadBalancer, unknown: 1, ports: [{port: 80}]}
status: {loadBalancer: {}}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab, generation: 3}
spec: {blocks: [{cidr: 10.0.0.0/30}]}
status: {conditions: []}
";
    assert_eq!(found(text, &Values::default(), "1.17.0"), [""; 0]);
}

#[test]
fn a_service_that_cannot_be_read_is_a_finding() {
    let text = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: http}]}}\n";
    let documents = documents(text);
    let findings = Objects::read(&documents).check(&Values::default(), &version("1.17.0"));
    assert_eq!(findings[0].rule.name, "wrong-type");
    assert_eq!(documents[0].source().slice(findings[0].place.span.unwrap()), "http");
}

#[test]
fn a_pool_that_the_operator_drops_hands_out_nothing_and_the_others_keep_their_places() {
    let text = "\
{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: a}, spec: {blocks: [{cidr: 10.0.0.1}]}}
---
{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: b}, spec: {blocks: [{cidr: 10.0.1.0/31}]}}
---
{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {name: c}, spec: {blocks: [{cidr: 10.0.1.0/24}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ports: [{port: 80}]}}
";
    let documents = documents(text);
    let objects = Objects::read(&documents);
    let solved = objects.solve(&Values::default(), &version("1.19.6"));
    assert_eq!(solved.usage(0), None);
    assert_eq!(solved.usage(1).map(|usage| usage.total), Some(2));
    assert!(!solved.is_in_conflict(0) && solved.is_in_conflict(1) && solved.is_in_conflict(2));
    assert!(solved.outcomes()[0].addresses.is_empty());
}
