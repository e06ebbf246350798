//! CLU0707 patch-weight-ignored.

use manifest::{Finding, Rule, Severity};

use crate::effective::Applied;
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0707",
    name: "patch-weight-ignored",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "A patch does not say by a higher number that it wins over a patch of a narrower scope.",
    why: "Numbers order the patches of one scope. A patch for a machine wins over one for the cluster, whatever their numbers.",
    bad: concat!(
        "\
### wide.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 900-wide, labels: {omni.sidero.dev/cluster: lab}}
spec: {data: \"machine: {sysctls: {vm.swappiness: '10', vm.dirty_ratio: '5'}}\"}
",
        patch!("    machine:
      sysctls: {vm.swappiness: \"60\"}
")
    ),
    good: concat!(
        "\
### wide.yaml
metadata: {namespace: default, type: ConfigPatches.omni.sidero.dev, id: 900-wide, labels: {omni.sidero.dev/cluster: lab}}
spec: {data: \"machine: {sysctls: {vm.swappiness: '60', vm.dirty_ratio: '5'}}\"}
",
        patch!("    machine:
      sysctls: {vm.dirty_background_ratio: \"6\"}
")
    ),
    source: "Sidero documentation, How configuration works in Omni",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for effective in &estate.effective {
        for leaf in effective.contested() {
            let Some(winner) = leaf.said.by.and_then(|by| effective.applied.get(by)) else { continue };
            for loser in
                leaf.said.overrode.iter().filter(|said| said.is_written && said.text != leaf.said.text)
            {
                let Some(patch) = loser.by.and_then(|by| effective.applied.get(by)) else { continue };
                if !ignores_weight(patch, winner) {
                    continue;
                }
                let message =
                    format!("`{}` has the higher number, and `{}` wins by its scope", patch.id, winner.id);
                findings.push(
                    Finding::new(&RULE, loser.place.clone(), message)
                        .related(leaf.said.place.clone(), format!("`{}` ({}) wins", winner.id, winner.layer))
                        .help("give the patch the scope in which it is to win"),
                );
            }
        }
    }
}

/// Whether a patch loses to one of another scope whose number is lower.
pub(in crate::rules) fn ignores_weight(loser: &Applied, winner: &Applied) -> bool {
    let number =
        |applied: &Applied| applied.id.split('-').next().and_then(|number| number.parse::<u32>().ok());
    let numbers = number(loser).zip(number(winner));
    loser.layer != winner.layer && numbers.is_some_and(|(loser, winner)| loser > winner)
}
