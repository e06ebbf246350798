//! CLU0403 pool-overlaps-pool.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No two blocks of address pools overlap, within a pool or between pools.
pub(super) static RULE: Rule = Rule {
    code: "CLU0403",
    name: "pool-overlaps-pool",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two blocks of address pools overlap, within a pool or between pools.",
    why: "Cilium disables one of the two pools, and which one depends on chance if both were created in the same second; services of that pool stay pending.",
    bad: "\
cilium:
  pools: {second-pool: [192.168.1.220-192.168.1.230]}
",
    good: "\
cilium:
  pools: {second-pool: [192.168.1.230-192.168.1.240]}
",
    source: "cilium/cilium, operator/pkg/lbipam",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let blocks: Vec<_> = cilium.blocks().collect();
    for (index, (pool, block)) in blocks.iter().enumerate() {
        for (first_pool, first) in blocks.iter().take(index).filter(|(_, first)| first.overlaps(block)) {
            let message = format!(
                "{} of the pool `{}` overlaps {} of `{}`",
                block.value, pool.name, first.value, first_pool.name
            );
            findings.push(
                Finding::new(&RULE, block.place.clone(), message)
                    .related(first.place.clone(), "the other block")
                    .help("split the addresses between the two"),
            );
        }
    }
}
