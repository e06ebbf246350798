//! CIL0616 ipv6-not-announced.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;

/// Addresses that are announced by L2 are of a family that the agents can announce.
pub(super) static RULE: Rule = Rule {
    code: "CIL0616",
    name: "ipv6-not-announced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Until 1.18, no service that L2 announcements announce has an address of IPv6.",
    why: "Neighbour discovery is answered from 1.19 on. Before, the address is assigned and nobody answers for it, without a word.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {externalIPs: ['fd00::1'], ports: [{port: 80}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true, externalIPs: true}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {externalIPs: [192.168.1.200], ports: [{port: 80}]}
",
    source: "cilium/cilium, pkg/l2announcer; documentation, L2 announcements",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    if subject.cilium.is_at_least(19) {
        return;
    }
    for announced in &subject.announced {
        for address in announced.addresses.iter().filter(|address| address.is_ipv6()) {
            let name = announced.service.name();
            let message = format!("Cilium {} does not announce {address} of `{name}`", subject.cilium);
            let place = announced.service.place(&FieldPath::root().keys("metadata.name"));
            findings.push(
                Finding::new(&RULE, place, message)
                    .related(announced.policy_place(), "the policy that selects it")
                    .help("give the service an address of IPv4, announce it by BGP, or use Cilium 1.19"),
            );
        }
    }
}
