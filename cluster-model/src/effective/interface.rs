//! Network interfaces of a configuration, whichever of its documents says them.

use ipnet::IpNet;

use super::Effective;
use crate::estate::{Field, Placed};

/// An interface as the configuration has it.
#[derive(Clone, Debug)]
pub struct Interface<'e> {
    /// Its name in the kernel. Absent where it is selected by other properties.
    pub name: Option<&'e str>,
    /// Where it is said.
    pub field: Field<'e>,
    /// Its fixed addresses, with the size of their networks where it is said.
    pub addresses: Vec<(Field<'e>, IpNet)>,
    /// Whether it asks a DHCP server.
    pub dhcp: bool,
    /// The routers of its default routes.
    pub gateways: Vec<Field<'e>>,
    /// Names of the interfaces that are joined in it.
    pub members: Vec<&'e str>,
    /// Whether other interfaces lie on it (VLANs).
    pub carries: bool,
}

/// Kinds of documents that give an interface addresses and routes.
const LINKS: [&str; 5] = ["LinkConfig", "BondConfig", "BridgeConfig", "VLANConfig", "DummyLinkConfig"];

impl Effective {
    /// The interfaces of the v1alpha1 document, then those of the documents of links. Interfaces that are to be left alone are none.
    #[must_use]
    pub fn interfaces(&self) -> Vec<Interface<'_>> {
        let devices = self.get("machine.network.interfaces");
        let devices = devices.iter().flat_map(Field::items);
        let mut found: Vec<Interface<'_>> =
            devices.filter(|device| device.get("ignore").flag() != Some(true)).flat_map(of_device).collect();
        let asks = |name: Option<&str>| {
            ["DHCPv4Config", "DHCPv6Config"]
                .into_iter()
                .flat_map(|kind| self.of_kind(kind))
                .any(|document| name.is_some() && document.get("name").text() == name)
        };
        let parents: Vec<&str> =
            self.of_kind("VLANConfig").filter_map(|document| document.get("parent").text()).collect();
        for document in LINKS.into_iter().flat_map(|kind| self.of_kind(kind)) {
            let name = document.get("name").text();
            found.push(Interface {
                name,
                addresses: networks(document.get("addresses").items().iter().map(|item| item.get("address"))),
                dhcp: asks(name),
                gateways: gateways(&document, "destination"),
                members: document.get("links").texts(),
                carries: name.is_some_and(|name| parents.contains(&name)),
                field: document,
            });
        }
        found
    }

    /// The fixed addresses of all interfaces.
    #[must_use]
    pub fn addresses(&self) -> Vec<Placed<IpNet>> {
        let interfaces = self.interfaces().into_iter().flat_map(|interface| interface.addresses);
        interfaces.map(|(field, value)| Placed { value, place: field.place() }).collect()
    }
}

/// A device of the v1alpha1 document, and its VLANs.
fn of_device(device: Field<'_>) -> Vec<Interface<'_>> {
    let vlans = device.get("vlans").items();
    let single = Some(device.get("cidr")).filter(Field::is_set);
    let mut found = vec![Interface {
        name: device.get("interface").text(),
        addresses: networks(device.get("addresses").items().into_iter().chain(single)),
        dhcp: device.get("dhcp").flag() == Some(true),
        gateways: gateways(&device, "network"),
        members: [device.get("bond.interfaces").texts(), device.get("bridge.interfaces").texts()].concat(),
        carries: !vlans.is_empty(),
        field: device,
    }];
    found.extend(vlans.into_iter().map(|vlan| Interface {
        name: None,
        addresses: networks(vlan.get("addresses").items().into_iter()),
        dhcp: vlan.get("dhcp").flag() == Some(true),
        gateways: gateways(&vlan, "network"),
        members: Vec::new(),
        carries: false,
        field: vlan,
    }));
    found
}

fn networks<'e>(fields: impl Iterator<Item = Field<'e>>) -> Vec<(Field<'e>, IpNet)> {
    let network = |text: &str| {
        text.parse::<IpNet>().ok().or_else(|| Some(IpNet::from(text.parse::<std::net::IpAddr>().ok()?)))
    };
    fields.filter_map(|field| Some((field.clone(), network(field.text()?)?))).collect()
}

/// Routers of the routes to everywhere: those with no network, or with one of length 0.
fn gateways<'e>(interface: &Field<'e>, network: &str) -> Vec<Field<'e>> {
    let routes = interface.get("routes").items().into_iter();
    routes
        .filter(|route| route.get(network).text().is_none_or(|text| text.is_empty() || text.ends_with("/0")))
        .map(|route| route.get("gateway"))
        .filter(Field::is_set)
        .collect()
}
