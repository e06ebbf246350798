//! CLU0616 module-without-extension.

use manifest::{Finding, Place, Rule, Severity};

use super::extension::bringing;
use crate::estate::{Estate, Field, Machine};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0616",
    name: "module-without-extension",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A kernel module that only a system extension brings is loaded on machines that have the extension.",
    why: "The image has no such module: loading fails at each boot, and what needs the module does not work.",
    bad: concat!(
        extensions!("siderolabs/iscsi-tools"),
        patch!(
            "    machine:
      kernel:
        modules: [{name: nvidia}]
"
        )
    ),
    good: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-lts"),
        patch!(
            "    machine:
      kernel:
        modules: [{name: nvidia}]
"
        )
    ),
    source: "siderolabs/extensions; derio-net/frank, patches/phase04-gpu/04-gpu-nvidia-modules.yaml",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for machine in &estate.machines {
        // A machine that no list reaches keeps what it was first seen with, which nobody here knows.
        let Some(list) = &machine.extensions else { continue };
        for (module, place) in modules(estate, machine) {
            let Some(extensions) = bringing(&module) else { continue };
            if extensions.iter().any(|extension| list.get(extension).is_some()) {
                continue;
            }
            let wanted = extensions.first().unwrap_or(&"");
            let message = format!("no extension brings the kernel module `{module}`");
            findings.push(
                Finding::new(&RULE, place, message)
                    .related(list.place.clone(), "the extensions of the machine")
                    .help(format!("add `siderolabs/{wanted}` to the list")),
            );
        }
    }
}

/// The modules that a machine loads: as its configuration has them, or as its accelerator needs them.
fn modules(estate: &Estate, machine: &Machine) -> Vec<(String, Place)> {
    let Some(effective) = estate.effective_of(machine) else {
        let needs = estate.accelerator(machine).map(|needs| needs.modules.clone()).unwrap_or_default();
        return needs.into_iter().map(|module| (module, machine.place.clone())).collect();
    };
    let listed = effective.get("machine.kernel.modules");
    let listed = listed.iter().flat_map(Field::items).map(|module| module.get("name"));
    let documents = effective.of_kind("KernelModuleConfig").map(|document| document.get("name"));
    listed.chain(documents).filter_map(|name| Some((name.text()?.to_owned(), name.place()))).collect()
}
