//! CIL0617 shared-address-announced.

use std::collections::BTreeMap;
use std::net::IpAddr;

use manifest::{FieldPath, Finding, Rule, Severity};

use super::{Announced, Subject};

/// An address that is announced by L2 belongs to one service.
pub(super) static RULE: Rule = Rule {
    code: "CIL0617",
    name: "shared-address-announced",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No two services that L2 announcements announce share an address.",
    why: "Each service has an election of its own, so that two nodes may answer ARP for the one address: clients reach now one, now the other.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: dns, annotations: {lbipam.cilium.io/sharing-key: a}}
spec: {type: LoadBalancer, ports: [{port: 53, protocol: UDP}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, annotations: {lbipam.cilium.io/sharing-key: a}}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
---
apiVersion: v1
kind: Service
metadata: {name: dns}
spec: {type: LoadBalancer, ports: [{port: 53, protocol: UDP}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "documentation, LB-IPAM, sharing keys; documentation, L2 announcements",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let mut owners: BTreeMap<IpAddr, &Announced<'_, '_>> = BTreeMap::new();
    for announced in &subject.announced {
        let other = announced.addresses.iter().find_map(|address| owners.get(address).copied());
        for address in &announced.addresses {
            owners.entry(*address).or_insert(announced);
        }
        let Some(other) = other else { continue };
        let (one, two) = (other.service.name(), announced.service.name());
        let name = FieldPath::root().keys("metadata.name");
        findings.push(
            Finding::new(
                &RULE,
                announced.service.place(&name),
                format!("`{one}` and `{two}` share an address and not their lease"),
            )
            .related(other.service.place(&name), "the other service")
            .help("give each an address of its own, or make one service of both"),
        );
    }
}
