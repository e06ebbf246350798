//! CLU0411 l2-policy-inert.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every announcement policy announces external addresses or load-balancer addresses.
pub(super) static RULE: Rule = Rule {
    code: "CLU0411",
    name: "l2-policy-inert",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every announcement policy announces external addresses or load-balancer addresses.",
    why: "Both switches are off unless they are set: the policy takes part in elections and announces nothing.",
    bad: "cilium: {l2: {default-l2-policy: {externalIPs: false, loadBalancerIPs: false}}}
",
    good: "cilium: {l2: {default-l2-policy: {externalIPs: false, loadBalancerIPs: true}}}
",
    source: "Cilium documentation, L2 announcements; cilium/cilium issue 25471",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let policies = estate.cilium.iter().flat_map(|cilium| &cilium.policies);
    for policy in policies.filter(|policy| !policy.spec.announces()) {
        let message = format!("the policy `{}` announces nothing", policy.name);
        findings.push(
            Finding::new(&RULE, policy.place.clone(), message)
                .help("set `loadBalancerIPs: true`, or `externalIPs: true`"),
        );
    }
}
