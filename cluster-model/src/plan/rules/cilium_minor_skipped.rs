//! CLU0902 cilium-minor-skipped.

use manifest::{Finding, Rule, Severity};

use super::Facts;

/// Cilium is upgraded minor by minor.
pub(super) static RULE: Rule = Rule {
    code: "CLU0902",
    name: "cilium-minor-skipped",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Cilium is upgraded minor by minor.",
    why: "Only upgrades and rollbacks between two minors that follow each other are tested: the state that agents keep may not be understood.",
    bad: "\
old: {versions: {cilium: 1.17.0}}
new: {versions: {cilium: 1.19.0}, cilium: {values: {externalIPs: ~}}}
",
    good: "\
old: {versions: {cilium: 1.17.0}}
new: {versions: {cilium: 1.18.0}, cilium: {values: {externalIPs: ~}}}
",
    source: "Cilium documentation, operations/upgrade",
};

pub(super) fn check(facts: &Facts<'_>, findings: &mut Vec<Finding>) {
    let Some((old, new)) = facts.old.cilium().zip(facts.new.cilium()) else { return };
    let minor = |text: String| -> Option<(u64, u64)> {
        let mut numbers = text.split('.').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    };
    let Some((from, to)) = minor(old.to_string()).zip(minor(new.to_string())) else { return };
    if from.0 != to.0 || from.1.abs_diff(to.1) > 1 {
        let place = facts.new.cilium_place().unwrap_or_default();
        findings.push(
            Finding::new(&RULE, place, format!("the upgrade from Cilium {old} to {new} skips a minor"))
                .help("go through every minor between the two, one plan each"),
        );
    }
}
