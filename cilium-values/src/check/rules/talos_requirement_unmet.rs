//! CIL0301 talos-requirement-unmet.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::talos::lacks;

/// The values are such that Cilium runs on Talos.
pub(super) static RULE: Rule = Rule {
    code: "CIL0301",
    name: "talos-requirement-unmet",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The values are such that Cilium runs on Talos.",
    why: "Talos withholds capabilities, mounts its own control groups and serves the API server on \
          each node; values made for other systems leave agents that do not start.",
    bad: "\
ipam: {mode: kubernetes}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
cgroup: {autoMount: {enabled: false}}
securityContext:
  capabilities:
    ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
    cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]
",
    good: "\
ipam: {mode: kubernetes}
kubeProxyReplacement: true
k8sServiceHost: localhost
k8sServicePort: 7445
cgroup: {autoMount: {enabled: false}, hostRoot: /sys/fs/cgroup}
securityContext:
  capabilities:
    ciliumAgent: [CHOWN, KILL, NET_ADMIN, NET_RAW, IPC_LOCK, SYS_ADMIN, SYS_RESOURCE, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
    cleanCiliumState: [NET_ADMIN, SYS_ADMIN, SYS_RESOURCE]
",
    source: "Talos documentation, Deploy Cilium CNI; siderolabs/talos, end-to-end tests",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let Some(talos) = subject.talos else { return };
    for lack in lacks(subject.values, talos, subject.cilium) {
        let need = lack.requirement;
        let message = format!("`{}` is not as Talos {talos} needs it: {}", need.path, need.reason);
        subject.report(&RULE, need.path, message).help_with(format!("set it to {}", need.need));
    }
}
