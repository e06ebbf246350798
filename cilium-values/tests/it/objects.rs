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
            "object-without-its-feature" => values("{}\n"),
            "pod-pool-unusable" | "pod-networks-not-announced" | "default-pod-pool-missing" => {
                values("{bgpControlPlane: {enabled: true}, ipam: {mode: multi-pool}}\n")
            }
            "lease-budget-exceeded" => values(
                "{l2announcements: {enabled: true, leaseRenewDeadline: 1s}, k8sClientRateLimit: {qps: 1, burst: 2}}\n",
            ),
            _ => values("{l2announcements: {enabled: true}, bgpControlPlane: {enabled: true}}\n"),
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
    assert_eq!(found(text, &Values::default(), "1.19.6"), ["CIL0601 start", "CIL0613 spec", "CIL0403 cidrs"]);
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

/// What is said of one object with some values.
fn said(object: &str, chart: &str, cilium: &str) -> Vec<String> {
    let documents = documents(object);
    let findings = Objects::read(&documents).check(&values(chart), &version(cilium));
    findings.into_iter().map(|finding| format!("{} {}", finding.rule.code, finding.message)).collect()
}

#[test]
fn what_an_object_asks_for_is_on() {
    let policy = |spec: &str| {
        format!(
            "{{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {{name: a, namespace: b}}, spec: {spec}}}\n"
        )
    };
    let other = |kind: &str, version: &str, spec: &str| {
        format!(
            "{{apiVersion: cilium.io/{version}, kind: {kind}, metadata: {{name: a, namespace: b}}, spec: {spec}}}\n"
        )
    };
    let ports = "toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{}]}}]";
    let rows = [
        (
            policy("{endpointSelector: {}, ingress: [{fromNodes: [{}]}]}"),
            "1.19.6",
            "{nodeSelectorLabels: true}",
        ),
        (policy(&format!("{{endpointSelector: {{}}, ingress: [{{{ports}}}]}}")), "1.17.0", "{l7Proxy: true}"),
        (
            policy("{endpointSelector: {}, egress: [{toPorts: [{ports: [{port: '80', protocol: SCTP}]}]}]}"),
            "1.17.0",
            "{sctp: {enabled: true}}",
        ),
        (
            policy("{endpointSelector: {}, ingress: [{authentication: {mode: required}}]}"),
            "1.19.6",
            "{authentication: {enabled: true}}",
        ),
        (
            policy("{endpointSelector: {}, egress: [{authentication: {mode: required}}]}"),
            "1.20.0",
            "{authentication: {enabled: true}}",
        ),
        (
            other(
                "CiliumEgressGatewayPolicy",
                "v2",
                "{selectors: [{podSelector: {}}], destinationCIDRs: [10.0.0.0/8], egressGateway: {nodeSelector: {}}}",
            ),
            "1.17.0",
            "{egressGateway: {enabled: true}}",
        ),
        (
            other("CiliumBGPAdvertisement", "v2", "{advertisements: [{advertisementType: PodCIDR}]}"),
            "1.18.12",
            "{bgpControlPlane: {enabled: true}}",
        ),
        (
            other("CiliumEnvoyConfig", "v2", "{resources: [{'@type': a}]}"),
            "1.17.0",
            "{gatewayAPI: {enabled: true}}",
        ),
        (
            other("CiliumPodIPPool", "v2alpha1", "{ipv4: {cidrs: [10.0.0.0/8], maskSize: 24}}"),
            "1.17.0",
            "{ipam: {mode: multi-pool, operator: {autoCreateCiliumPodIPPools: {default: {}}}}}",
        ),
    ];
    for (object, cilium, on) in rows {
        let off = if on.contains("l7Proxy") { "{l7Proxy: false}" } else { "{}" };
        let found = said(&object, off, cilium);
        assert!(found.len() == 1 && found[0].starts_with("CIL0609 "), "{object}: {found:?}");
        assert_eq!(said(&object, on, cilium), [""; 0], "{object}");
    }
    let redirect = other(
        "CiliumLocalRedirectPolicy",
        "v2",
        "{redirectFrontend: {addressMatcher: {ip: 10.0.0.1, toPorts: [{port: '80', protocol: TCP}]}}, \
         redirectBackend: {localEndpointSelector: {}, toPorts: [{port: '80', protocol: TCP}]}}",
    );
    assert_eq!(
        said(&redirect, "{}", "1.17.0"),
        ["CIL0609 there is a policy that redirects, and `localRedirectPolicy` is off"]
    );
    assert_eq!(
        said(&redirect, "{}", "1.18.12"),
        ["CIL0609 there is a policy that redirects, and `localRedirectPolicies.enabled` is off"]
    );
}

