//! The kubelet and the pods of the control plane.

use super::text::is_subnet_or_ip;
use super::{Checker, Spot, View};
use crate::rules;

/// Keys of the kubelet's configuration that belong to Talos.
pub(super) const PROTECTED: [&str; 13] = [
    "apiVersion",
    "authentication",
    "authorization",
    "cgroupRoot",
    "kind",
    "kubeletCgroups",
    "port",
    "protectKernelDefaults",
    "resolvConf",
    "rotateCertificates",
    "systemCgroups",
    "staticPodPath",
    "seccompDefault",
];

pub(super) fn kubelet(checker: &mut Checker<'_>, machine: View<'_>) {
    for (index, subnet) in machine.texts("kubelet.nodeIP.validSubnets").into_iter().enumerate() {
        let subnet = subnet.strip_prefix('!').unwrap_or(&subnet);
        if !is_subnet_or_ip(subnet) {
            let message = format!("kubelet nodeIP subnet is not valid: {subnet:?}");
            let path = format!("machine.kubelet.nodeIP.validSubnets[{index}]");
            checker.say(&rules::KUBELET_INVALID, path, message);
        }
    }
    for key in machine.keys("kubelet.extraConfig").into_iter().filter(|key| PROTECTED.contains(key)) {
        let message = format!("kubelet configuration field {key:?} can't be overridden");
        checker.say(&rules::KUBELET_INVALID, Spot::key("machine.kubelet.extraConfig", key), message);
    }
}

/// What is wrong with the API server; upstream stops at the first.
pub(super) fn api_server(config: View<'_>) -> Option<(Spot, String)> {
    let server = config.get("cluster.apiServer");
    if server.get("authorizationConfig").is_set() {
        let argument = |name: &str| Spot::key("cluster.apiServer.extraArgs", name);
        let arguments = server.keys("extraArgs");
        if arguments.contains(&"authorization-mode") {
            let text = "authorization-mode cannot be used in conjunction with AuthorizationConfig, use eitherr AuthorizationConfig or authorization-mode";
            return Some((argument("authorization-mode"), text.to_owned()));
        }
        if let Some(name) = arguments.iter().find(|name| name.starts_with("authorization-webhook-")) {
            let text = "authorization-webhook-* flags cannot be used in conjunction with AuthorizationConfig, use either AuthorizationConfig or authorization-webhook-* flags";
            return Some((argument(name), text.to_owned()));
        }
    }
    let failed =
        server.items("authorizationConfig").into_iter().enumerate().find_map(|(index, authorizer)| {
            let kind = authorizer.text("type");
            let (key, cause) = match (&*kind, &*authorizer.text("name")) {
                ("", _) => ("type", "authorizer type must be set".to_owned()),
                (_, "") => ("name", "authorizer name must be set".to_owned()),
                ("Node" | "RBAC" | "Webhook", _) => return None,
                _ => (
                    "type",
                    format!("authorizer type {kind} is not allowed, allowed types are [Node RBAC Webhook]"),
                ),
            };
            let path = format!("cluster.apiServer.authorizationConfig[{index}].{key}");
            Some((path.into(), format!("apiserver authorization config validation failed: {cause}")))
        });
    let resources = || {
        let (spot, cause) = resources(config, "cluster.apiServer")?;
        Some((spot, format!("apiserver resource validation failed: {cause}")))
    };
    failed.or_else(resources)
}

/// What is wrong with the requests and limits of what is at a path.
pub(super) fn resources(document: View<'_>, path: &str) -> Option<(Spot, String)> {
    let sections = ["requests", "limits"].map(|section| {
        let point = if path.is_empty() { "" } else { "." };
        format!("{path}{point}resources.{section}")
    });
    let unknown = |section: &String| {
        let key = document.keys(section).into_iter().find(|key| !["cpu", "memory"].contains(key))?;
        Some((Spot::key(section, key), format!("unsupported pod resource {key:?}")))
    };
    sections.iter().find_map(unknown)
}
