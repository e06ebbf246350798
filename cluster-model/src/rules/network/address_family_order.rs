//! CLU0206 address-family-order.

use manifest::{Finding, Rule, Severity};

use super::networks_of;
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0206",
    name: "address-family-order",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The first network of the pods, that of the services and the first address of each control plane are of one family.",
    why: "The first family is the one that Kubernetes takes for its own: kube-apiserver does not start while the two differ.",
    bad: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      network:
        podSubnets: [fd00:10::/56]
        serviceSubnets: [10.96.0.0/12]
"
        )
    ),
    good: concat!(
        member!(control_plane),
        patch!(
            "    cluster:
      network:
        podSubnets: [fd00:10::/56]
        serviceSubnets: [fd00:20::/112]
"
        )
    ),
    source: "siderolabs/talos issue 8115",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (pods, services) = (networks_of(estate, "pods"), networks_of(estate, "services"));
    let (Some(pods), Some(services)) = (pods.first(), services.first()) else { return };
    let family = |is_4: bool| if is_4 { "IPv4" } else { "IPv6" };
    let is_4 = pods.value.addr().is_ipv4();
    if is_4 != services.value.addr().is_ipv4() {
        let message = format!("pods are {} first, and services are not", family(is_4));
        findings.push(
            Finding::new(&RULE, pods.place.clone(), message)
                .related(services.place.clone(), "the networks of services")
                .help("put the networks of one family first in both lists"),
        );
        return;
    }
    for machine in estate.machines.iter().filter(|machine| machine.is_control_plane()) {
        let Some(address) = machine.addresses.first() else { continue };
        if machine.addresses.iter().all(|address| address.is_ipv4() != is_4) {
            let message =
                format!("`{}` has no {} address, and pods are {0} first", machine.name, family(is_4));
            findings.push(
                Finding::new(&RULE, address.place.clone(), message.replace("{0}", family(is_4)))
                    .related(pods.place.clone(), "the networks of pods")
                    .help("put the networks of the machines' family first in both lists"),
            );
        }
    }
}
