//! CIL0619 lease-budget-exceeded.

use manifest::{Finding, Rule, Severity};

use super::Subject;
use crate::l2::LeaseBudget;

/// One agent may send the requests that it needs to keep the leases of all services.
pub(super) static RULE: Rule = Rule {
    code: "CIL0619",
    name: "lease-budget-exceeded",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The chart's `k8sClientRateLimit` lets one agent renew the leases of all services that L2 announcements announce.",
    why: "Each announced service is a lease that is renewed all the time. An agent that is held back loses leases: addresses move between nodes, and connections break.",
    bad: "\
# with k8sClientRateLimit: {qps: 1, burst: 2} and l2announcements: {leaseRenewDeadline: 1s}
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
metadata: {name: one}
spec: {type: LoadBalancer, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: two}
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
metadata: {name: one}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "documentation, L2 announcements; cilium/cilium, issues 26586 and 30841",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(first) = subject.announced.first() else { return };
    let services = u32::try_from(subject.announced.len()).unwrap_or(u32::MAX);
    let budget = LeaseBudget::new(subject.values, subject.cilium);
    if let Some((message, help)) = budget.shortage(services) {
        findings.push(Finding::new(&RULE, first.policy_place(), message).help(help));
    }
}
