//! Kubernetes: `types/k8s`.

mod network;

use super::{Wrong, certificate, private_key};
use crate::scalar::is_prefix_or_ip;
use crate::validate::components::{self, PROTECTED};
use crate::validate::features::is_role;
use crate::validate::metadata::{annotations, labels, taints};
use crate::validate::text::{endpoint, is_subdomain};
use crate::validate::{Spot, View, keys};

pub(super) fn check(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    match kind {
        "KubeAPIServerConfig" => api_server(document, wrong),
        "KubeControllerManagerConfig" => component("kube-controller-manager", document, wrong),
        "KubeSchedulerConfig" => component("scheduler", document, wrong),
        "KubeProxyConfig" => proxy(document, wrong),
        "KubeletConfig" => kubelet(document, wrong),
        "KubeNodeConfig" => node(document, wrong),
        "KubeClusterConfig" => cluster(document, wrong),
        "KubeNetworkConfig" => network::check(document, wrong),
        "KubeFlannelCNIConfig" => {
            wrong.need(document, "backendType", "flannel backend type must be specified");
            resources(document, wrong);
        }
        "KubePrismConfig" => {
            let port = document.number(keys!("port"));
            if !(1..=65535).contains(&port) {
                wrong.at("port", format!("invalid port {port}: must be in range 1-65535"));
            }
        }
        "KubeAPIServerCAConfig" | "KubeAggregatorCAConfig" => authorities(kind, document, wrong),
        "KubeServiceAccountConfig" => service_account(document, wrong),
        "KubeEtcdEncryptionConfig" => wrong.need(document, "config", "etcd encryption config is required"),
        "KubeAdmissionControlConfig" => {
            wrong.need(document, "name", "admission control plugin name is required");
        }
        "KubeAuthorizerConfig" => authorizer(document, wrong),
        "KubeStaticPodConfig" => {
            manifest_name("static pod", document, wrong);
            wrong.need(document, "pod", "static pod spec is required");
        }
        "KubeInlineManifestConfig" => manifest_name("manifest", document, wrong),
        "KubeExternalManifestConfig" => external_manifest(document, wrong),
        "KubeTalosAPIAccessConfig" => {
            let minor = wrong.minor;
            let roles = document.texts(keys!("allowedRoles"));
            if roles.len() == 0 {
                wrong.warn("", "no roles are allowed in .allowedRoles, so access is blocked");
            }
            for (index, role) in roles.enumerate().filter(|(_, role)| !is_role(role, minor)) {
                let message = format!("invalid role {role:?} in .allowedRoles");
                wrong.at(format!("allowedRoles[{index}]"), message);
            }
        }
        _ => {}
    }
}

fn resources(document: View<'_>, wrong: &mut Wrong) {
    wrong.in_turn(components::resources(document.get(keys!("resources")), ""));
}

/// Arguments of the API server, by how they begin, with the document that says the same. In upstream's order.
const DENIED: [(&str, &str); 6] = [
    ("anonymous-auth", "KubeAuthenticationConfig"),
    ("authentication-config", "KubeAuthenticationConfig"),
    ("authorization-config", "KubeAuthorizationConfig"),
    ("authorization-mode", "KubeAuthorizationConfig"),
    ("authorization-webhook-", "KubeAuthorizationConfig"),
    ("oidc-", "KubeAuthenticationConfig"),
];

fn api_server(document: View<'_>, wrong: &mut Wrong) {
    wrong.need(document, "image", "kube-apiserver image cannot be empty");
    for (prefix, instead) in DENIED {
        for argument in document.get(keys!("extraArgs")).keys_that(|name| name.starts_with(prefix)) {
            let message = format!("kube-apiserver extra argument {argument:?} is not allowed: use {instead}");
            wrong.at(Spot::key("extraArgs", argument), message);
        }
    }
    resources(document, wrong);
}

fn is_off(document: View<'_>) -> bool {
    document.get(keys!("enabled")).is_set() && !document.flag(keys!("enabled"))
}

fn component(name: &str, document: View<'_>, wrong: &mut Wrong) {
    if !is_off(document) {
        wrong.need(document, "image", &format!("{name} image cannot be empty"));
        resources(document, wrong);
    }
}

fn proxy(document: View<'_>, wrong: &mut Wrong) {
    if is_off(document) {
        return;
    }
    wrong.need(document, "image", "proxy image cannot be empty");
    match document.text(keys!("mode")) {
        "" | "nftables" => {}
        mode @ ("iptables" | "ipvs") => {
            let message =
                format!("proxy mode {mode:?} is not recommended, please switch to nftables if possible");
            wrong.warn("mode", message);
        }
        mode => {
            let message =
                format!("invalid proxy mode {mode:?}: supported modes are iptables, ipvs and nftables");
            wrong.at("mode", message);
        }
    }
    if document.has(keys!("extraArgs")) {
        let message =
            "extra arguments for kube-proxy may not work as expected, please use configuration instead";
        wrong.warn("extraArgs", message);
    }
    resources(document, wrong);
}

