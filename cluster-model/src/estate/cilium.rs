//! Cilium, in the estate.

use std::net::IpAddr;

use ::manifest::{FieldPath, Finding, Place};
use cilium_values::Values;
use cilium_values::resource::{L2AnnouncementPolicySpec, LoadBalancerIpPoolSpec, Service};

use super::{Lookup, Placed};
use crate::scalar::AddressRange;

/// Cilium with everything that it is given.
#[derive(Clone, Debug, PartialEq)]
pub struct CiliumEstate {
    /// The values that the chart is installed with, without the chart's own.
    pub values: Values,
    /// Where the values are said.
    pub values_at: Lookup,
    /// Whether the chart's installation is declared. If not, its values are taken to be what Talos requires.
    pub is_installed: bool,
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
    pub name: String,
    /// Where it is declared.
    pub place: Place,
    /// What it says.
    pub spec: LoadBalancerIpPoolSpec,
    /// Its addresses, with a place for each block that can be read.
    pub blocks: Vec<Placed<AddressRange>>,
}

/// A `CiliumL2AnnouncementPolicy`.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnouncementPolicy {
    /// Name of the resource.
    pub name: String,
    /// Where it is declared.
    pub place: Place,
    /// What it says.
    pub spec: L2AnnouncementPolicySpec,
    /// Its patterns of interface names, each with its place; empty for all interfaces.
    pub interfaces: Vec<Placed<String>>,
}

/// A `Service` that is reached from outside: of type `LoadBalancer`, or with external addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct ExposedService {
    /// Where it is declared.
    pub place: Place,
    /// The service.
    pub object: Service,
    /// The load-balancer addresses that it asks for.
    pub addresses: Vec<Placed<IpAddr>>,
}

impl CiliumEstate {
    /// The place of a value by its path in the chart, such as `cgroup.autoMount.enabled`.
    #[must_use]
    pub fn value_place(&self, path: &str) -> Place {
        self.values_at.place(&FieldPath::root().keys(path))
    }

    /// A finding about the values, whose places are paths in the chart, with the places where the values are said.
    pub(crate) fn place(&self, mut finding: Finding) -> Finding {
        let place = |place: &Place| Place { part: place.part, ..self.values_at.place(&place.path) };
        finding.place = place(&finding.place);
        finding.related.iter_mut().for_each(|related| related.place = place(&related.place));
        finding
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

impl ExposedService {
    /// Name of the service.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.object.metadata.name
    }
}
