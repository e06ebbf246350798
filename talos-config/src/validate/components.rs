//! The kubelet and the pods of the control plane.

use super::text::is_subnet_or_ip;
use super::{Checker, View};
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
    for subnet in machine.texts("kubelet.nodeIP.validSubnets") {
        let subnet = subnet.strip_prefix('!').unwrap_or(&subnet);
        if !is_subnet_or_ip(subnet) {
            let message = format!("kubelet nodeIP subnet is not valid: {subnet:?}");
            checker.say(&rules::KUBELET_INVALID, "machine.kubelet.nodeIP.validSubnets", message);
        }
    }
    for key in machine.keys("kubelet.extraConfig").into_iter().filter(|key| PROTECTED.contains(key)) {
        let message = format!("kubelet configuration field {key:?} can't be overridden");
        checker.say(&rules::KUBELET_INVALID, &format!("machine.kubelet.extraConfig.{key}"), message);
    }
}

/// What is wrong with the API server; upstream stops at the first.
pub(super) fn api_server(server: View<'_>) -> Option<String> {
    let authorizers = server.items("authorizationConfig");
    if server.get("authorizationConfig").is_set() {
        let arguments = server.keys("extraArgs");
        if arguments.contains(&"authorization-mode") {
            let text = "authorization-mode cannot be used in conjunction with AuthorizationConfig, use eitherr AuthorizationConfig or authorization-mode";
            return Some(text.to_owned());
        }
        if arguments.iter().any(|name| name.starts_with("authorization-webhook-")) {
            let text = "authorization-webhook-* flags cannot be used in conjunction with AuthorizationConfig, use either AuthorizationConfig or authorization-webhook-* flags";
            return Some(text.to_owned());
        }
    }
    let failed = authorizers.into_iter().find_map(|authorizer| {
        let kind = authorizer.text("type");
        match (&*kind, &*authorizer.text("name")) {
            ("", _) => Some("authorizer type must be set".to_owned()),
            (_, "") => Some("authorizer name must be set".to_owned()),
            ("Node" | "RBAC" | "Webhook", _) => None,
            _ => {
                Some(format!("authorizer type {kind} is not allowed, allowed types are [Node RBAC Webhook]"))
            }
        }
    });
    failed
        .map(|cause| format!("apiserver authorization config validation failed: {cause}"))
        .or_else(|| resources(server).map(|cause| format!("apiserver resource validation failed: {cause}")))
}

/// What is wrong with requests and limits.
pub(super) fn resources(component: View<'_>) -> Option<String> {
    ["resources.requests", "resources.limits"]
        .into_iter()
        .flat_map(|section| component.keys(section))
        .find(|key| !["cpu", "memory"].contains(key))
        .map(|key| format!("unsupported pod resource {key:?}"))
}
