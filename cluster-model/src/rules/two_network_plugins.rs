//! CLU0304 two-network-plugins.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::Cni;

/// With Cilium declared, Talos installs no network plugin of its own.
pub(super) static RULE: Rule = Rule {
    code: "CLU0304",
    name: "two-network-plugins",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "With Cilium declared, Talos installs no network plugin of its own.",
    why: "Flannel and Cilium both write the CNI configuration and the routes; which one a pod gets is chance.",
    bad: "\
talos: {cni: flannel}
rollout: {cluster: new}
",
    good: "\
talos: {cni: none}
rollout: {cluster: new}
",
    source: "Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.talos else { return };
    if estate.cilium.is_some() && talos.cni.value == Cni::Flannel {
        findings.push(
            Finding::new(
                &RULE,
                talos.cni.place.clone(),
                "Talos installs flannel although Cilium is declared",
            )
            .help(talos.cure(
                "set `talos.cni: none`, or leave it out",
                "set `cluster.network.cni.name: none` in a patch of the whole cluster",
            )),
        );
    }
}
