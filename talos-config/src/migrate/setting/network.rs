//! `cluster.network`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, kept, lost, reaches_control_planes, twice};
use crate::k8s::{KubeFlannelCniConfig, KubeNetworkConfig, ResourcesConfig};
use crate::scalar::Prefix;
use crate::v1alpha1::{CniConfig, FlannelCniConfig};
use crate::version::Minor;

/// What the old form has where it says nothing (`constants`).
const POD_SUBNET: &str = "10.244.0.0/16";
const SERVICE_SUBNET: &str = "10.96.0.0/12";
const BACKEND: &str = "vxlan";
const BACKEND_PORT: u16 = 4789;
const MASK_IPV4: i64 = 24;
const MASK_IPV6: i64 = 64;

static TWICE: Limit = twice("cluster.network");
static REACH: Limit = reaches_control_planes("cluster.network.cni");
static NO_SUBNET: Limit =
    kept("cluster.network.podSubnets", "an entry is no network, which a document refuses");
static FLANNEL_UNSAID: Limit = kept(
    "cluster.network.cni.flannel",
    "the patch does not say that Flannel is the plugin, and the document would install it",
);
static NO_PLUGIN: Limit =
    kept("cluster.network.cni.name", "it is `flannel`, `custom` or `none`, and nothing else");
static MASK: Limit =
    lost("KubeNetworkConfig", "nodes of the old form have networks of 24 bits, or 64 for IPv6");
static BACKEND_OTHER: Limit = lost(
    "KubeFlannelCNIConfig",
    "Flannel of the old form tunnels with `vxlan` on port 4789 and nothing else",
);

/// Addresses and names in the cluster, and the plugin that Talos installs.
pub(super) static SETTING: Setting = Setting {
    path: "cluster.network",
    kinds: &["KubeNetworkConfig", "KubeFlannelCNIConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE, &REACH, &NO_SUBNET, &FLANNEL_UNSAID, &NO_PLUGIN, &MASK, &BACKEND_OTHER],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let Some(old) = up.cluster.network.take() else { return Ok(()) };
    let subnets = |subnets: &[String], default: &str| {
        let missing = up.is_whole && subnets.is_empty();
        let texts = missing.then_some(default).into_iter().chain(subnets.iter().map(|subnet| &**subnet));
        texts
            .map(|text| text.parse::<Prefix>().map_err(|_| Stop::at(&NO_SUBNET)))
            .collect::<Result<Vec<_>, _>>()
    };
    let network = KubeNetworkConfig {
        pod_subnets: subnets(&old.pod_subnets, POD_SUBNET)?,
        service_subnets: subnets(&old.service_subnets, SERVICE_SUBNET)?,
        dns_domain: old.dns_domain.filter(|domain| !domain.is_empty()),
        ..KubeNetworkConfig::default()
    };
    if network != KubeNetworkConfig::default() {
        up.add(network, &TWICE)?;
    }
    // Without the section the plugin is Flannel; with it, a name that is not said is none.
    let is_default = old.cni.is_none();
    let cni = old.cni.unwrap_or_default();
    let flannel = cni.flannel.unwrap_or_default();
    match cni.name.as_deref().unwrap_or_default() {
        "none" | "custom" if up.is_whole => Ok(()),
        "" if up.is_whole && !is_default => Ok(()),
        "none" | "custom" => up.delete("KubeFlannelCNIConfig", None, &[], &TWICE),
        "" if !up.is_whole && flannel == FlannelCniConfig::default() => Ok(()),
        "" if !up.is_whole => Err(Stop::at(&FLANNEL_UNSAID)),
        // Manifests are the control planes' business.
        "" | "flannel" if up.is_worker() => Ok(()),
        "" | "flannel" => {
            if !up.is_whole {
                up.note(&REACH);
            }
            let document = KubeFlannelCniConfig {
                backend_type: Some(BACKEND.to_owned()),
                backend_port: Some(BACKEND_PORT),
                extra_args: flannel.extra_args,
                kube_network_policies_enabled: flannel.kube_network_policies_enabled,
                ..KubeFlannelCniConfig::default()
            };
            up.add(document, &TWICE)
        }
        _ => Err(Stop::at(&NO_PLUGIN)),
    }
}

fn down(down: &mut Down) {
    let networks = down.take::<KubeNetworkConfig>();
    let flannels = down.take::<KubeFlannelCniConfig>();
    // Without the document there is no plugin; without the section there is Flannel.
    if down.is_whole && down.is_control_plane() && !networks.is_empty() && flannels.is_empty() {
        let cni = down.cluster.network.get_or_insert_default().cni.get_or_insert_default();
        cni.name = Some("none".to_owned());
    }
    for document in networks {
        let other = |mask: Option<i64>, usual: i64| mask.is_some_and(|mask| mask != 0 && mask != usual);
        let is_other = other(document.node_cidr_mask_size_ipv4, MASK_IPV4)
            || other(document.node_cidr_mask_size_ipv6, MASK_IPV6);
        down.remark(is_other, None, &MASK);
        let network = down.cluster.network.get_or_insert_default();
        network.dns_domain = document.dns_domain;
        network.pod_subnets = document.pod_subnets.iter().map(ToString::to_string).collect();
        network.service_subnets = document.service_subnets.iter().map(ToString::to_string).collect();
    }
    for document in flannels {
        let backend = document.backend_type.as_deref();
        let is_usual = (backend == Some(BACKEND) && document.backend_port == Some(BACKEND_PORT))
            || (!down.is_whole && backend.is_none() && document.backend_port.is_none());
        let says_more = document.backend_mtu.is_some_and(|mtu| mtu != 0)
            || !document.backend_extra_config.is_empty()
            || document.resources.unwrap_or_default() != ResourcesConfig::default();
        down.remark(!is_usual || says_more, None, &BACKEND_OTHER);
        let flannel = FlannelCniConfig {
            extra_args: document.extra_args,
            kube_network_policies_enabled: document.kube_network_policies_enabled,
        };
        down.cluster.network.get_or_insert_default().cni = Some(CniConfig {
            name: Some("flannel".to_owned()),
            urls: Vec::new(),
            flannel: (flannel != FlannelCniConfig::default()).then_some(flannel),
        });
    }
}
