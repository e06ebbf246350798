//! Addresses that services ask for.

use std::net::IpAddr;

use manifest::FieldPath;

use crate::resource::Service;

/// The annotation by which a service asks for addresses.
pub(super) const IPS: [&str; 2] = ["lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips"];

/// The addresses that a service asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The addresses, each once, in the order of the text.
    pub addresses: Vec<IpAddr>,
    /// What is no address. The operator drops it, and only its log says so; with nothing left the service gets any
    /// address.
    pub unreadable: Vec<String>,
}

/// The addresses that a service asks for: `spec.loadBalancerIP` and the annotation, with commas between them.
///
/// The annotation has an old name; the new one wins where both are there.
#[must_use]
pub fn asked(service: &Service) -> Asked {
    let mut asked = Asked::default();
    let annotation = annotation(service, IPS).unwrap_or_default();
    let field = service.spec.load_balancer_ip.as_deref().unwrap_or_default();
    let items = std::iter::once(field).filter(|field| !field.is_empty());
    let listed = annotation.split(',').map(str::trim).filter(|item| !item.is_empty());
    for item in items.chain(listed) {
        match item.parse() {
            Ok(address) if asked.addresses.contains(&address) => {}
            Ok(address) => asked.addresses.push(address),
            Err(_) => asked.unreadable.push(item.to_owned()),
        }
    }
    asked
}

/// Where in a service an address is asked for.
#[must_use]
pub fn requested_at(service: &Service, address: IpAddr) -> FieldPath {
    place_of(service, |text| text.parse() == Ok(address))
}

/// Where in a service something is asked for that is no address.
pub(crate) fn asked_at(service: &Service, item: &str) -> FieldPath {
    place_of(service, |text| text == item)
}

/// The field, if what stands there is what is looked for, or else the annotation.
fn place_of(service: &Service, is_it: impl Fn(&str) -> bool) -> FieldPath {
    let field = service.spec.load_balancer_ip.as_deref().unwrap_or_default();
    let name = IPS.into_iter().find(|&name| service.metadata.annotations.contains_key(name));
    match name {
        Some(name) if !is_it(field) => FieldPath::root().keys("metadata.annotations").key(name),
        _ => FieldPath::root().keys("spec.loadBalancerIP"),
    }
}

/// The annotation of the first of these names.
pub(super) fn annotation<'s>(service: &'s Service, names: [&str; 2]) -> Option<&'s str> {
    names.iter().find_map(|&name| service.metadata.annotations.get(name)).map(String::as_str)
}
