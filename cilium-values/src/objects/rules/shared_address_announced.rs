//! CIL0617 shared-address-announced.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;

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
    for (position, announced) in subject.announced.iter().enumerate() {
        let others = subject.announced.iter().take(position);
        let shared = |other: &&super::Announced<'_, '_>| {
            other.addresses.iter().any(|address| announced.addresses.contains(address))
        };
        let Some(other) = others.into_iter().find(shared) else { continue };
        let message = format!(
            "`{}` and `{}` share an address and not their lease",
            other.service.name(),
            announced.service.name()
        );
        let name = FieldPath::root().keys("metadata.name");
        findings.push(
            Finding::new(&RULE, announced.service.place(&name), message)
                .related(other.service.place(&name), "the other service")
                .help("give each an address of its own, or make one service of both"),
        );
    }
}
