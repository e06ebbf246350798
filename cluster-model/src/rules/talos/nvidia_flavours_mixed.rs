//! CLU0619 nvidia-flavours-mixed.

use manifest::{Finding, Rule, Severity};

use super::extension::{NVIDIA_MODULES, short};
use crate::estate::{Estate, Placed};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0619",
    name: "nvidia-flavours-mixed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "NVIDIA's extensions on a machine are of one flavour: all `-lts` or all `-production`, with open or with proprietary kernel modules.",
    why: "Each flavour is another version of the driver. A library of one refuses the kernel module of the other, and no container gets the device.",
    bad: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-production"),
        patch!(
            "    machine:
      sysctls: {net.core.bpf_jit_harden: \"1\"}
"
        )
    ),
    good: concat!(
        extensions!("siderolabs/nonfree-kmod-nvidia-lts, siderolabs/nvidia-container-toolkit-lts"),
        patch!(
            "    machine:
      sysctls: {net.core.bpf_jit_harden: \"1\"}
"
        )
    ),
    source: "siderolabs/talos issue 13346; siderolabs/extensions, nvidia-gpu",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for list in estate.machines.iter().filter_map(|machine| machine.extensions.as_ref()) {
        let of_nvidia = list.names.iter().filter(|name| name.value.contains("nvidia"));
        let end = |end: &str| of_nvidia.clone().find(|name| name.value.ends_with(end));
        let modules = |kind: &str| {
            let is_meant = |name: &&Placed<String>| {
                NVIDIA_MODULES.contains(&short(&name.value)) && name.value.contains(kind)
            };
            list.names.iter().find(is_meant)
        };
        for (one, other) in [(end("-lts"), end("-production")), (modules("nonfree"), modules("open"))] {
            let Some((one, other)) = one.zip(other) else { continue };
            let message = format!("`{}` and `{}` are of different flavours", one.value, other.value);
            findings.push(
                Finding::new(&RULE, other.place.clone(), message)
                    .related(one.place.clone(), "the other flavour")
                    .help("use one flavour for the kernel modules and all that uses them"),
            );
        }
    }
}
