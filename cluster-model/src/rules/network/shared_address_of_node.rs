//! CLU0211 shared-address-of-node.

use std::net::IpAddr;

use ipnet::IpNet;
use manifest::{Finding, Rule, Severity};

use super::valid_subnets;
use crate::effective::Effective;
use crate::estate::{Estate, Field, Machine, Manifest};

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0211",
    name: "shared-address-of-node",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The address that kube-vip moves between control planes cannot become the address of a node.",
    why: "Talos leaves its own shared addresses out and knows none that a pod puts on an interface. A kubelet that starts while its machine holds the address may take it, and loses it with the next election.",
    bad: concat!(
        member!(control_plane),
        patch!(
            "    machine:
      kubelet:
        nodeIP: {validSubnets: [10.0.0.0/24]}
"
        ),
        kube_vip!()
    ),
    good: concat!(
        member!(control_plane),
        patch!(
            "    machine:
      kubelet:
        nodeIP: {validSubnets: [10.0.0.0/24, \"!10.0.0.40/32\"]}
"
        ),
        kube_vip!()
    ),
    source: "siderolabs/talos issues 4318, 4489, internal/app/machined/pkg/controllers/k8s/nodeip_config.go; kube-vip, pkg/kubevip/config_envvar.go",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let of_cluster: Vec<Field<'_>> = estate
        .manifests
        .iter()
        .filter_map(Manifest::pod_spec)
        .filter_map(|spec| shared(&spec))
        .chain(estate.releases_of("kube-vip").filter_map(|release| release.value("config.address")))
        .collect();
    for effective in &estate.effective {
        if !estate.machines_of(effective).any(Machine::is_control_plane) {
            continue;
        }
        let subnets = valid_subnets(effective);
        for field in of_cluster.iter().cloned().chain(of_static_pods(effective)) {
            let Some(address) = address(&field).filter(|address| takes(&subnets, *address)) else { continue };
            let prefix = IpNet::from(address);
            let message =
                format!("a control plane may take {address}, which kube-vip moves, for its own address");
            let finding = Finding::new(&RULE, field.place(), message);
            findings.push(match subnets.first() {
                Some(first) => finding
                    .related(first.place(), "where the kubelet looks for its address")
                    .help(format!("add `!{prefix}` to `validSubnets`")),
                None => finding.help(format!(
                    "set `machine.kubelet.nodeIP.validSubnets` to the subnet of the machines and `!{prefix}`"
                )),
            });
        }
    }
}

/// What kube-vip in a pod is told of its address, if it serves the control planes.
fn shared<'e>(spec: &Field<'e>) -> Option<Field<'e>> {
    spec.get("containers").items().into_iter().find_map(|container| {
        container.get("image").text().filter(|image| image.contains("kube-vip"))?;
        let environment = container.get("env").items();
        let variable = |name: &str| {
            let found = environment.iter().find(|variable| variable.get("name").text() == Some(name));
            found.map(|variable| variable.get("value")).filter(Field::is_set)
        };
        variable("cp_enable").filter(|enabled| enabled.text() == Some("true"))?;
        variable("address").or_else(|| variable("vip_address"))
    })
}

/// The same of the pods that Talos itself starts.
fn of_static_pods(effective: &Effective) -> Vec<Field<'_>> {
    let old = effective.get("machine.pods").into_iter().flat_map(|pods| pods.items());
    let new = effective.of_kind("KubeStaticPodConfig").map(|document| document.get("pod"));
    old.chain(new).filter_map(|pod| shared(&pod.get("spec"))).collect()
}

/// The address, which kube-vip takes with the length of its network, too.
fn address(field: &Field<'_>) -> Option<IpAddr> {
    field.text()?.split('/').next()?.parse().ok()
}

/// Whether the kubelet may have an address: one network has it, and none excludes it. Without networks it may have any.
fn takes(subnets: &[Field<'_>], address: IpAddr) -> bool {
    let has = |text: &str| text.parse::<IpNet>().is_ok_and(|network| network.contains(&address));
    let texts: Vec<&str> = subnets.iter().filter_map(Field::text).collect();
    let is_excluded = texts.iter().filter_map(|text| text.strip_prefix('!')).any(has);
    !is_excluded && (texts.is_empty() || texts.iter().any(|text| has(text)))
}
