//! CLU0621 extension-of-another-architecture.

use manifest::{Finding, Place, Rule, Severity};

use super::extension::Architecture;
use crate::estate::{Estate, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0621",
    name: "extension-of-another-architecture",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The system extensions of a machine are made for its architecture, and all for the same.",
    why: "An extension for another architecture holds nothing, or the image cannot be built.",
    bad: extensions!("siderolabs/intel-ucode, siderolabs/vc4"),
    good: extensions!("siderolabs/vc4"),
    source: "siderolabs/extensions, conditions of the packages; budimanjojo/talhelper issue 537",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        let names = machine.extensions.iter().flat_map(|list| &list.names);
        let mut known: Option<(Architecture, Place)> = declared(machine);
        for name in names {
            let Some(required) = Architecture::required_by(&name.value) else { continue };
            let Some((architecture, place)) = &known else {
                known = Some((required, name.place.clone()));
                continue;
            };
            if *architecture == required {
                continue;
            }
            let message = format!("`{}` is for {required}, and the machine is {architecture}", name.value);
            findings.push(
                Finding::new(&RULE, name.place.clone(), message)
                    .related(place.clone(), format!("{architecture} by this"))
                    .help("give machines of another architecture a list of their own"),
            );
        }
    }
}

/// The architecture that the labels of the node say.
fn declared(machine: &Machine) -> Option<(Architecture, Place)> {
    let label = machine.label("kubernetes.io/arch")?;
    Some((Architecture::of_word(label.value.as_str())?, label.place.clone()))
}
