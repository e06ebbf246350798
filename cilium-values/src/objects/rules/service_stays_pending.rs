//! CIL0603 service-stays-pending.

use manifest::{FieldPath, Finding, Rule, Severity};

use crate::lb::requested_at;
use crate::objects::{Objects, Solved};

/// Every service that LB-IPAM handles gets all addresses that it wants.
pub(super) static RULE: Rule = Rule {
    code: "CIL0603",
    name: "service-stays-pending",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every service of type `LoadBalancer` that LB-IPAM handles gets the addresses that it asks for, or one of each \
             family that it wants.",
    why: "The service stays at `<pending>`. There is no event; only the condition `cilium.io/IPAMRequestSatisfied` of the \
          service says why.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{start: 192.168.1.200, stop: 192.168.1.220}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {lbipam.cilium.io/ips: 192.168.1.199}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{start: 192.168.1.200, stop: 192.168.1.220}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {lbipam.cilium.io/ips: 192.168.1.200}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go, satisfySpecificIPRequests and satisfyGenericRequests",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    // Addresses of a set without pools come from somewhere else.
    if objects.pools.is_empty() {
        return;
    }
    for (service, outcome) in objects.services.iter().zip(solved.outcomes()) {
        for refusal in &outcome.refusals {
            let within = match refusal.address {
                Some(address) => requested_at(&service.object, address),
                None => FieldPath::root().keys("metadata.name"),
            };
            let state =
                if outcome.addresses.is_empty() { "stays without an address" } else { "lacks an address" };
            let message = format!("`{}` {state}: {refusal}", service.name());
            findings.push(Finding::new(&RULE, service.place(&within), message).help(refusal.cure()));
        }
    }
}
