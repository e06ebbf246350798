//! CLU0301 cni-hand-over-order.

use manifest::{Finding, Place, Rule, Severity};

use crate::estate::Estate;
use crate::spec::{ClusterState, StepId};

/// The rollout of a running cluster makes Cilium ready before Talos is told to install no network plugin, deletes flannel and kube-proxy after that and installs Cilium after them.
pub(super) static RULE: Rule = Rule {
    code: "CLU0301",
    name: "cni-hand-over-order",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The rollout of a running cluster makes Cilium ready before Talos is told to install no network plugin, deletes flannel and kube-proxy after that and installs Cilium after them.",
    why: "Pods lose their network between the end of the old one and the first ready agent of Cilium; Talos reboots a machine that stays unready for about ten minutes. And as long as Talos' configuration names flannel, it creates a deleted one again.",
    bad: "\
rollout:
  cluster: running
  steps: [cni-none, remove-flannel, remove-kube-proxy, cilium-ready, cilium-install, verify]
",
    good: "\
rollout:
  cluster: running
  steps: [cilium-ready, cni-none, remove-flannel, remove-kube-proxy, cilium-install, verify]
",
    source: "the seed's first gotcha; Talos documentation, Deploying Cilium; siderolabs/talos, KubernetesBootstrapManifests",
};

/// What must come before what, and why.
const ORDER: &[(StepId, StepId, &str)] = &[
    (StepId::CiliumReady, StepId::CniNone, "pods have no network while Cilium is being looked for"),
    (
        StepId::CniNone,
        StepId::RemoveFlannel,
        "Talos creates a deleted flannel again while its configuration names one",
    ),
    (
        StepId::CniNone,
        StepId::RemoveKubeProxy,
        "Talos creates a deleted kube-proxy again while its configuration runs one",
    ),
    (StepId::CniNone, StepId::CiliumInstall, "two network plugins would write the CNI configuration"),
    (StepId::RemoveFlannel, StepId::CiliumInstall, "two network plugins would write the CNI configuration"),
    (StepId::RemoveKubeProxy, StepId::CiliumInstall, "two proxies would program the same services"),
    (StepId::CiliumInstall, StepId::RestartPods, "restarted pods would get no network"),
    (StepId::CiliumInstall, StepId::Expose, "the types of these manifests come with Cilium"),
    (StepId::CiliumInstall, StepId::Verify, "there is nothing to verify yet"),
];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(rollout) = estate.rollout.as_ref().filter(|_| estate.cilium.is_some()) else { return };
    let position = |wanted: StepId| rollout.steps.iter().position(|&step| step == wanted);
    let step_place = |index: usize| {
        let path = rollout.place.path.clone().index(index);
        Place { path, ..rollout.place.clone() }
    };
    for &(first, second, why) in ORDER {
        let Some(at) = position(second) else { continue };
        match position(first) {
            Some(before) if before > at => findings.push(
                Finding::new(
                    &RULE,
                    step_place(at),
                    format!("the step `{second}` comes before `{first}`: {why}"),
                )
                .related(step_place(before), format!("`{first}` comes here"))
                .help(format!("move `{second}` behind `{first}`")),
            ),
            None if first == StepId::CiliumReady && rollout.from == ClusterState::Running => findings.push(
                Finding::new(
                    &RULE,
                    step_place(at),
                    format!("the step `{second}` is not preceded by `{first}`: {why}"),
                )
                .help(format!("put `{first}` before it")),
            ),
            _ => {}
        }
    }
    if let (Some(at), None) = (position(StepId::CniNone), position(StepId::CiliumInstall)) {
        findings.push(
            Finding::new(
                &RULE,
                step_place(at),
                "Talos installs no network plugin after `cni-none`, and no step installs Cilium",
            )
            .help("add `cilium-install` behind it"),
        );
    }
}
