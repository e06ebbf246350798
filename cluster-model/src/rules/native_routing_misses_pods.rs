//! CLU0320 native-routing-misses-pods.

use cilium_values::values::RoutingMode;
use ipnet::IpNet;
use manifest::{Finding, Rule, Severity};

use super::network::networks_of;
use crate::estate::Estate;

pub(super) static RULE: Rule = Rule {
    code: "CLU0320",
    name: "native-routing-misses-pods",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "With native routing, `ipv4NativeRoutingCIDR` holds the networks of pods.",
    why: "Packets to pods outside of it are masqueraded as the node: policies do not know the pods, and some answers get lost.",
    bad: "\
cilium:
  values: {routingMode: native, ipv4NativeRoutingCIDR: 10.250.0.0/16, autoDirectNodeRoutes: true}
",
    good: "\
cilium:
  values: {routingMode: native, ipv4NativeRoutingCIDR: 10.244.0.0/16, autoDirectNodeRoutes: true}
",
    source: "cilium/cilium issues 38991, 35927",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = &estate.cilium else { return };
    if cilium.values.routing_mode.value() != Some(RoutingMode::Native) {
        return;
    }
    let Ok(routed) = cilium.values.ipv4_native_routing_cidr.text().parse::<IpNet>() else { return };
    for pods in networks_of(estate, "pods").iter().filter(|pods| pods.value.addr().is_ipv4()) {
        if routed.contains(&pods.value) {
            continue;
        }
        let message = format!("{routed} does not hold the network of pods, {}", pods.value);
        findings.push(
            Finding::new(&RULE, cilium.value_place("ipv4NativeRoutingCIDR"), message)
                .related(pods.place.clone(), "the network of pods")
                .help(format!("set `ipv4NativeRoutingCIDR: {}`", pods.value)),
        );
    }
}
