//! CLU0403 pool-overlaps-pool.

use cilium_values::lb::{Conflict, conflicts};
use manifest::{Finding, Rule, Severity};

use crate::estate::{Estate, LoadBalancerPool};

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
    let pools = cilium.pools.iter().filter_map(|pool| Some((pool, pool.handed_out()?)));
    let (pools, handed_out): (Vec<_>, Vec<_>) = pools.unzip();
    for Conflict { pools: (first, second), indices, .. } in conflicts(&handed_out) {
        let block = |pool: usize, index: usize| {
            let pool: &LoadBalancerPool = pools.get(pool)?;
            Some((&pool.name, pool.blocks.get(index)?))
        };
        let (Some((first, earlier)), Some((second, later))) =
            (block(first, indices.0), block(second, indices.1))
        else {
            continue;
        };
        let message =
            format!("{} of the pool `{second}` overlaps {} of `{first}`", later.value, earlier.value);
        findings.push(
            Finding::new(&RULE, later.place.clone(), message)
                .related(earlier.place.clone(), "the other block")
                .help("split the addresses between the two"),
        );
    }
}
