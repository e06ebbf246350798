//! The estate of each cluster of a repository.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use cilium_values::resource::{L2AnnouncementPolicySpec, LoadBalancerIpPoolSpec, Object, Service};
use cilium_values::talos::{TalosMinor, preset};
use cilium_values::values::common::ServiceType;
use cilium_values::{Values, lb};
use manifest::yaml::Reading;
use manifest::{FieldPath, Part, Place};
use serde::de::DeserializeOwned;

use super::assign::{self, Clusters};
use super::kept::OfCluster;
use super::spec_file::SpecFile;
use super::{Repository, machines, settings};
use crate::effective;
use crate::estate::{
    AnnouncementPolicy, CiliumEstate, Declared, DeclaredPattern, Estate, ExposedService, HelmRelease,
    LoadBalancerPool, Location, Lookup, Manifest, OmniEstate, Placed, Versions,
};
use crate::scalar::AddressRange;

/// The estates, by the names of their clusters.
pub(super) fn estates(repository: &Repository) -> Vec<Estate> {
    let clusters = Clusters::of(repository);
    repository.kept.forget_all_but(&clusters.names().collect());
    clusters
        .names()
        .map(|name| repository.kept.with(name, |kept| estate(repository, &clusters, name, kept)))
        .collect()
}

fn estate(repository: &Repository, clusters: &Clusters, name: &str, kept: &mut OfCluster) -> Estate {
    let is_of_this = |spec: &&Arc<SpecFile>| spec.estate.as_ref().is_some_and(|estate| estate.name == name);
    let spec = repository.spec.as_ref().filter(is_of_this);
    let facts = spec.and_then(|spec| spec.estate.as_ref());
    let omni = omni(repository, clusters, name, kept);
    // Files of one directory belong to the same clusters.
    let known: RefCell<BTreeMap<String, bool>> = RefCell::default();
    let owned = |path: &str| {
        let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
        if let Some(&owns) = known.borrow().get(directory) {
            return owns;
        }
        let owns = clusters.owns(name, path);
        known.borrow_mut().insert(directory.to_owned(), owns);
        owns
    };
    let manifests: Vec<Manifest> =
        repository.manifests.iter().filter(|manifest| owned(assign::path_of(manifest))).cloned().collect();
    let releases: Vec<HelmRelease> = repository
        .releases
        .iter()
        .filter(|release| owned(assign::path_of_release(release)))
        .cloned()
        .collect();
    let mut versions = versions(&omni);
    let chart = cilium_release(&releases);
    versions.cilium = chart.and_then(|release| {
        let version = release.version.as_ref()?;
        Some(Placed { value: version.value.parse().ok()?, place: version.place.clone() })
    });
    if let Some(facts) = facts {
        versions.fill(&facts.versions);
    }
    let place = omni.clusters.first().map(|cluster| cluster.at.whole());
    let mut estate = Estate { name: name.to_owned(), machines_place: place, versions, ..Estate::empty() };
    if let Some(facts) = facts {
        estate.vocabulary.clone_from(&facts.vocabulary);
        estate.accelerators.clone_from(&facts.accelerators);
        estate.machines_place.clone_from(&facts.machines_place);
        estate.network.clone_from(&facts.network);
        estate.rollout.clone_from(&facts.rollout);
        estate.access.clone_from(&facts.access);
    }
    let is_written = repository.configurations.iter().any(|document| assign::cluster_of(document) == name);
    match facts.filter(|_| omni.is_empty() && !is_written) {
        // Nothing but the spec says anything of the machines.
        Some(facts) => {
            estate.machines.clone_from(&facts.machines);
            estate.talos.clone_from(&facts.talos);
        }
        None => configure(&mut estate, repository, &omni, spec, kept),
    }
    estate.cilium =
        cilium(&estate.versions, chart, &manifests).or_else(|| facts.and_then(|facts| facts.cilium.clone()));
    estate.omni = omni;
    estate.manifests = manifests;
    estate.releases = releases;
    estate.files = if clusters.is_single() {
        Arc::clone(&repository.files)
    } else {
        Arc::new(repository.files.iter().filter(|file| owned(&file.path)).cloned().collect())
    };
    estate
}

/// Finds the machines and the configuration of each.
fn configure(
    estate: &mut Estate,
    repository: &Repository,
    omni: &OmniEstate,
    spec: Option<&Arc<SpecFile>>,
    kept: &mut OfCluster,
) {
    let minor = estate.versions.talos_minor();
    let (found, is_same) = kept.machines.of(repository, &estate.name, omni, spec);
    let members = machines::members(&found, &estate.name);
    estate.effective =
        effective::effective(&members, &omni.patches, minor, is_same, &mut kept.configurations);
    kept.machines.fill(estate, omni);
    let facts = spec.and_then(|spec| spec.estate.as_ref());
    estate.talos = settings::talos(estate).or_else(|| facts?.talos.clone());
    kept.taken.add(estate);
}

/// Resources of one cluster, and those that name none where there is no other cluster; each once.
fn omni(repository: &Repository, clusters: &Clusters, name: &str, kept: &mut OfCluster) -> OmniEstate {
    let mut omni = repository.omni.clone();
    if !clusters.is_single() {
        omni.retain(|metadata| match assign::name_of(metadata) {
            Some(cluster) => cluster == name,
            None => repository.omni.clusters.len() < 2,
        });
    }
    kept.patches.leave_one(&mut omni.patches);
    kept.lists.leave_one(&mut omni.extensions);
    omni
}

