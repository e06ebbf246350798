//! CLU0314 firewall-without-effect.

use manifest::{Finding, Rule, Severity};

use super::ports::{Rules, ranges};
use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0314",
    name: "firewall-without-effect",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "Where Cilium replaces kube-proxy, no firewall rule of Talos is to keep anybody from ports of services.",
    why: "eBPF answers before the packet meets the firewall of the host: the ports are open to everybody.",
    bad: concat!(
        cilium!("1.17.0", "true"),
        patch!(
            "500-c",
            "    cluster:
      network: {cni: {name: none}}
      proxy: {disabled: true}
"
        ),
        patch!(
            "    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: web
    portSelector: {ports: [30080], protocol: tcp}
    ingress: [{subnet: 10.0.0.0/24}]
"
        )
    ),
    good: concat!(
        cilium!("1.17.0", "true"),
        patch!(
            "500-c",
            "    cluster:
      network: {cni: {name: none}}
      proxy: {disabled: true}
"
        ),
        patch!(
            "    apiVersion: v1alpha1
    kind: NetworkRuleConfig
    name: web
    portSelector: {ports: [9100], protocol: tcp}
    ingress: [{subnet: 10.0.0.0/24}]
"
        )
    ),
    source: "siderolabs/talos issue 12955",
};

/// What Kubernetes takes ports for services from, unless told otherwise.
const NODE_PORTS: std::ops::RangeInclusive<i64> = 30_000..=32_767;

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let Some(cilium) = estate.cilium.as_ref().filter(|cilium| cilium.is_known()) else { return };
    if !cilium.replaces_kube_proxy() {
        return;
    }
    for effective in &estate.effective {
        for rule in Rules::of(effective).all() {
            let subnets = rule.get("ingress").items();
            let is_open = subnets
                .iter()
                .any(|subnet| subnet.get("subnet").text().is_some_and(|net| net.ends_with("/0")));
            let ports = ranges(rule).into_iter();
            let mut ports =
                ports.filter(|(_, first, last)| first <= NODE_PORTS.end() && last >= NODE_PORTS.start());
            let Some((port, ..)) = ports.next().filter(|_| !is_open) else { continue };
            let message = format!(
                "the rule `{}` keeps nobody from a port of a service",
                rule.get("name").text().unwrap_or_default()
            );
            findings.push(
                Finding::new(&RULE, port.place(), message)
                    .related(cilium.value_place("kubeProxyReplacement"), "Cilium serves the port")
                    .help("use a `CiliumClusterwideNetworkPolicy` with a `nodeSelector` (host policies)"),
            );
        }
    }
}
