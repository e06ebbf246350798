//! The cluster section of the v1alpha1 document.

use super::text::{endpoint, is_dns_name};
use super::{Checker, View, components, keys};
use crate::rules;
use crate::scalar::{Url, is_prefix_or_ip};
use crate::version::Minor;

pub(super) fn check(checker: &mut Checker<'_>, config: View<'_>, control_plane: bool) {
    let cluster = config.get(keys!("cluster"));
    if !cluster.is_set() {
        checker.say(&rules::SECTION_MISSING, "cluster", "cluster instructions are required");
        return;
    }
    let plane = cluster.get(keys!("controlPlane"));
    let path = "cluster.controlPlane.endpoint";
    match plane.url(keys!("endpoint")) {
        None if plane.is_set() || checker.minor < Minor::V1_14 => {
            let message = if checker.minor < Minor::V1_14 {
                "cluster controlplane endpoint is required"
            } else {
                "cluster controlplane endpoint is required (.cluster.controlPlane.endpoint); when the endpoint is migrated to the KubeClusterConfig document, the whole .cluster.controlPlane section should be removed (.cluster.controlPlane.localAPIServerPort is migrated to the KubeAPIServerConfig document)"
            };
            checker.say(&rules::SECTION_MISSING, path, message);
            return;
        }
        Some(url) => {
            if let Err(cause) = endpoint(url) {
                let message = format!("invalid controlplane endpoint: {cause}");
                checker.say(&rules::CLUSTER_ENDPOINT_INVALID, path, message);
            }
        }
        None if cluster.get(keys!("serviceAccount")).is_set() => {
            let message = ".cluster.serviceAccount requires the cluster endpoint to be set in the same document (.cluster.controlPlane.endpoint); when the cluster endpoint is migrated to the KubeClusterConfig document, .cluster.serviceAccount should be migrated to the KubeServiceAccountConfig document as well";
            checker.say(&rules::SECTION_MISSING, "cluster.serviceAccount", message);
        }
        None => {}
    }
    let domain = cluster.text(keys!("network.dnsDomain"));
    if !domain.is_empty() && !is_dns_name(domain) {
        let message = format!("{domain:?} is not a valid DNS name");
        checker.say(&rules::CLUSTER_ENDPOINT_INVALID, "cluster.network.dnsDomain", message);
    }
    cloud_provider(checker, cluster);
    etcd(checker, cluster, control_plane);
    if !control_plane && cluster.has(keys!("ca.key")) {
        let message = "cluster CA key is not allowed on non-controlplane nodes (.cluster.ca)";
        checker.say(&rules::KEY_ON_WORKER, "cluster.ca.key", message);
    }
    manifests(checker, cluster);
    discovery(checker, cluster);
    let resources = |resources: View<'_>, path: &str, name: &str| {
        let (spot, cause) = components::resources(resources, path)?;
        Some((spot, format!("{name} resource validation failed: {cause}")))
    };
    let failed = [
        components::api_server(config),
        resources(
            cluster.get(keys!("controllerManager.resources")),
            "cluster.controllerManager",
            "controller-manager",
        ),
        resources(cluster.get(keys!("scheduler.resources")), "cluster.scheduler", "scheduler"),
    ];
    for (spot, message) in failed.into_iter().flatten() {
        checker.say(&rules::COMPONENT_INVALID, spot, message);
    }
}

fn cloud_provider(checker: &mut Checker<'_>, cluster: View<'_>) {
    let provider = cluster.get(keys!("externalCloudProvider"));
    let path = "cluster.externalCloudProvider.manifests";
    let manifests = provider.texts(keys!("manifests"));
    if !provider.flag(keys!("enabled")) {
        if manifests.len() > 0 {
            let message = "external cloud provider is disabled, but manifests are provided";
            checker.say(&rules::MANIFEST_INVALID, path, message);
        }
        return;
    }
    for (index, manifest) in manifests.enumerate() {
        let cause = manifest.parse::<Url>().map_err(|error| error.to_string());
        if let Err(cause) = cause.and_then(|url| endpoint(&url).map_err(str::to_owned)) {
            let message = format!("invalid external cloud provider manifest url {manifest:?}: {cause}");
            checker.say(&rules::MANIFEST_INVALID, format!("{path}[{index}]"), message);
        }
    }
}

