//! What the estate takes from a configuration, looked up once for each merge.

use std::net::IpAddr;
use std::sync::Arc;

use super::Effective;
use crate::estate::{Field, Labels, Placed};
use crate::scalar::AddressRange;

/// What machines with a configuration get from it, and what it says that they share with others.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// The name of the node.
    pub(crate) hostname: Option<String>,
    /// The labels of the node, as far as somebody chose them.
    pub(crate) labels: Labels,
    /// The fixed addresses.
    pub(crate) addresses: Vec<Placed<IpAddr>>,
    /// Addresses that are taken, with what holds them: resolvers, gateways and shared addresses.
    pub(crate) taken: Vec<(&'static str, Placed<AddressRange>)>,
}

impl Effective {
    /// The facts of the configuration; none where there is no configuration.
    pub(crate) fn facts(&self) -> Option<&Facts> {
        let shared = &self.documents.first()?.shared;
        Some(shared.facts.get_or_init(|| {
            Arc::new(Facts {
                hostname: self.hostname(),
                labels: self.node_labels(),
                addresses: self
                    .addresses()
                    .into_iter()
                    .map(|at| Placed { value: at.value.addr(), place: at.place })
                    .collect(),
                taken: self.taken(),
            })
        }))
    }

    fn hostname(&self) -> Option<String> {
        let old = self.get("machine.network.hostname");
        let new = self.of_kind("HostnameConfig").map(|document| document.get("hostname")).next();
        old.or(new).and_then(|field| field.text()).map(str::to_owned)
    }

    fn node_labels(&self) -> Labels {
        let label = |(key, value): (&str, Field<'_>)| {
            let (key, parsed) = key.parse().ok().zip(value.text().unwrap_or_default().parse().ok())?;
            // What Omni generates is nobody's choice.
            let place = self.documents.first()?.chosen_at(value.path())?;
            Some((key, Placed { value: parsed, place }))
        };
        self.get("machine.nodeLabels").iter().flat_map(Field::entries).filter_map(label).collect()
    }

    fn taken(&self) -> Vec<(&'static str, Placed<AddressRange>)> {
        const SHARED: &str = "the shared address of the control planes";
        let mut taken: Vec<(&'static str, Placed<AddressRange>)> = Vec::new();
        let mut add = |holder, field: &Field<'_>| {
            let Some(address) = field.text().and_then(|text| text.parse::<IpAddr>().ok()) else { return };
            let value = AddressRange::from(address);
            if !taken.iter().any(|(_, known)| known.value == value) {
                taken.push((holder, Placed { value, place: field.place() }));
            }
        };
        for server in self.get("machine.network.nameservers").iter().flat_map(Field::items) {
            add("a nameserver", &server);
        }
        for interface in self.get("machine.network.interfaces").iter().flat_map(Field::items) {
            for route in interface.get("routes").items() {
                add("a gateway", &route.get("gateway"));
            }
            add(SHARED, &interface.get("vip.ip"));
            for vlan in interface.get("vlans").items() {
                add(SHARED, &vlan.get("vip.ip"));
            }
        }
        for document in self.of_kind("ResolverConfig") {
            for server in document.get("nameservers").items() {
                add("a nameserver", &server.get("address"));
            }
        }
        for document in self.of_kind("Layer2VIPConfig") {
            add(SHARED, &document.get("name"));
        }
        for kind in ["LinkConfig", "BondConfig", "BridgeConfig", "VLANConfig"] {
            for document in self.of_kind(kind) {
                for route in document.get("routes").items() {
                    add("a gateway", &route.get("gateway"));
                }
            }
        }
        taken
    }
}
