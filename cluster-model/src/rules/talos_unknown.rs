//! CLU0503 talos-unknown.

use manifest::{Finding, Rule, Severity};
use talos_config::Minor;

use crate::estate::Estate;

/// The declared version of Talos is of a minor whose facts are known.
pub(super) static RULE: Rule = Rule {
    code: "CLU0503",
    name: "talos-unknown",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The declared version of Talos is of a minor whose facts are known.",
    why: "What Talos accepts, refuses and needs differs from minor to minor; for an unknown one nothing can be checked or generated.",
    bad: "versions: {talos: 1.8.4}",
    good: "versions: {talos: 1.12.0}",
    source: "siderolabs/talos, releases",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.versions.talos else { return };
    if talos.minor().is_none() {
        let known = Minor::ALL.map(|minor| minor.to_string()).join(", ");
        findings.push(
            Finding::new(&RULE, talos.place.clone(), format!("Talos {} is not known", talos.value))
                .help(format!("the known minors are {known}")),
        );
    }
}
