//! CIL0520 egress-gateway-invalid.

use std::net::IpAddr;

use ipnet::IpNet;
use manifest::{Rule, Severity};

use crate::policy::Subject;
use crate::policy::part::Part;

/// A policy for egress gateways says where traffic goes, whose it is, and out of what it leaves.
pub(super) static RULE: Rule = Rule {
    code: "CIL0520",
    name: "egress-gateway-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A policy for egress gateways says where traffic goes, whose it is, and out of what it leaves.",
    why: "The agent refuses the policy with a line in its log: traffic leaves as if there were none.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumEgressGatewayPolicy
metadata: {name: example}
spec: {destinationCIDRs: [0.0.0.0/0], selectors: [{podSelector: {}}], egressGateway: {nodeSelector: {}, interface: eth0, egressIP: 10.0.0.1}}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumEgressGatewayPolicy
metadata: {name: example}
spec: {destinationCIDRs: [0.0.0.0/0], selectors: [{podSelector: {}}], egressGateway: {nodeSelector: {}, egressIP: 10.0.0.1}}
",
    source: "cilium/cilium, pkg/egressgateway/policy.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.kind != "CiliumEgressGatewayPolicy" {
        return;
    }
    let Some(spec) = subject.object.get("spec") else { return };
    if spec.get("destinationCIDRs").is_none() {
        subject
            .report(&RULE, spec.path.clone(), "it is not said where the traffic goes")
            .upstream("destinationCIDRs can't be empty")
            .help_with("write `destinationCIDRs: [0.0.0.0/0]` for anywhere");
    }
    let is_list_known = subject.cilium.is_at_least(18);
    let mut gateways: Vec<Part<'_>> = spec.items("egressGateways").filter(|_| is_list_known).collect();
    if gateways.is_empty() {
        match spec.get("egressGateway") {
            Some(gateway) => gateways.push(gateway),
            None => subject
                .report(&RULE, spec.path.clone(), "no gateway is named")
                .upstream("egressGateway can't be empty")
                .help_with("write `egressGateway: {nodeSelector: ..., egressIP: ...}`"),
        }
    }
    for gateway in gateways {
        let (interface, address) = (gateway.text("interface"), gateway.text("egressIP"));
        if !interface.is_empty() && !address.is_empty() {
            subject
                .report(
                    &RULE,
                    gateway.path.clone(),
                    "the gateway has both an interface and an address to leave by",
                )
                .upstream("gateway configuration can't specify both an interface and an egress IP")
                .help_with("keep one of `interface` and `egressIP`");
        } else if !address.is_empty() && address.parse::<IpAddr>().is_err() {
            subject
                .report(&RULE, gateway.path.clone().key("egressIP"), format!("`{address}` is no address"))
                .upstream(format!("failed to parse egress IP {address}"))
                .help_with("write an address that the gateway has on an interface");
        }
    }
    let shown = |network: &Part<'_>| network.as_str().to_owned();
    for network in spec.items("destinationCIDRs").filter(|network| shown(network).parse::<IpNet>().is_err()) {
        let text = shown(&network);
        subject
            .report(&RULE, network.path, format!("`{text}` is no network"))
            .upstream(format!("failed to parse destination CIDR {text}"))
            .help_with("write an address with the length of its prefix, such as 0.0.0.0/0");
    }
    for network in spec.items("excludedCIDRs").filter(|network| shown(network).parse::<IpNet>().is_err()) {
        let text = shown(&network);
        subject
            .report(&RULE, network.path, format!("`{text}` is no network"))
            // Cilium prints what it could not read, after it failed to.
            .upstream("failed to parse excluded CIDR invalid Prefix")
            .help_with("write an address with the length of its prefix, such as 10.0.0.0/8");
    }
    for selector in spec.items("selectors") {
        if selector.get("namespaceSelector").is_none() && selector.get("podSelector").is_none() {
            subject
                .report(&RULE, selector.path, "an entry selects no pods")
                .upstream("cannot have both nil namespace selector and nil pod selector")
                .help_with("add `podSelector: {}` for all pods");
        }
    }
}
