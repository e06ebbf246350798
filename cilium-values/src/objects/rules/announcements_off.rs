//! CIL0604 announcements-off.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;

/// Announcement policies are there only where the chart's `l2announcements.enabled` is on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0604",
    name: "announcements-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where there are announcement policies, the chart's `l2announcements.enabled` is `true`.",
    why: "Nobody reads the policies: no node answers ARP, and the addresses of services are reached by nobody.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {loadBalancerIPs: true}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
",
    source: "cilium/cilium, pkg/l2announcer/l2announcer.go; documentation, L2 announcements",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    if subject.effective.l2announcements.enabled.is_true() {
        return;
    }
    for policy in &subject.objects.policies {
        let message =
            format!("nobody reads the policy `{}`: L2 announcements are switched off", policy.name());
        let finding = Finding::new(&RULE, policy.place(&FieldPath::root().key("kind")), message);
        findings.push(finding.help("set `l2announcements.enabled: true` in the chart's values"));
    }
}
