//! CIL0605 policy-announces-nothing.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;

/// An announcement policy announces load-balancer addresses, external addresses, or both.
pub(super) static RULE: Rule = Rule {
    code: "CIL0605",
    name: "policy-announces-nothing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An announcement policy has `loadBalancerIPs: true` or `externalIPs: true`.",
    why: "Both are off unless they are said. A policy with neither selects no address, and no node answers ARP because of \
          it.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {interfaces: [^eth0$]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {interfaces: [^eth0$], loadBalancerIPs: true}
",
    source: "cilium/cilium, pkg/l2announcer/l2announcer.go; documentation, L2 announcements; issue 25471",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    for policy in subject.objects.policies.iter().filter(|policy| !policy.object.spec.announces()) {
        let message = format!("the policy `{}` announces nothing", policy.name());
        let finding =
            Finding::new(&RULE, policy.place(&FieldPath::root().keys("spec.loadBalancerIPs")), message);
        findings.push(finding.help("set `loadBalancerIPs: true`"));
    }
}
