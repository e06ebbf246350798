//! CIL0601 pool-block-unreadable.

use manifest::{FieldPath, Finding, Rule, Severity};

use crate::objects::{Objects, Solved};

/// Every block of a pool is one that the operator can read.
pub(super) static RULE: Rule = Rule {
    code: "CIL0601",
    name: "pool-block-unreadable",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every block of a pool is a network, or a first and a last address of one family, the first not behind the last.",
    why: "One block that cannot be read, and the operator drops the pool with all its blocks. Only its log says so; the \
          pool itself looks healthy.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{start: 192.168.1.220, stop: 192.168.1.200}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{start: 192.168.1.200, stop: 192.168.1.220}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/range_store.go, lbipam.go",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    for (pool, read) in objects.pools.iter().zip(&solved.pools) {
        let Err(error) = read else { continue };
        let block = FieldPath::root().keys("spec.blocks").index(error.index);
        let message = format!("the operator drops the pool `{}`: {error}", pool.name());
        findings.push(Finding::new(&RULE, pool.place(&block), message).help("mend the block, or remove it"));
    }
}
