//! Services that share one address.

use std::fmt;

use super::Settings;
use super::pool::namespace;
use super::request::annotation;
use crate::resource::Service;
use crate::values::common::TrafficPolicy;

const KEY: [&str; 2] = ["lbipam.cilium.io/sharing-key", "io.cilium/lb-ipam-sharing-key"];
const CROSS_NAMESPACE: [&str; 2] =
    ["lbipam.cilium.io/sharing-cross-namespace", "io.cilium/lb-ipam-sharing-cross-namespace"];

/// Why two services cannot share an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Incompatible {
    /// Their sharing keys differ, or one has none.
    Key,
    /// They are in different namespaces, and not both permit the other's.
    Namespace,
    /// They have a port number in common. Until 1.16, whatever the protocol.
    Port,
    /// They have a port with its protocol in common.
    PortAndProtocol,
    /// Their `externalTrafficPolicy` differs.
    TrafficPolicy,
    /// Their `externalTrafficPolicy` is `Local`, and they do not select the same pods.
    Pods,
}

/// Whether two services may have the same address. The answer is the same in both directions.
pub fn compatible(settings: &Settings, left: &Service, right: &Service) -> Result<(), Incompatible> {
    if sharing_key(left).is_none() || sharing_key(left) != sharing_key(right) {
        return Err(Incompatible::Key);
    }
    let permits =
        |service, other| namespace(service) == namespace(other) || is_permitted(service, namespace(other));
    if !(permits(left, right) && permits(right, left)) {
        return Err(Incompatible::Namespace);
    }
    let ports = &right.spec.ports;
    for port in &left.spec.ports {
        let clash = |other: &&crate::resource::ServicePort| other.port == port.port;
        if settings.shares_ports_by_protocol() {
            let protocol = port.protocol.unwrap_or_default();
            if ports.iter().filter(clash).any(|other| other.protocol.unwrap_or_default() == protocol) {
                return Err(Incompatible::PortAndProtocol);
            }
        } else if ports.iter().any(|other| clash(&other)) {
            return Err(Incompatible::Port);
        }
    }
    let policy = |service: &Service| service.spec.external_traffic_policy.unwrap_or(TrafficPolicy::Cluster);
    if policy(left) != policy(right) {
        return Err(Incompatible::TrafficPolicy);
    }
    let selects_same = !left.spec.selector.is_empty() && left.spec.selector == right.spec.selector;
    if policy(left) == TrafficPolicy::Local && !selects_same {
        return Err(Incompatible::Pods);
    }
    Ok(())
}

/// The key of a service; an empty one is none.
pub(super) fn sharing_key(service: &Service) -> Option<&str> {
    annotation(service, KEY).filter(|key| !key.is_empty())
}

/// Whether a service permits sharing with a namespace. Blanks around names are part of them, as in the operator.
fn is_permitted(service: &Service, namespace: &str) -> bool {
    annotation(service, CROSS_NAMESPACE)
        .unwrap_or_default()
        .split(',')
        .any(|permitted| permitted == "*" || permitted == namespace)
}

impl fmt::Display for Incompatible {
    /// The operator's own words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "different sharing key",
            Self::Namespace => "different and not permitted namespace",
            Self::Port => "same port",
            Self::PortAndProtocol => "same port and protocol",
            Self::TrafficPolicy => "different ExternalTrafficPolicy",
            Self::Pods => "compatible ExternalTrafficPolicy local but selecting different set of pods",
        })
    }
}
