//! CIL0613 pool-without-addresses.

use manifest::{FieldPath, Finding, Rule, Severity};

use crate::objects::{Objects, Solved};

/// A pool has addresses.
pub(super) static RULE: Rule = Rule {
    code: "CIL0613",
    name: "pool-without-addresses",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every pool has a block.",
    why: "The pool is taken, looks healthy and hands out nothing. `spec.cidrs`, the name of the list until 1.15, is dropped without a word.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: []}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, _: &Solved, findings: &mut Vec<Finding>) {
    for pool in objects.pools.iter().filter(|pool| pool.object.spec.blocks.is_empty()) {
        let message = format!("the pool `{}` has no block, and hands out nothing", pool.name());
        let finding = Finding::new(&RULE, pool.place(&FieldPath::root().keys("spec.blocks")), message);
        findings.push(finding.help("give it one, such as `blocks: [{cidr: 192.168.1.192/27}]`"));
    }
}
