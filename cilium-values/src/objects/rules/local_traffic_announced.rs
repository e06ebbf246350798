//! CIL0615 local-traffic-announced.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::values::common::TrafficPolicy;

/// What is announced by L2 has endpoints on every node.
pub(super) static RULE: Rule = Rule {
    code: "CIL0615",
    name: "local-traffic-announced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No service that L2 announcements announce has `externalTrafficPolicy: Local`.",
    why: "The node that answers ARP is elected whether it runs an endpoint of the service or not. If it runs none, it drops everything.",
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
metadata: {name: web}
spec: {type: LoadBalancer, externalTrafficPolicy: Local, ports: [{port: 80}]}
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
metadata: {name: web}
spec: {type: LoadBalancer, ports: [{port: 80}]}
",
    source: "documentation, L2 announcements, limitations",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    for announced in &subject.announced {
        let service = announced.service;
        if service.object.spec.external_traffic_policy != Some(TrafficPolicy::Local) {
            continue;
        }
        let message = format!("`{}` wants local endpoints, and is announced by L2", service.name());
        let place = service.place(&FieldPath::root().keys("spec.externalTrafficPolicy"));
        findings.push(
            Finding::new(&RULE, place, message)
                .related(announced.policy_place(), "the policy that announces it")
                .help("use `externalTrafficPolicy: Cluster`, or keep the service out of the policy"),
        );
    }
}
