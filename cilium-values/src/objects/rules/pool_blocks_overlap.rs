//! CIL0602 pool-blocks-overlap.

use manifest::{FieldPath, Finding, Rule, Severity};

use crate::objects::{Objects, Solved};

/// No two blocks share an address, whichever pools they are in.
pub(super) static RULE: Rule = Rule {
    code: "CIL0602",
    name: "pool-blocks-overlap",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two blocks share an address, in one pool or in two. What the pools select, and whether they are \
             disabled, makes no difference.",
    why: "The operator stops handing out addresses of the pool that was made later; of two that were applied together it \
          is either, and can be the other one after the next restart.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}, {start: 192.168.1.200, stop: 192.168.1.230}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumLoadBalancerIPPool
metadata: {name: lab}
spec: {blocks: [{cidr: 192.168.1.192/27}, {start: 192.168.1.224, stop: 192.168.1.230}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go, settleConflicts",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    let pools = &objects.pools;
    for conflict in solved.conflicts() {
        let (Some(one), Some(other)) = (pools.get(conflict.pools.0), pools.get(conflict.pools.1)) else {
            continue;
        };
        let (first, second) = conflict.blocks;
        let message = if conflict.pools.0 == conflict.pools.1 {
            format!("two blocks of the pool `{}` overlap: {first} and {second}", other.name())
        } else {
            format!("{second} of the pool `{}` overlaps {first} of the pool `{}`", other.name(), one.name())
        };
        let block = |index| FieldPath::root().keys("spec.blocks").index(index);
        let finding = Finding::new(&RULE, other.place(&block(conflict.indices.1)), message)
            .related(one.place(&block(conflict.indices.0)), "the other block")
            .help("give each address to one block");
        findings.push(finding);
    }
}
