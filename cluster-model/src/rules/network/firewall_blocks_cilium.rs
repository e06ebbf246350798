//! CLU0313 firewall-blocks-cilium.

use std::cell::LazyCell;

use cilium_values::values::encryption::EncryptionType;
use cilium_values::values::{RoutingMode, TunnelProtocol};
use manifest::{Finding, Rule, Severity};

use super::ports::Rules;
use crate::estate::{CiliumEstate, Estate};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0313",
    name: "firewall-blocks-cilium",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A firewall of Talos that blocks by default lets through what Cilium needs between machines.",
    why: "Pods of different machines do not reach each other, or Cilium takes healthy machines for dead ones.",
    bad: concat!(
        cilium!("1.17.0", "false"),
        patch!(
            "500-c",
            "    cluster:
      network: {cni: {name: none}}
"
        ),
        patch!(
            "    apiVersion: v1alpha1
    kind: NetworkDefaultActionConfig
    ingress: block
    ---
    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: kubelet
    portSelector: {ports: [10250], protocol: tcp}
    ingress: [{subnet: 10.0.0.0/24}]
"
        )
    ),
    good: concat!(
        cilium!("1.17.0", "false"),
        patch!(
            "500-c",
            "    cluster:
      network: {cni: {name: none}}
"
        ),
        patch!(
            "    apiVersion: v1alpha1
    kind: NetworkDefaultActionConfig
    ingress: block
    ---
    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: kubelet
    portSelector: {ports: [10250], protocol: tcp}
    ingress: [{subnet: 10.0.0.0/24}]
    ---
    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: vxlan
    portSelector: {ports: [8472], protocol: udp}
    ingress: [{subnet: 10.0.0.0/24}]
    ---
    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: health
    portSelector: {ports: [4240-4245], protocol: tcp}
    ingress: [{subnet: 10.0.0.0/24}]
"
        )
    ),
    source: "Cilium documentation, System Requirements (firewall rules); devantler-tech/platform issue 1859",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    // Cilium's values are laid over the chart's for it: not where no firewall blocks.
    let needs = LazyCell::new(|| needs(estate, cilium));
    for effective in &estate.effective {
        let Some(default) = effective.of_kind("NetworkDefaultActionConfig").next() else { continue };
        if default.get("ingress").text() != Some("block") {
            continue;
        }
        let rules = Rules::of(effective);
        let blocked = needs.iter().filter(|(_, protocol, port)| !rules.open(protocol, *port));
        let blocked: Vec<String> =
            blocked.map(|(what, protocol, port)| format!("{what} ({port}/{protocol})")).collect();
        if blocked.is_empty() {
            continue;
        }
        let message = format!("the firewall blocks {}", blocked.join(", "));
        findings.push(
            Finding::new(&RULE, default.get("ingress").place(), message)
                .help("add a `NetworkRuleConfig` that opens the ports to the other machines"),
        );
    }
}

/// What Cilium as it is configured, and the kubelet, need from machine to machine.
fn needs(estate: &Estate, cilium: &CiliumEstate) -> Vec<(&'static str, &'static str, i64)> {
    let values = cilium.effective(&estate.versions.cilium_or_newest());
    let tunnels = values.routing_mode.value() != Some(RoutingMode::Native);
    let geneve = values.tunnel_protocol.value() == Some(TunnelProtocol::Geneve);
    let port = values.tunnel_port.value().filter(|port| *port != 0);
    let encrypts = values.encryption.enabled.is_true();
    let wireguard = encrypts && values.encryption.type_.value() == Some(EncryptionType::WireGuard);
    [
        (tunnels && !geneve, ("the tunnel between pods", "udp", port.unwrap_or(8472))),
        (tunnels && geneve, ("the tunnel between pods", "udp", port.unwrap_or(6081))),
        (values.health_checking.value() != Some(false), ("health checks", "tcp", 4240)),
        (values.hubble.enabled.is_true(), ("Hubble", "tcp", 4244)),
        (wireguard, ("WireGuard", "udp", 51871)),
        (true, ("the kubelet", "tcp", 10250)),
    ]
    .into_iter()
    .filter_map(|(is_needed, need)| is_needed.then_some(need))
    .collect()
}
