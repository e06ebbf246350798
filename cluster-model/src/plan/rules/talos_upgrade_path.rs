//! CLU0904 talos-upgrade-path.

use manifest::{Finding, Rule, Severity};

use super::Facts;

/// Talos is upgraded from a version that the new one's installer takes.
pub(super) static RULE: Rule = Rule {
    code: "CLU0904",
    name: "talos-upgrade-path",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Talos is upgraded from a version that the new one's installer takes.",
    why: "The installer refuses a machine whose Talos is too old for it, or too new: the upgrade fails on every machine.",
    bad: "\
old: {versions: {talos: 1.9.5, kubernetes: 1.32.0}}
new: {versions: {talos: 1.12.6, kubernetes: 1.32.0}}
",
    good: "\
old: {versions: {talos: 1.10.5, kubernetes: 1.32.0}}
new: {versions: {talos: 1.12.6, kubernetes: 1.32.0}}
",
    source: "siderolabs/talos, pkg/machinery/compatibility",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let before = facts.old.members();
    let clusters: std::collections::BTreeSet<&str> = before.values().map(|member| member.cluster).collect();
    for cluster in clusters {
        let Some((old, new)) = facts.old.talos(cluster).zip(facts.new.talos(cluster)) else { continue };
        let Some((from, to)) = old.minor().zip(new.minor()) else { continue };
        let (first, below) = to.upgrades_from();
        let number = u64::from(from.number());
        let help = if number < first {
            format!("upgrade to Talos 1.{first} first")
        } else if number >= below {
            format!("go back to Talos 1.{} first", below.saturating_sub(1))
        } else {
            continue;
        };
        let place = facts.new.version_place("talos", cluster).unwrap_or_default();
        let message = format!("the installer of Talos {new} refuses a machine with Talos {old}");
        findings.push(Finding::new(&RULE, place, message).help(help));
    }
}