fn kubelet(document: View<'_>, wrong: &mut Wrong) {
    wrong.need(document, "image", "kubelet image cannot be empty");
    let config = document.get(keys!("config"));
    for key in PROTECTED.iter().filter(|key| config.has_key(key)) {
        wrong
            .at(Spot::key("config", key), format!("kubelet configuration field {key:?} can't be overridden"));
    }
}

fn node(document: View<'_>, wrong: &mut Wrong) {
    for (index, subnet) in document.texts(keys!("nodeIP.validSubnets")).enumerate() {
        let subnet = subnet.strip_prefix('!').unwrap_or(subnet);
        if !is_prefix_or_ip(subnet) {
            let message = format!("nodeIP subnet is not valid: {subnet:?}");
            wrong.at(format!("nodeIP.validSubnets[{index}]"), message);
        }
    }
    let sections = [
        ("labels", labels(document.pairs(keys!("labels")), "labels")),
        ("annotations", annotations(document.pairs(keys!("annotations")), "annotations")),
        ("taints", taints(document.pairs(keys!("taints")), "taints")),
    ];
    for (section, causes) in sections {
        for (spot, cause) in causes {
            wrong.at(spot, format!("invalid node {section}: {cause}"));
        }
    }
}

fn cluster(document: View<'_>, wrong: &mut Wrong) {
    wrong.need(document, "clusterName", "clusterName must be specified");
    match document.url(keys!("endpoint")) {
        None => wrong.at("endpoint", "endpoint must be specified"),
        Some(url) => {
            if let Err(cause) = endpoint(url) {
                wrong.at("endpoint", format!("cluster endpoint is invalid: {cause}"));
            }
        }
    }
}

fn authorities(kind: &str, document: View<'_>, wrong: &mut Wrong) {
    let issuing = document.get(keys!("issuingCA"));
    if issuing.is_set() {
        wrong.identity(issuing, "issuingCA", "issuing CA");
    } else if kind == "KubeAggregatorCAConfig" {
        wrong.at("issuingCA", "issuing CA is not set");
    }
    for (index, accepted) in document.texts(keys!("acceptedCAs")).enumerate() {
        if let Some(cause) = certificate(accepted) {
            wrong.at(format!("acceptedCAs[{index}]"), format!("accepted CA #{index}: {cause}"));
        }
    }
}

fn service_account(document: View<'_>, wrong: &mut Wrong) {
    let key = document.text(keys!("issuer.privateKey"));
    if key.is_empty() {
        wrong.at("issuer.privateKey", "service issuer private key is required");
    } else if private_key(key).is_some() {
        let message = "service issuer private key is invalid: failed to parse PEM block";
        wrong.at("issuer.privateKey", message);
    }
    if document.url(keys!("issuer.issuerURL")).is_none() {
        wrong.at("issuer.issuerURL", "service issuer URL is required");
    }
}

fn authorizer(document: View<'_>, wrong: &mut Wrong) {
    wrong.need(document, "name", "authorizer name is required");
    wrong.need(document, "type", "authorizer type is required");
    let kind = document.text(keys!("type"));
    if !["Node", "RBAC", "Webhook"].contains(&kind) {
        let message = format!("authorizer type {kind} is not allowed, allowed types are [Node RBAC Webhook]");
        wrong.at("type", message);
    }
    match (kind == "Webhook", document.has(keys!("webhook"))) {
        (true, false) => {
            let message = "authorizer webhook configuration is required for Webhook authorizer type";
            wrong.at("webhook", message);
        }
        (false, true) => {
            let message = "authorizer webhook configuration is not allowed non-Webhook authorizer types";
            wrong.warn("webhook", message);
        }
        _ => {}
    }
}

fn manifest_name(what: &str, document: View<'_>, wrong: &mut Wrong) {
    let name = document.text(keys!("name"));
    if name.is_empty() {
        wrong.at("name", format!("{what} name is required"));
    } else if !is_subdomain(name) {
        let cause = if name.len() > 253 {
            format!("domain name length exceeds limit of 253: {name:?}")
        } else {
            format!("domain doesn't match required format: {name:?}")
        };
        wrong.at("name", format!("{what} name is invalid: {cause}"));
    }
}

fn external_manifest(document: View<'_>, wrong: &mut Wrong) {
    manifest_name("manifest", document, wrong);
    match document.url(keys!("url")) {
        None => wrong.at("url", "manifest URL is required"),
        Some(url) if !["http", "https"].contains(&url.scheme()) => {
            let message = format!("manifest URL scheme must be http or https: {:?}", url.scheme());
            wrong.at("url", message);
        }
        Some(_) => {}
    }
}