#[test]
fn pools_of_pods_share_no_address() {
    let pool = |name: &str, cidr: &str| {
        format!(
            "{{apiVersion: cilium.io/v2alpha1, kind: CiliumPodIPPool, metadata: {{name: {name}}}, spec: {{ipv4: {{cidrs: [{cidr}], maskSize: 26}}}}}}\n"
        )
    };
    let text = [pool("a", "10.0.0.0/16"), pool("b", "10.0.128.0/20"), pool("c", "10.1.0.0/16")].join("---\n");
    assert_eq!(
        said(
            &text,
            "{ipam: {mode: multi-pool, operator: {autoCreateCiliumPodIPPools: {default: {}}}}}",
            "1.19.6"
        ),
        ["CIL0611 `10.0.128.0/20` of the pool `b` overlaps `10.0.0.0/16` of `a`"]
    );
}

#[test]
fn a_family_that_selects_no_advertisement_announces_nothing() {
    let text = "\
{apiVersion: cilium.io/v2, kind: CiliumBGPPeerConfig, metadata: {name: p}, spec: {families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: {advertise: bgp}}}]}}
---
{apiVersion: cilium.io/v2, kind: CiliumBGPAdvertisement, metadata: {name: a, labels: {advertise: bpg}}, spec: {advertisements: [{advertisementType: PodCIDR}]}}
";
    let on = "{bgpControlPlane: {enabled: true}}";
    assert_eq!(
        said(text, on, "1.18.12"),
        ["CIL0607 these labels select no CiliumBGPAdvertisement here: the family announces nothing"]
    );
    assert_eq!(said(&text.replace("bpg", "bgp"), on, "1.18.12"), [""; 0]);
}

#[test]
fn every_place_that_wants_a_feature_is_named() {
    let text = "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: a, namespace: b}
spec:
  endpointSelector: {}
  ingress:
    - toPorts: [{ports: [{port: '1', protocol: SCTP}, {port: '2', protocol: SCTP}]}]
    - toPorts: [{ports: [{port: '3', protocol: SCTP}]}]
";
    let documents = documents(text);
    let findings = Objects::read(&documents).check(&Values::default(), &version("1.19.6"));
    let related: Vec<String> =
        findings[0].related.iter().map(|related| related.place.path.to_string()).collect();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].place.path.to_string(), "spec.ingress[0].toPorts[0].ports[0].protocol");
    assert_eq!(
        related,
        ["spec.ingress[0].toPorts[0].ports[1].protocol", "spec.ingress[1].toPorts[0].ports[0].protocol"]
    );
}

#[test]
fn what_kubectl_reads_as_a_boolean_is_none_of_the_texts_of_a_pool() {
    let pool = |value: &str| {
        format!(
            "{{apiVersion: cilium.io/v2, kind: CiliumLoadBalancerIPPool, metadata: {{name: a}}, \
             spec: {{allowFirstLastIPs: {value}, blocks: [{{cidr: 10.0.0.0/30}}]}}}}\n"
        )
    };
    assert_eq!(
        said(&pool("No"), "{}", "1.19.6"),
        ["CIL0404 `spec.allowFirstLastIPs`: it must be a text, and is true or false"]
    );
    assert_eq!(said(&pool("'No'"), "{}", "1.19.6"), [""; 0]);
}
