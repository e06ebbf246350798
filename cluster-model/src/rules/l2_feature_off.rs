//! CLU0412 l2-feature-off.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Where there are announcement policies, the chart's `l2announcements.enabled` is true.
pub(super) static RULE: Rule = Rule {
    code: "CLU0412",
    name: "l2-feature-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where there are announcement policies, the chart's `l2announcements.enabled` is true.",
    why: "No agent looks at the policies: nobody answers ARP for any service.",
    bad: "cilium: {values: {l2announcements: {enabled: false}}}
",
    good: "cilium: {values: {l2announcements: {enabled: true}}}
",
    source: "Cilium documentation, L2 announcements; derio-net/frank, apps/cilium/values.yaml",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    let Some(policy) = cilium.policies.first() else { return };
    if cilium.values.l2announcements.enabled.is_true() {
        return;
    }
    let message = format!("the policy `{}` needs L2 announcements, which are switched off", policy.name);
    findings.push(
        Finding::new(&RULE, cilium.value_place("l2announcements.enabled"), message)
            .related(policy.place.clone(), "the policy")
            .help("set `l2announcements.enabled: true`, or remove the policies"),
    );
}
