//! CLU0305 no-network-plugin.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;
use crate::spec::Cni;

/// Where Talos installs no network plugin, something else is declared that brings the pod network.
pub(super) static RULE: Rule = Rule {
    code: "CLU0305",
    name: "no-network-plugin",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Talos installs no network plugin, something else is declared that brings the pod network.",
    why: "The nodes never become Ready, and Talos reboots each of them about every ten minutes.",
    bad: "\
talos: {cni: none}
cilium: null
",
    good: "\
talos: {cni: flannel}
cilium: null
",
    source: "Talos documentation, Deploying Cilium",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(talos) = &estate.talos else { return };
    if estate.cilium.is_none() && talos.cni.value == Cni::None {
        findings.push(
            Finding::new(
                &RULE,
                talos.cni.place.clone(),
                "Talos installs no network plugin and none is declared",
            )
            .help(talos.cure(
                "declare `cilium`, or set `talos.cni: flannel`",
                "declare what installs a network plugin, or set `cluster.network.cni.name: flannel`",
            )),
        );
    }
}