fn etcd(checker: &mut Checker<'_>, cluster: View<'_>, control_plane: bool) {
    let etcd = cluster.get(keys!("etcd"));
    if !etcd.is_set() {
        return;
    }
    if !control_plane {
        checker.say(
            &rules::ETCD_INVALID,
            "cluster.etcd",
            "etcd config is only allowed on control plane machines",
        );
        return;
    }
    if !etcd.get(keys!("ca")).is_set() {
        checker.say(&rules::ETCD_INVALID, "cluster.etcd.ca", "key/cert combination should not be empty");
    }
    let (subnet, advertised) = (etcd.text(keys!("subnet")), etcd.texts(keys!("advertisedSubnets")));
    if !subnet.is_empty() && advertised.len() > 0 {
        let message = "etcd subnet can't be set when advertised subnets are set";
        checker.say(&rules::ETCD_INVALID, "cluster.etcd.subnet", message);
    }
    let mut is_subnet = |name: &str, subnet: &str, place: std::fmt::Arguments<'_>| {
        let subnet = subnet.strip_prefix('!').unwrap_or(subnet);
        if !is_prefix_or_ip(subnet) {
            let message = format!("etcd {name} subnet is not valid: {subnet:?}");
            checker.say(&rules::ETCD_INVALID, format!("cluster.etcd.{place}"), message);
        }
    };
    if advertised.len() == 0 && !subnet.is_empty() {
        is_subnet("advertised", subnet, format_args!("subnet"));
    }
    for (index, subnet) in advertised.clone().enumerate() {
        is_subnet("advertised", subnet, format_args!("advertisedSubnets[{index}]"));
    }
    let listen = etcd.texts(keys!("listenSubnets"));
    let (key, listen) =
        if listen.len() == 0 { ("advertisedSubnets", advertised) } else { ("listenSubnets", listen) };
    for (index, subnet) in listen.enumerate() {
        is_subnet("listen", subnet, format_args!("{key}[{index}]"));
    }
}

fn manifests(checker: &mut Checker<'_>, cluster: View<'_>) {
    let names = cluster.items(keys!("inlineManifests")).map(|manifest| manifest.text(keys!("name")));
    for (index, name) in names.clone().enumerate() {
        let path = || format!("cluster.inlineManifests[{index}].name");
        if name.trim().is_empty() {
            let message = "inline manifest name can't be empty";
            checker.say(&rules::MANIFEST_INVALID, path(), message);
        }
        if names.clone().take(index).any(|other| other == name) {
            let message = format!("inline manifest name {name:?} is duplicate");
            checker.say(&rules::MANIFEST_INVALID, path(), message);
        }
    }
}

fn discovery(checker: &mut Checker<'_>, cluster: View<'_>) {
    let discovery = cluster.get(keys!("discovery"));
    if !discovery.flag(keys!("enabled")) || discovery.flag(keys!("registries.service.disabled")) {
        return;
    }
    let written = discovery.text(keys!("registries.service.endpoint"));
    if !written.is_empty() {
        let path = "cluster.discovery.registries.service.endpoint";
        match Url::of_request(written) {
            Err(cause) => {
                let message = format!("cluster discovery service registry endpoint is invalid: {cause}");
                checker.say(&rules::DISCOVERY_INCOMPLETE, path, message);
            }
            Ok(url) if !["", "/"].contains(&&*url.path()) => {
                checker.say(
                    &rules::DISCOVERY_INCOMPLETE,
                    path,
                    "cluster discovery service path should be empty",
                );
            }
            Ok(_) => {}
        }
    }
    for (key, value) in [("id", cluster.get(keys!("id"))), ("secret", cluster.get(keys!("secret")))] {
        if !value.is_given() {
            let message = format!("cluster discovery service requires .cluster.{key}");
            checker.say(&rules::DISCOVERY_INCOMPLETE, format!("cluster.{key}"), message);
        }
    }
}

/// The network plugin, on control planes.
pub(super) fn cni(checker: &mut Checker<'_>, config: View<'_>) {
    if checker.minor >= Minor::V1_14 && !config.get(keys!("cluster.network")).is_set() {
        return;
    }
    let cni = config.get(keys!("cluster.network.cni"));
    let name = cni.text(keys!("name"));
    let name = if cni.is_set() { name } else { "flannel" };
    let urls = cni.texts(keys!("urls"));
    let path = "cluster.network.cni";
    if !matches!(name, "flannel" | "custom" | "none") {
        let message = "cni name should be one of [\"flannel\", \"custom\", \"none\"]";
        checker.say(&rules::CNI_INVALID, "cluster.network.cni.name", message);
        return;
    }
    if name != "custom" && urls.len() > 0 {
        let message = format!("\"urls\" field should be empty for {name:?} CNI");
        checker.say(&rules::CNI_INVALID, "cluster.network.cni.urls", message);
    }
    if name != "flannel" && cni.has(keys!("flannel.extraArgs")) {
        checker.say(
            &rules::CNI_INVALID,
            path,
            format!("\"flanneldExtraArgs\" field should be empty for {name:?} CNI"),
        );
    }
    if name != "flannel" && cni.flag(keys!("flannel.kubeNetworkPoliciesEnabled")) {
        let message = format!("\"flannelKubeNetworkPoliciesEnabled\" should not be enabled for {name:?} CNI");
        checker.say(&rules::CNI_INVALID, path, message);
    }
    if name == "custom" {
        if urls.len() == 0 {
            let message = "\"urls\" field should not be empty for \"custom\" CNI";
            checker.say(&rules::CNI_WITHOUT_MANIFESTS, path, message);
        }
        for (index, url) in urls.enumerate() {
            let parsed = url.parse::<Url>().map_err(|error| error.to_string());
            if let Err(cause) = parsed.and_then(|url| endpoint(&url).map_err(str::to_owned)) {
                checker.say(&rules::CNI_INVALID, format!("cluster.network.cni.urls[{index}]"), cause);
            }
        }
    }
}
