//! CLU0617 accelerator-without-driver.

use manifest::{Finding, Rule, Severity};

use super::graphics::{LABELS, drivers};
use crate::estate::{ACCELERATOR, Estate, Extensions, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0617",
    name: "accelerator-without-driver",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A machine that is labelled with an accelerator has the system extensions with its driver.",
    why: "Pods that ask for the accelerator are sent to the machine and find no device there.",
    bad: concat!(
        extensions!("siderolabs/iscsi-tools"),
        patch!(
            "    machine:
      nodeLabels: {accelerator: nvidia}
"
        )
    ),
    good: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-lts"),
        patch!(
            "    machine:
      nodeLabels: {accelerator: nvidia}
"
        )
    ),
    source: "derio-net/frank, patches/phase04-gpu, patches/phase05-mini-config",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        let Some(list) = &machine.extensions else { continue };
        for key in LABELS {
            let Some(label) = machine.label(key) else { continue };
            let Some(missing) = missing(estate, machine, key, list) else { continue };
            let message = format!("`{key}: {}` has no driver: the machine lacks {missing}", label.value);
            findings.push(
                Finding::new(&RULE, label.place.clone(), message)
                    .related(list.place.clone(), "the extensions of the machine")
                    .help("add the extensions to the list, or take the label away"),
            );
        }
    }
}

/// The extensions that are not there: those that the spec names, or one of those that are known to be a driver.
fn missing(estate: &Estate, machine: &Machine, key: &str, list: &Extensions) -> Option<String> {
    let declared = estate.accelerator(machine).filter(|_| key == ACCELERATOR);
    if let Some(declared) = declared.filter(|declared| !declared.extensions.is_empty()) {
        let missing = declared.extensions.iter().filter(|name| list.get(name).is_none());
        let missing: Vec<String> = missing.map(|name| format!("`{name}`")).collect();
        return (!missing.is_empty()).then(|| missing.join(", "));
    }
    let known = drivers(machine.label(key)?.value.as_str())?;
    let has = known.iter().any(|name| list.get(name).is_some());
    (!has).then(|| known.iter().map(|name| format!("`siderolabs/{name}`")).collect::<Vec<_>>().join(" or "))
}
