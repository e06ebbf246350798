//! Cilium, in the estate.

use std::net::IpAddr;

use cilium_values::Values;
use manifest::{FieldPath, Place};

use super::Placed;
use crate::scalar::{AddressRange, LabelKey, LabelValue, Name};
use crate::spec::{AddressAnnotation, ServicePort};

/// Cilium with everything that it is given.
#[derive(Clone, Debug, PartialEq)]
pub struct CiliumEstate {
    /// The values that the chart is installed with: what Talos requires, overlaid by what is declared.
    pub values: Values,
    /// The path below which the declared values are looked up.
    pub values_path: FieldPath,
    /// Address pools.
    pub pools: Vec<LoadBalancerPool>,
    /// Announcement policies.
    pub policies: Vec<AnnouncementPolicy>,
    /// Services that get an address.
    pub services: Vec<ExposedService>,
}

/// A `CiliumLoadBalancerIPPool`.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadBalancerPool {
    /// Name of the resource.
    pub name: Name,
    /// Its addresses.
    pub blocks: Vec<Placed<AddressRange>>,
}

/// A `CiliumL2AnnouncementPolicy` for all services and all machines.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnouncementPolicy {
    /// Name of the resource.
    pub name: Name,
    /// Where it is declared.
    pub place: Place,
    /// Patterns of interface names; empty for all interfaces.
    pub interfaces: Vec<Placed<String>>,
    /// Whether it announces `spec.externalIPs`.
    pub external_ips: bool,
    /// Whether it announces load-balancer addresses.
    pub load_balancer_ips: bool,
}

/// A `Service` of type `LoadBalancer`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExposedService {
    /// The name under which it is declared; the service is called `<name>-lb`.
    pub name: Name,
    /// Where it is declared.
    pub place: Place,
    /// The namespace of service and pods.
    pub namespace: Name,
    /// The one address that it must get.
    pub address: Option<Placed<IpAddr>>,
    /// The annotation that asks for it.
    pub annotation: AddressAnnotation,
    /// Labels of the pods.
    pub selector: Vec<(LabelKey, LabelValue)>,
    /// Ports.
    pub ports: Vec<ServicePort>,
}

impl CiliumEstate {
    /// The place of a value by its path in the chart, such as `cgroup.autoMount.enabled`.
    #[must_use]
    pub fn value_place(&self, path: &str) -> Place {
        Place::value(self.values_path.clone().keys(path))
    }

    /// The blocks of all pools, each with its pool.
    pub fn blocks(&self) -> impl Iterator<Item = (&LoadBalancerPool, &Placed<AddressRange>)> {
        self.pools.iter().flat_map(|pool| pool.blocks.iter().map(move |block| (pool, block)))
    }

    /// Whether Cilium takes over from kube-proxy.
    #[must_use]
    pub fn replaces_kube_proxy(&self) -> bool {
        let value = self.values.kube_proxy_replacement.get();
        value.and_then(cilium_values::values::common::BoolOrText::as_bool).unwrap_or_default()
    }

    /// Whether there is anything that addresses are handed out for.
    #[must_use]
    pub fn exposes(&self) -> bool {
        !(self.pools.is_empty() && self.policies.is_empty() && self.services.is_empty())
    }
}
