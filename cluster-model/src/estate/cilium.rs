//! Cilium, in the estate.

use std::collections::BTreeMap;
use std::net::IpAddr;

use ::manifest::{FieldPath, Finding, Place};
use cilium_values::lb::{self, Outcome, Pool, Settings};
use cilium_values::resource::{L2AnnouncementPolicySpec, LoadBalancerIpPoolSpec, Service};
use cilium_values::values::common::ServiceType;
use cilium_values::{CiliumVersion, Values};
use ipnet::IpNet;

use super::{DeclaredPattern, Lookup, Machine, Placed};
use crate::effective::Interface;
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
    /// Whether it is installed with further values that are not here. What the others do not say is taken to be what Talos
    /// requires.
    pub is_partial: bool,
    /// What declares the installation, if it is declared apart from the values.
    pub installed_at: Option<Place>,
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
    pub interfaces: Vec<Placed<DeclaredPattern>>,
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
        self.place_of(&FieldPath::root().keys(path))
    }

    /// Where no values are said at all, it is where the installation is.
    fn place_of(&self, path: &FieldPath) -> Place {
        match (&self.values_at, &self.installed_at) {
            (Lookup::Documents(values), Some(installed_at)) if values.is_empty() => installed_at.clone(),
            _ => self.values_at.place(path),
        }
    }

    /// Whether what its values do not say is said nowhere, so that the chart's own values count.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.is_installed && !self.is_partial
    }

    /// Whether what the values leave out is filled in as Talos needs it, as that of a spec is; with values of a chart, the
    /// chart's own count.
    pub(crate) fn is_filled_in(&self) -> bool {
        matches!(self.values_at, Lookup::Spec(_))
    }

    /// A finding about the values, whose places are paths in the chart, with the places where the values are said.
    pub(crate) fn place(&self, mut finding: Finding) -> Finding {
        let place = |place: &Place| Place { part: place.part, ..self.place_of(&place.path) };
        finding.place = place(&finding.place);
        finding.related.iter_mut().for_each(|related| related.place = place(&related.place));
        finding
    }

    /// The blocks of all pools, each with its pool.
    pub fn blocks(&self) -> impl Iterator<Item = (&LoadBalancerPool, &Placed<AddressRange>)> {
        self.pools.iter().flat_map(|pool| pool.blocks.iter().map(move |block| (pool, block)))
    }

    /// Whether an address of a pool lies in a network of an interface.
    pub(crate) fn is_reached_by(&self, interface: &Interface<'_>) -> bool {
        let holds = |network: &IpNet| self.blocks().any(|(_, block)| network.contains(&block.start()));
        interface.addresses.iter().any(|(_, network)| holds(network))
    }

    /// The values with those that the chart brings for a version.
    #[must_use]
    pub fn effective(&self, version: &CiliumVersion) -> Values {
        self.values.effective(version)
    }

    /// Which addresses LB-IPAM gives the services, in the order of [`CiliumEstate::services`]. Pools that cannot be read
    /// are left out, as the operator does.
    #[must_use]
    pub fn solve(&self, version: &CiliumVersion) -> Vec<Outcome> {
        let pools: Vec<Pool> = self.pools.iter().filter_map(LoadBalancerPool::handed_out).collect();
        let services: Vec<Service> = self.services.iter().map(|service| service.object.clone()).collect();
        lb::solve(&Settings::new(&self.values, version), &pools, &services).outcomes
    }

    /// The policies that announce a service.
    pub fn announced_by<'c>(
        &'c self,
        service: &'c ExposedService,
    ) -> impl Iterator<Item = &'c AnnouncementPolicy> {
        let labels = service.labels();
        self.policies.iter().filter(move |policy| {
            let selector = policy.spec.service_selector.as_ref();
            selector.is_none_or(|selector| selector.matches(&labels) == Some(true))
        })
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

impl LoadBalancerPool {
    /// The pool as LB-IPAM hands it out, whose blocks are [`LoadBalancerPool::blocks`]. Absent where one of them cannot be
    /// read, for which the operator drops the pool.
    #[must_use]
    pub fn handed_out(&self) -> Option<Pool> {
        Pool::new(&*self.name, &self.spec).ok()
    }
}

impl AnnouncementPolicy {
    /// Whether a machine may announce for it.
    #[must_use]
    pub fn selects(&self, machine: &Machine) -> bool {
        self.spec
            .node_selector
            .as_ref()
            .is_none_or(|selector| selector.matches(&machine.node_labels()) == Some(true))
    }
}

impl ExposedService {
    /// Whether it is of type `LoadBalancer`.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        self.object.spec.type_ == Some(ServiceType::LoadBalancer)
    }

    /// Its labels as Cilium's selectors see them: with its name and namespace.
    #[must_use]
    pub fn labels(&self) -> BTreeMap<String, String> {
        let metadata = &self.object.metadata;
        let namespace = metadata.namespace.clone().unwrap_or_else(|| "default".to_owned());
        let mut labels = metadata.labels.clone();
        labels.insert("io.kubernetes.service.name".to_owned(), metadata.name.clone());
        labels.insert("io.kubernetes.service.namespace".to_owned(), namespace);
        labels
    }

    /// Name of the service.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.object.metadata.name
    }
}
