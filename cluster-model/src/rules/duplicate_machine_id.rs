//! CLU0201 duplicate-machine-id.

use std::collections::HashMap;

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// No two machines have the same UUID.
pub(super) static RULE: Rule = Rule {
    code: "CLU0201",
    name: "duplicate-machine-id",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two machines have the same UUID.",
    why: "Omni knows a machine by its UUID alone: the second machine with it takes the first one's place, patches and all.",
    bad: "\
nodes:
  worker-1:
    id: 11111111-1111-4111-8111-111111111111
",
    good: "\
nodes:
  worker-1:
    id: 44444444-4444-4444-8444-444444444444
",
    source: "siderolabs/omni issue 38",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    // Only asked, never listed, so that its order is nobody's.
    let mut seen = HashMap::new();
    let identified = estate.machines.iter().filter_map(|machine| Some((machine, machine.id.as_ref()?)));
    for (machine, id) in identified {
        let Some((first, first_id)) = seen.insert(&id.value, (machine, id)) else { continue };
        let message = format!("`{}` has the machine id of `{}`", machine.name, first.name);
        findings.push(
            Finding::new(&RULE, id.place.clone(), message)
                .related(first_id.place.clone(), format!("`{}` has it too", first.name))
                .help(
                    "look the UUID up with `omnictl get machines`; boards that share one need it overridden",
                ),
        );
    }
}
