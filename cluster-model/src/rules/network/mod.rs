//! Rules about addresses: who has which, and who may use which for what.

pub(super) mod address_family_off;
pub(super) mod address_family_order;
pub(super) mod announcing_without_address;
pub(super) mod etcd_network_ambiguous;
pub(super) mod firewall_blocks_cilium;
pub(super) mod firewall_without_effect;
pub(super) mod gateways_without_address;
pub(super) mod load_balancer_label_kept;
pub(super) mod manifests_differ;
pub(super) mod networks_overlap;
pub(super) mod node_address_ambiguous;
pub(super) mod other_plugin_removed;
pub(super) mod pattern_matches_another_network;
mod ports;
pub(super) mod registry_inside_cluster;
pub(super) mod resolver_inside_cluster;
pub(super) mod shared_address_of_node;

use std::net::IpAddr;

use ipnet::IpNet;

use crate::effective::Effective;
use crate::estate::{Estate, Field, Placed};
use crate::scalar::AddressRange;

/// The networks of pods and services, in this order; none where nothing is known of the configuration.
fn cluster_networks(estate: &Estate) -> Vec<(&'static str, Vec<Placed<IpNet>>)> {
    ["pods", "services"].into_iter().map(|what| (what, networks_of(estate, what))).collect()
}

/// The networks of `pods` or `services`: as a control plane has them, or as Talos generates them for a spec.
pub(super) fn networks_of(estate: &Estate, what: &str) -> Vec<Placed<IpNet>> {
    let (key, default) = match what {
        "pods" => ("podSubnets", "10.244.0.0/16"),
        _ => ("serviceSubnets", "10.96.0.0/12"),
    };
    let mut configured =
        estate.machines.iter().filter(|machine| machine.is_control_plane()).chain(&estate.machines);
    let Some(effective) = configured.find_map(|machine| estate.effective_of(machine)) else {
        let place = estate.network.subnet.as_ref().map(|subnet| subnet.place.clone());
        let known = place.filter(|_| estate.talos.is_some()).zip(default.parse().ok());
        return known.map(|(place, value)| Placed { value, place }).into_iter().collect();
    };
    let old = effective.get(&format!("cluster.network.{key}"));
    let new = effective.of_kind("KubeNetworkConfig").map(|document| document.get(key));
    let lists: Vec<Field<'_>> = old.into_iter().chain(new).collect();
    let texts = lists.iter().flat_map(Field::items);
    texts
        .filter_map(|field| Some(Placed { value: field.text()?.parse().ok()?, place: field.place() }))
        .collect()
}

/// All addresses of a network.
fn range(network: &IpNet) -> Option<AddressRange> {
    AddressRange::new(network.network(), network.broadcast()).ok()
}

/// What of the cluster holds an address: a service that asks for it, or a pool that may hand it out.
fn inside(estate: &Estate, address: IpAddr) -> Option<(String, manifest::Place)> {
    let cilium = estate.cilium.as_ref()?;
    let mut services =
        cilium.services.iter().flat_map(|service| service.addresses.iter().map(move |at| (service, at)));
    let service = services.find(|(_, at)| at.value == address);
    let service =
        service.map(|(service, at)| (format!("the service `{}`", service.name()), at.place.clone()));
    service.or_else(|| {
        let (pool, block) = cilium.blocks().find(|(_, block)| block.contains(address))?;
        Some((format!("the pool `{}`", pool.name), block.place.clone()))
    })
}

/// The networks in which the kubelet looks for its address, and those that it leaves out (`!`); none if any will do.
fn valid_subnets(effective: &Effective) -> Vec<Field<'_>> {
    let old = effective.get("machine.kubelet.nodeIP.validSubnets");
    let new = effective.of_kind("KubeNodeConfig").map(|document| document.get("nodeIP.validSubnets"));
    old.into_iter().chain(new).flat_map(|subnets| subnets.items()).collect()
}

/// Fixed addresses of two different networks of one family, if a configuration has them. One address alone in its
/// network is none.
fn several(effective: &Effective) -> Option<(Placed<IpNet>, Placed<IpNet>)> {
    let addresses = effective.addresses().into_iter();
    let mut addresses = addresses.filter(|at| at.value.prefix_len() < at.value.max_prefix_len());
    let first = addresses.next()?;
    let is_other = |at: &Placed<IpNet>| {
        at.value.trunc() != first.value.trunc() && at.value.addr().is_ipv4() == first.value.addr().is_ipv4()
    };
    let other = addresses.find(is_other)?;
    Some((first, other))
}
