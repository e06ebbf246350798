//! Settings of Talos that other layers depend on, as the configurations have them.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use talos_config::Minor;

use crate::effective::Effective;
use crate::estate::{Estate, Placed, TalosSettings, differing};
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
        is_spec: false,
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

/// The addresses that were taken at the latest look, with what says so.
#[derive(Default)]
pub(super) struct Taken {
    declared: Vec<(String, Placed<AddressRange>)>,
    configurations: Vec<Arc<Effective>>,
    all: Vec<(String, Placed<AddressRange>)>,
}

impl Taken {
    /// Adds the addresses that are taken by what the configurations name. Nearly all configurations name those that they
    /// named at the latest look.
    pub(super) fn add(&mut self, estate: &mut Estate) {
        let (before, now) = differing(&self.configurations, &estate.effective);
        let is_same = self.declared == estate.network.taken
            && before.len() == now.len()
            && before.iter().zip(now).all(|(before, now)| {
                before.facts().map(|facts| &facts.taken) == now.facts().map(|facts| &facts.taken)
            });
        if !is_same {
            self.all.clone_from(&estate.network.taken);
            let mut seen: BTreeSet<(IpAddr, IpAddr)> = BTreeSet::new();
            seen.extend(self.all.iter().map(|(_, known)| (known.value.start(), known.value.end())));
            let mut is_new = |range: &AddressRange| seen.insert((range.start(), range.end()));
            let facts = estate.effective.iter().filter_map(|effective| effective.facts());
            let taken = facts.flat_map(|facts| &facts.taken).filter(|(_, range)| is_new(&range.value));
            self.all.extend(taken.map(|(holder, range)| ((*holder).to_owned(), range.clone())));
        }
        self.configurations.clone_from(&estate.effective);
        self.declared = std::mem::replace(&mut estate.network.taken, self.all.clone());
    }
}
