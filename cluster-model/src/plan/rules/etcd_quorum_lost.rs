//! CLU0905 etcd-quorum-lost.

use manifest::{Finding, Rule, Severity};
use talos_config::impact::Effect;

use super::Facts;
use crate::plan::Membership;
use crate::plan::order::at_once;

/// While control planes are away, more than half of etcd's members are there.
pub(super) static RULE: Rule = Rule {
    code: "CLU0905",
    name: "etcd-quorum-lost",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "While control planes are away, more than half of etcd's members are there.",
    why: "Without its quorum etcd takes no write: the API server stops, and with it everything that would bring the cluster back.",
    bad: "\
new: {versions: {talos: 1.12.7}}
also: |
  metadata:
    namespace: default
    type: MachineSets.omni.sidero.dev
    id: my-cluster-control-planes
    labels: {omni.sidero.dev/cluster: my-cluster, omni.sidero.dev/role-controlplane: ''}
  spec: {updatestrategy: 1, upgradestrategy: 1, upgradestrategyconfig: {rolling: {maxparallelism: 2}}}
",
    good: "\
new: {versions: {talos: 1.12.7}}
",
    source: "etcd documentation, FAQ; siderolabs/omni, internal/backend/runtime/omni/controllers/omni/talosupgrade/status.go",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let down: Vec<_> = facts
        .machines
        .iter()
        .filter(|machine| {
            machine.control_plane && machine.goes_down() && machine.membership == Membership::Stays
        })
        .collect();
    // Those that leave are there until the others are done.
    let members = facts.old.members().values().filter(|member| member.control_plane).count();
    let spare = members.saturating_sub(1) / 2;
    let Some(first) = down.first() else { return };
    let together =
        at_once(facts.new, true).map_or(usize::MAX, |number| number.try_into().unwrap_or(usize::MAX));
    let together = together.max(1).min(down.len());
    if together <= spare {
        return;
    }
    let place = facts.place_of_machine(first);
    let wiped = down.iter().any(|machine| machine.effect == Effect::DataLoss);
    let finding = if members == 1 && !wiped {
        Finding {
            severity: Severity::Warning,
            ..Finding::new(
                &RULE,
                place,
                format!("the only control plane, `{}`, goes down: no API until it is back", first.name),
            )
        }
        .help("take the pause into account, or declare three control planes")
    } else if members <= 2 {
        let what = if wiped { "is wiped" } else { "goes down" };
        let message = format!(
            "there is no safe order: `{}` {what}, and {members} control {} can spare none",
            first.name,
            if members == 1 { "plane" } else { "planes" }
        );
        Finding::new(&RULE, place, message).help("let a third control plane join first, in a plan of its own")
    } else {
        let message =
            format!("{together} of {members} control planes go down together, and etcd can spare {spare}");
        Finding::new(&RULE, place, message).help("let one control plane go at a time: `maxParallelism: 1`")
    };
    findings.push(finding);
}
