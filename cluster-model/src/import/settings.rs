//! Settings of Talos that other layers depend on, as the configurations have them.

use std::net::IpAddr;

use talos_config::Minor;

use crate::effective::Effective;
use crate::estate::{Estate, Field, Placed, TalosSettings};
use crate::scalar::AddressRange;
use crate::spec::{Cni, KubePrism};

/// The settings, as the first control plane has them, or the first machine where no role is known. None where no
/// machine has a configuration.
pub(super) fn talos(estate: &Estate) -> Option<TalosSettings> {
    let of = |control_plane: bool| {
        let machines =
            estate.machines.iter().filter(move |machine| !control_plane || machine.is_control_plane());
        machines.filter_map(|machine| estate.effective_of(machine)).find(|one| one.failure.is_none())
    };
    let effective = of(true).or_else(|| of(false)).filter(|effective| effective.minor < Minor::V1_14)?;
    let place = |keys: &str| place_of(effective, keys);
    let cni = effective.get("cluster.network.cni.name").and_then(|name| name.text());
    let cni = match cni.unwrap_or("flannel") {
        "flannel" => Cni::Flannel,
        // A plugin of manifests is nothing that Talos knows.
        _ => Cni::None,
    };
    let disabled = effective.get("cluster.proxy.disabled").and_then(|field| field.flag());
    let prism = |key: &str| effective.get(&format!("machine.features.kubePrism.{key}"));
    let kube_prism = KubePrism {
        enabled: prism("enabled").and_then(|field| field.flag()).unwrap_or_default(),
        port: prism("port").and_then(|port| port.text()?.parse().ok()).unwrap_or(KubePrism::default().port),
    };
    let allow = effective.get("cluster.allowSchedulingOnControlPlanes");
    Some(TalosSettings {
        allow_scheduling_on_control_planes: allow
            .and_then(|field| Some(Placed { value: field.flag()?, place: field.place() })),
        cni: Placed { value: cni, place: place("cluster.network.cni.name") },
        kube_proxy: Placed { value: !disabled.unwrap_or_default(), place: place("cluster.proxy.disabled") },
        kube_prism: Placed { value: kube_prism, place: place("machine.features.kubePrism") },
    })
}

fn place_of(effective: &Effective, keys: &str) -> manifest::Place {
    let document = effective.documents.first();
    document.map(|document| document.root().get(keys).place()).unwrap_or_default()
}

/// Addresses that are taken: resolvers, gateways and shared addresses of the configurations.
pub(super) fn network(estate: &mut Estate) {
    let mut taken: Vec<(String, Placed<AddressRange>)> = Vec::new();
    for effective in &estate.effective {
        let mut add = |holder: &str, field: &Field<'_>| {
            let Some(address) = field.text().and_then(|text| text.parse::<IpAddr>().ok()) else { return };
            let range = AddressRange::from(address);
            if !taken.iter().any(|(_, known)| known.value == range) {
                taken.push((holder.to_owned(), Placed { value: range, place: field.place() }));
            }
        };
        for server in effective.get("machine.network.nameservers").iter().flat_map(Field::items) {
            add("a nameserver", &server);
        }
        for interface in effective.get("machine.network.interfaces").iter().flat_map(Field::items) {
            for route in interface.get("routes").items() {
                add("a gateway", &route.get("gateway"));
            }
            add("the shared address of the control planes", &interface.get("vip.ip"));
            for vlan in interface.get("vlans").items() {
                add("the shared address of the control planes", &vlan.get("vip.ip"));
            }
        }
        for document in effective.of_kind("ResolverConfig") {
            document
                .get("nameservers")
                .items()
                .iter()
                .for_each(|server| add("a nameserver", &server.get("address")));
        }
        for document in effective.of_kind("Layer2VIPConfig") {
            add("the shared address of the control planes", &document.get("name"));
        }
        for kind in ["LinkConfig", "BondConfig", "BridgeConfig", "VLANConfig"] {
            for document in effective.of_kind(kind) {
                document
                    .get("routes")
                    .items()
                    .iter()
                    .for_each(|route| add("a gateway", &route.get("gateway")));
            }
        }
    }
    let known = &estate.network.taken;
    taken.retain(|(_, range)| !known.iter().any(|(_, other)| other.value == range.value));
    estate.network.taken.extend(taken);
}
