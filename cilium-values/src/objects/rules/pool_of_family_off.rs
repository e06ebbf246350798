//! CIL0620 pool-of-family-off.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::lb::Settings;
use crate::resource::IpFamily;

/// Pools have addresses of families that are on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0620",
    name: "pool-of-family-off",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The family of each block of a pool is on in the chart's values.",
    why: "No service gets such an address unless it asks for it by name, and then the agents do not serve it.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 'fd00::/120'}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go, serviceIPFamilyRequest",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let settings = Settings::new(subject.values, subject.cilium);
    // That no family is on is said of the values.
    if settings.enabled_families().is_empty() {
        return;
    }
    for (pool, read) in subject.objects.pools.iter().zip(&subject.solved.pools) {
        for (index, block) in read.iter().flat_map(|pool| pool.blocks().iter().enumerate()) {
            if settings.enabled_families().contains(&block.family()) {
                continue;
            }
            let key = match block.family() {
                IpFamily::V4 => "ipv4.enabled",
                IpFamily::V6 => "ipv6.enabled",
            };
            let message = format!("the pool `{}` has {block}, and `{key}` is off", pool.name());
            let place = pool.place(&FieldPath::root().keys("spec.blocks").index(index));
            let help = format!("set `{key}: true` in the chart's values, or remove the block");
            findings.push(Finding::new(&RULE, place, message).help(help));
        }
    }
}