fn versions(omni: &OmniEstate) -> Versions {
    let mut versions = Versions::default();
    let Some(Declared { value, at }) = omni.clusters.first().map(|cluster| &**cluster) else {
        return versions;
    };
    let place = |resource: &str, template: &str| {
        let of_template = FieldPath::root().keys(template);
        if at.get(&of_template).is_some() { at.place(&of_template, Part::Value) } else { at.at(resource) }
    };
    let talos = place("spec.talosversion", "talos.version");
    versions.talos = value.spec.talos_version.parse().ok().map(|value| Placed { value, place: talos });
    let kubernetes = place("spec.kubernetesversion", "kubernetes.version");
    versions.kubernetes =
        value.spec.kubernetes_version.parse().ok().map(|value| Placed { value, place: kubernetes });
    versions
}

/// The release of Cilium's chart: one that is installed before one whose values merely lie there.
fn cilium_release(releases: &[HelmRelease]) -> Option<&HelmRelease> {
    let mut cilium = releases.iter().filter(|release| release.chart == "cilium");
    let first = cilium.clone().next();
    cilium.find(|release| release.installed_by.is_some()).or(first)
}

fn cilium(versions: &Versions, chart: Option<&HelmRelease>, manifests: &[Manifest]) -> Option<CiliumEstate> {
    let pools: Vec<_> = manifests.iter().filter_map(pool).collect();
    let policies: Vec<_> = manifests.iter().filter_map(policy).collect();
    if chart.is_none() && pools.is_empty() && policies.is_empty() {
        return None;
    }
    let layers = chart.map(|release| release.values.clone()).unwrap_or_default();
    let read = |at: &crate::estate::Location| -> Option<Values> {
        at.document.decode_at(at.node()?, &at.base, Reading::Json).value
    };
    let is_partial = chart.is_some_and(|release| release.is_partial);
    let base = if chart.is_some() && !is_partial {
        Values::default()
    } else {
        // What is not declared here is taken to be right.
        let talos = TalosMinor::new(versions.talos_minor().number().into());
        preset(talos, &versions.cilium_or_newest())
    };
    let values = layers.iter().filter_map(read).fold(base, |base, over| over.laid_over(&base));
    let services = manifests.iter().filter_map(service).collect();
    Some(CiliumEstate {
        values,
        values_at: Lookup::Documents(layers),
        is_installed: chart
            .is_some_and(|release| !release.values.is_empty() || release.installed_by.is_some()),
        is_partial,
        installed_at: chart.and_then(|release| release.installed_by.as_ref()).map(Location::whole),
        pools,
        policies,
        services,
    })
}

fn decode<T: DeserializeOwned>(manifest: &Manifest, kind: &str) -> Option<Object<T>> {
    if manifest.kind != kind {
        return None;
    }
    let decoded = manifest.at.document.decode_at(manifest.at.node()?, &manifest.at.base, Reading::Json);
    decoded.value
}

fn pool(manifest: &Manifest) -> Option<LoadBalancerPool> {
    let object: Object<LoadBalancerIpPoolSpec> = decode(manifest, "CiliumLoadBalancerIPPool")?;
    let blocks = object.spec.blocks.iter().enumerate().filter_map(|(index, block)| {
        let one = LoadBalancerIpPoolSpec { blocks: vec![block.clone()], ..LoadBalancerIpPoolSpec::default() };
        let pool = lb::Pool::new("", &one).ok()?;
        let read = pool.blocks().first()?;
        let value = AddressRange::new(read.first(), read.last()).ok()?;
        let path = FieldPath::root().keys("spec.blocks").index(index);
        Some(Placed { value, place: manifest.at.place(&path, Part::Value) })
    });
    Some(LoadBalancerPool {
        name: manifest.name.clone(),
        place: manifest.place(),
        blocks: blocks.collect(),
        spec: object.spec,
    })
}

fn policy(manifest: &Manifest) -> Option<AnnouncementPolicy> {
    let object: Object<L2AnnouncementPolicySpec> = decode(manifest, "CiliumL2AnnouncementPolicy")?;
    let interfaces = object.spec.interfaces.iter().enumerate().map(|(index, pattern)| {
        let path = FieldPath::root().keys("spec.interfaces").index(index);
        Placed { value: DeclaredPattern::new(pattern), place: manifest.at.place(&path, Part::Value) }
    });
    Some(AnnouncementPolicy {
        name: manifest.name.clone(),
        place: manifest.place(),
        interfaces: interfaces.collect(),
        spec: object.spec,
    })
}

fn service(manifest: &Manifest) -> Option<ExposedService> {
    let object: Service = decode(manifest, "Service").filter(|_| manifest.api_version == "v1")?;
    let is_exposed =
        object.spec.type_ == Some(ServiceType::LoadBalancer) || !object.spec.external_ips.is_empty();
    if !is_exposed {
        return None;
    }
    let annotations = FieldPath::root().keys("metadata.annotations");
    let annotation = ["lbipam.cilium.io/ips", "io.cilium/lb-ipam-ips"]
        .into_iter()
        .map(|key| annotations.clone().key(key))
        .find(|path| manifest.at.get(path).is_some());
    let place: Place = match annotation {
        Some(path) => manifest.at.place(&path, Part::Value),
        None => manifest.at.at("spec.loadBalancerIP"),
    };
    let asked = lb::asked(&object).addresses;
    let addresses = asked.into_iter().map(|value| Placed { value, place: place.clone() }).collect();
    Some(ExposedService { place: manifest.place(), object, addresses })
}
