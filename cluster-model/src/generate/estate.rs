//! From a spec to the estate: defaults are filled in, and every piece remembers where it was said.

use std::sync::Arc;

use manifest::{FieldPath, Place};
use omni_client::resource::MachineSet;

use super::cilium_estate;
use crate::estate::{
    ACCELERATOR, CiliumEstate, Estate, Extensions, Machine, Placed, RolloutOrder, SiteNetwork, TalosSettings,
    Versions,
};
use crate::scalar::{AddressRange, Name};
use crate::spec::{self, ClusterSpec, ClusterState, Cni, Network, Node, Role, StepId, Talos};

/// The estate that a spec declares.
#[must_use]
pub fn estate(spec: &ClusterSpec) -> Estate {
    let talos = talos(&spec.talos, spec.cilium.is_some());
    let versions = versions(&spec.versions);
    let cilium = spec.cilium.as_ref().map(|cilium| cilium_estate::cilium(cilium, &versions, &talos));
    let mut estate = Estate {
        name: spec.name.to_string(),
        versions,
        vocabulary: Some(spec.labels.clone()),
        accelerators: spec.accelerators.clone(),
        machines_place: Some(Place::value(FieldPath::root().key("nodes"))),
        machines: spec.nodes.iter().map(|(name, node)| Arc::new(machine(spec, name, node))).collect(),
        network: network(&spec.network),
        access: spec.access.clone(),
        cilium,
        talos: Some(talos),
        ..Estate::empty()
    };
    let from = spec.rollout.cluster;
    let steps = spec.rollout.steps.clone().unwrap_or_else(|| safe_order(from, &estate));
    estate.rollout = Some(Placed::at(FieldPath::root().keys("rollout.steps"), RolloutOrder { from, steps }));
    estate
}

fn versions(versions: &spec::Versions) -> Versions {
    let path = |key: &str| FieldPath::root().key("versions").key(key);
    Versions {
        talos: Some(Placed::at(path("talos"), versions.talos.clone())),
        kubernetes: Some(Placed::at(path("kubernetes"), versions.kubernetes.clone())),
        cilium: versions.cilium.as_ref().map(|version| Placed::at(path("cilium"), version.clone())),
    }
}

fn machine(spec: &ClusterSpec, name: &Name, node: &Node) -> Machine {
    let path = FieldPath::root().key("nodes").key(name.as_str());
    let nics = path.clone().key("nics");
    let labels = path.clone().key("labels");
    Machine {
        name: name.to_string(),
        id: Some(Placed::at(path.clone().key("id"), node.id.clone())),
        role: Some(node.role),
        addresses: vec![Placed::at(path.clone().key("address"), node.address)],
        set: Some(match node.role {
            Role::ControlPlane => MachineSet::control_planes_id(spec.name.as_str()),
            Role::Worker => MachineSet::workers_id(spec.name.as_str(), None),
        }),
        extensions: extensions(spec, node),
        nics: node
            .nics
            .iter()
            .enumerate()
            .map(|(index, nic)| Placed::at(nics.clone().index(index), nic.clone()))
            .collect(),
        disk: node.disk.clone(),
        labels: node
            .labels
            .iter()
            .map(|(key, value)| (key.clone(), Placed::at(labels.clone().key(key.as_str()), value.clone())))
            .collect(),
        ..Machine::at(Place::value(path))
    }
}

/// The extensions that the accelerator of a machine needs.
fn extensions(spec: &ClusterSpec, node: &Node) -> Option<Extensions> {
    let (_, value) = node.labels.iter().find(|(key, _)| key.as_str() == ACCELERATOR)?;
    let needs = spec.accelerators.get(value).filter(|needs| !needs.extensions.is_empty())?;
    let path = FieldPath::root().key("accelerators").key(value.as_str()).key("extensions");
    let names = needs.extensions.iter().enumerate();
    let names = names.map(|(index, name)| Placed::at(path.clone().index(index), name.clone())).collect();
    Some(Extensions { names, place: Place::key(path) })
}

fn network(network: &Network) -> SiteNetwork {
    let path = FieldPath::root().key("network");
    let nameservers: Vec<_> = network
        .nameservers
        .iter()
        .enumerate()
        .map(|(index, &address)| Placed::at(path.clone().key("nameservers").index(index), address))
        .collect();
    let gateway = network.gateway.map(|gateway| {
        ("the gateway".to_owned(), Placed::at(path.clone().key("gateway"), AddressRange::from(gateway)))
    });
    let resolvers = nameservers.iter().map(|server| {
        let range = AddressRange::from(server.value);
        ("a nameserver".to_owned(), Placed { value: range, place: server.place.clone() })
    });
    let reserved = network.reserved.iter().map(|(holder, &range)| {
        (format!("`{holder}`"), Placed::at(path.clone().key("reserved").key(holder.as_str()), range))
    });
    SiteNetwork {
        subnet: Some(Placed::at(path.clone().key("subnet"), network.subnet)),
        taken: gateway.into_iter().chain(resolvers).chain(reserved).collect(),
        nameservers,
    }
}

fn talos(talos: &Talos, has_cilium: bool) -> TalosSettings {
    let path = |key: &str| FieldPath::root().key("talos").key(key);
    let cni = if has_cilium { Cni::None } else { Cni::Flannel };
    TalosSettings {
        is_spec: true,
        allow_scheduling_on_control_planes: talos
            .allow_scheduling_on_control_planes
            .map(|allow| Placed::at(path("allowSchedulingOnControlPlanes"), allow)),
        cni: Placed::at(path("cni"), talos.cni.unwrap_or(cni)),
        kube_proxy: Placed::at(path("kubeProxy"), talos.kube_proxy.unwrap_or(!has_cilium)),
        kube_prism: Placed::at(path("kubePrism"), talos.kube_prism.unwrap_or_default()),
    }
}

/// The order that is known to be safe.
///
/// The heart of it is the hand-over of the pod network. Talos only ever creates what it installs and never
/// deletes it, and it would create a deleted flannel again as long as its configuration names one: so the
/// configuration changes first, then the leftovers go, then Cilium comes. And because pods have no network from
/// the deletion until Cilium runs, Cilium is made ready to install before anything is touched.
fn safe_order(from: ClusterState, estate: &Estate) -> Vec<StepId> {
    let cilium = estate.cilium.is_some();
    let running = from == ClusterState::Running;
    let talos = estate.talos.as_ref();
    let replaces = cilium && running && talos.is_some_and(|talos| talos.cni.value == Cni::None);
    let exposes = estate.cilium.as_ref().is_some_and(CiliumEstate::exposes);
    [
        (cilium, StepId::CiliumReady),
        (!running, StepId::CreateCluster),
        (running, StepId::NodeConfig),
        (
            running && estate.machines.iter().any(|machine| estate.accelerator(machine).is_some()),
            StepId::Accelerators,
        ),
        (replaces, StepId::CniNone),
        (replaces, StepId::RemoveFlannel),
        (replaces && talos.is_some_and(|talos| !talos.kube_proxy.value), StepId::RemoveKubeProxy),
        (cilium, StepId::CiliumInstall),
        (replaces, StepId::RestartPods),
        (exposes, StepId::Expose),
        (true, StepId::Verify),
    ]
    .into_iter()
    .filter_map(|(wanted, step)| wanted.then_some(step))
    .collect()
}
