//! The kubelet and the pods of the control plane.

use super::{Checker, Spot, View, keys};
use crate::rules;
use crate::scalar::is_prefix_or_ip;

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
    for (index, subnet) in machine.texts(keys!("kubelet.nodeIP.validSubnets")).enumerate() {
        let subnet = subnet.strip_prefix('!').unwrap_or(subnet);
        if !is_prefix_or_ip(subnet) {
            let message = format!("kubelet nodeIP subnet is not valid: {subnet:?}");
            let path = format!("machine.kubelet.nodeIP.validSubnets[{index}]");
            checker.say(&rules::KUBELET_INVALID, path, message);
        }
    }
    for key in machine.get(keys!("kubelet.extraConfig")).keys_that(|key| PROTECTED.contains(&key)) {
        let message = format!("kubelet configuration field {key:?} can't be overridden");
        checker.say(&rules::KUBELET_INVALID, Spot::key("machine.kubelet.extraConfig", key), message);
    }
}

/// What is wrong with the API server; upstream stops at the first.
pub(super) fn api_server(config: View<'_>) -> Option<(Spot, String)> {
    let server = config.get(keys!("cluster.apiServer"));
    if server.get(keys!("authorizationConfig")).is_set() {
        let argument = |name: &str| Spot::key("cluster.apiServer.extraArgs", name);
        let arguments = server.get(keys!("extraArgs"));
        if arguments.has_key("authorization-mode") {
            let text = "authorization-mode cannot be used in conjunction with AuthorizationConfig, use eitherr AuthorizationConfig or authorization-mode";
            return Some((argument("authorization-mode"), text.to_owned()));
        }
        if let Some(name) = arguments.keys_that(|name| name.starts_with("authorization-webhook-")).first() {
            let text = "authorization-webhook-* flags cannot be used in conjunction with AuthorizationConfig, use either AuthorizationConfig or authorization-webhook-* flags";
            return Some((argument(name), text.to_owned()));
        }
    }
    let failed = server.items(keys!("authorizationConfig")).enumerate().find_map(|(index, authorizer)| {
        let kind = authorizer.text(keys!("type"));
        let (key, cause) = match (kind, authorizer.text(keys!("name"))) {
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
        let (spot, cause) = resources(server.get(keys!("resources")), "cluster.apiServer")?;
        Some((spot, format!("apiserver resource validation failed: {cause}")))
    };
    failed.or_else(resources)
}

/// What is wrong with the requests and limits of a component, which is at a path.
pub(super) fn resources(resources: View<'_>, path: &str) -> Option<(Spot, String)> {
    let unknown = |(section, values): (&str, View<'_>)| {
        let key = *values.keys_that(|key| !matches!(key, "cpu" | "memory")).first()?;
        let point = if path.is_empty() { "" } else { "." };
        let spot = Spot::key(&format!("{path}{point}resources.{section}"), key);
        Some((spot, format!("unsupported pod resource {key:?}")))
    };
    let sections = [("requests", keys!("requests")), ("limits", keys!("limits"))];
    sections.into_iter().map(|(section, keys)| (section, resources.get(keys))).find_map(unknown)
}
