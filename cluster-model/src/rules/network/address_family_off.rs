//! CLU0321 address-family-off.

use cilium_values::values::ipam::IpamMode;
use ipnet::IpNet;
use manifest::{Finding, Rule, Severity};

use super::networks_of;
use crate::estate::{Estate, Placed};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0321",
    name: "address-family-off",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where Kubernetes hands out the addresses of pods, the families that Cilium has switched on are those of the networks of pods.",
    why: "An agent waits for a part of a network that its node never gets, and the node stays NotReady; of a family that is off no pod gets an address.",
    bad: "\
cilium: {values: {ipv6: {enabled: true}}}
",
    good: "\
cilium: {values: {ipv6: {enabled: false}}}
",
    source: "Cilium documentation, Kubernetes host scope",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    let pods = networks_of(estate, "pods");
    if pods.is_empty() || cilium.values.ipam.mode.value() != Some(IpamMode::Kubernetes) {
        return;
    }
    // Where the first families of pods and services differ, nobody knows which is meant: CLU0206 says so.
    let services = networks_of(estate, "services");
    let is_4 = |networks: &[Placed<IpNet>]| networks.first().map(|network| network.value.addr().is_ipv4());
    if !services.is_empty() && is_4(&services) != is_4(&pods) {
        return;
    }
    // As the chart has them: IPv4 is on, IPv6 is off.
    let families = [
        ("IPv4", "ipv4.enabled", !cilium.values.ipv4.enabled.is_false()),
        ("IPv6", "ipv6.enabled", cilium.values.ipv6.enabled.is_true()),
    ];
    for (family, key, is_on) in families {
        let network = pods.iter().find(|network| network.value.addr().is_ipv4() == (family == "IPv4"));
        let (message, help) = match (network, is_on) {
            (None, true) => (
                format!("{family} is on in Cilium, and pods have no network of it"),
                format!("set `{key}: false`, or give pods and services networks of {family} in Talos"),
            ),
            (Some(network), false) => (
                format!("pods have the network {}, and {family} is off in Cilium", network.value),
                format!("set `{key}: true`, or take the network away"),
            ),
            _ => continue,
        };
        let finding = Finding::new(&RULE, cilium.value_place(key), message).help(help);
        findings.push(match network.or(pods.first()) {
            Some(network) => finding.related(network.place.clone(), "the networks of pods"),
            None => finding,
        });
    }
}
