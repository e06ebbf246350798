//! CLU0308 cilium-cgroup.

use cilium_values::talos::CGROUP_ROOT;
use manifest::{Finding, Rule, Severity};

use super::mend;
use crate::estate::{CiliumEstate, Estate};

/// Cilium uses the cgroup hierarchy that Talos has mounted, at `/sys/fs/cgroup`, and does not mount one itself.
pub(super) static RULE: Rule = Rule {
    code: "CLU0308",
    name: "cilium-cgroup",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Cilium uses the cgroup hierarchy that Talos has mounted, at `/sys/fs/cgroup`, and does not mount one itself.",
    why: "Talos mounts cgroup v2 once, read-only for containers. Cilium's own mount fails or is a second one, and load balancing for sockets works for a part of the pods only.",
    bad: "\
cilium:
  values: {cgroup: {autoMount: {enabled: true}}}
",
    good: "\
cilium:
  values: {cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}}
",
    source: "the seed's third gotcha; Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    let cgroup = &cilium.values.cgroup;
    if cgroup.auto_mount.enabled.value().unwrap_or(true) {
        let keys = "cgroup.autoMount.enabled";
        let message = "Cilium mounts a cgroup hierarchy that Talos has mounted already";
        let finding = Finding::new(&RULE, cilium.value_place(keys), message)
            .help(cure(cilium, "set `cgroup.autoMount.enabled: false`"));
        findings.push(mend::value(finding, cilium, keys, "false"));
    }
    if cgroup.host_root.text() != CGROUP_ROOT {
        let keys = "cgroup.hostRoot";
        let message = "Cilium looks for the cgroup hierarchy where Talos has none";
        let finding = Finding::new(&RULE, cilium.value_place(keys), message)
            .help(cure(cilium, "set `cgroup.hostRoot: /sys/fs/cgroup`"));
        findings.push(mend::value(finding, cilium, keys, CGROUP_ROOT));
    }
}

fn cure(cilium: &CiliumEstate, set: &str) -> String {
    if cilium.is_filled_in() { format!("{set}, or leave it out") } else { set.to_owned() }
}
