//! The machines of a cluster, and what the repository says of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::yaml::Node;
use manifest::{FieldPath, Part, Place, Source};
use omni_client::resource::label;
use omni_client::scope::{ExtensionsConfigurations, Member};

use super::{Repository, assign};
use crate::effective::{Base, Effective, Machines};
use crate::estate::{Declared, Estate, Extensions, Host, Location, Machine, OmniEstate, Placed, Text};
use crate::spec::Role;

/// A machine with what finds its patches.
pub(super) struct Found {
    pub(super) machine: Machine,
    /// Its id to Omni; the path of its file for one that is not Omni's.
    key: String,
    set: String,
    base: Base,
}

/// The machines of a cluster: those of its sets, those that patches and lists name, those of the spec, and whole
/// configurations that name the cluster.
pub(super) fn of(
    repository: &Repository,
    cluster: &str,
    omni: &OmniEstate,
    facts: Option<&Estate>,
) -> Vec<Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for declared in &omni.nodes {
        let Declared { value, at } = &**declared;
        let place = at.place(&inner(at, "metadata.id"), Part::Value);
        let role = role_of(&value.metadata);
        let set = value.metadata.label(label::MACHINE_SET).unwrap_or_default();
        found.entry(value.id().to_owned()).or_insert_with(|| omni_machine(value.id(), place, role, set));
    }
    let patches = omni.patches.iter().map(|patch| (&patch.resource.metadata, &patch.at));
    let lists = omni.extensions.iter().map(|list| (&list.value.metadata, &list.at));
    for (metadata, at) in patches.chain(lists) {
        for key in [label::CLUSTER_MACHINE, label::MACHINE] {
            let Some(id) = metadata.label(key).filter(|id| !id.is_empty()) else { continue };
            let path = FieldPath::root().keys("metadata.labels").key(key);
            found
                .entry(id.to_owned())
                .or_insert_with(|| omni_machine(id, at.place(&path, Part::Value), None, ""));
        }
    }
    for declared in facts.iter().flat_map(|facts| &facts.machines) {
        let Some(id) = &declared.id else { continue };
        let id = id.value.as_str();
        let known = found
            .entry(id.to_owned())
            .or_insert_with(|| omni_machine(id, declared.place.clone(), declared.role, ""));
        known.machine.name.clone_from(&declared.name);
        known.machine.place.clone_from(&declared.place);
        known.machine.id.clone_from(&declared.id);
        known.machine.role = known.machine.role.or(declared.role);
        known.machine.addresses.clone_from(&declared.addresses);
        known.machine.nics.clone_from(&declared.nics);
        known.machine.disk.clone_from(&declared.disk);
    }
    for known in found.values_mut() {
        known.base = Base::Generated(known.machine.role);
        if known.set.is_empty() {
            known.set = match known.machine.role {
                Some(Role::ControlPlane) => format!("{cluster}-control-planes"),
                Some(Role::Worker) => format!("{cluster}-workers"),
                None => String::new(),
            };
        }
    }
    let mut found: Vec<Found> = found.into_values().collect();
    found.extend(repository.configurations.iter().filter_map(|document| written(document, cluster)));
    found
}

fn omni_machine(id: &str, place: Place, role: Option<Role>, set: &str) -> Found {
    let machine = Machine {
        name: id.to_owned(),
        id: id.parse().ok().map(|value| Placed { value, place: place.clone() }),
        role,
        ..Machine::at(place)
    };
    Found { machine, key: id.to_owned(), set: set.to_owned(), base: Base::Generated(role) }
}

/// A machine that is declared by its whole configuration.
fn written(document: &Arc<manifest::yaml::Document>, cluster: &str) -> Option<Found> {
    let root = document.root();
    let text = |section: &str, key: &str| root.get(section)?.get(key).and_then(Node::as_text);
    if assign::cluster_of(document) != cluster {
        return None;
    }
    let source: Source = document.source().clone();
    let at = Location::of(Arc::clone(document));
    let role = match text("machine", "type") {
        Some("controlplane" | "init") => Some(Role::ControlPlane),
        Some("worker") => Some(Role::Worker),
        _ => None,
    };
    let machine = Machine { name: source.name().to_owned(), role, ..Machine::at(at.whole()) };
    let key = source.name().to_owned();
    Some(Found { machine, key, set: String::new(), base: Base::Written(Text { source, host: Host::File }) })
}

/// The machines as Omni looks for what reaches them.
pub(super) fn members<'f>(found: &'f [Found], cluster: &'f str) -> Machines<'f> {
    let member = |found: &'f Found| Member::new(&found.key, cluster, &found.set);
    let machines =
        found.iter().map(|found| (member(found), found.base.clone(), found.machine.place.clone())).collect();
    Machines { machines }
}

fn role_of(metadata: &omni_client::resource::Metadata) -> Option<Role> {
    if metadata.label(label::ROLE_CONTROL_PLANE).is_some() {
        return Some(Role::ControlPlane);
    }
    metadata.label(label::ROLE_WORKER).map(|_| Role::Worker)
}

/// Fills in what configurations, lists of extensions and kernel arguments say of each machine.
pub(super) fn fill(estate: &mut Estate, omni: &OmniEstate) {
    let lists = ExtensionsConfigurations::new(omni.extensions.iter().map(|list| &list.value));
    let arguments: BTreeMap<&str, &Declared<_>> =
        omni.kernel_args.iter().map(|declared| (declared.value.id(), &**declared)).collect();
    let nodes: BTreeMap<&str, &Declared<_>> =
        omni.nodes.iter().rev().map(|declared| (declared.value.id(), &**declared)).collect();
    let declared: BTreeMap<*const _, &Declared<_>> =
        omni.extensions.iter().map(|list| (std::ptr::from_ref(&list.value), &**list)).collect();
    let sets: Vec<(usize, String)> = estate
        .machines
        .iter()
        .enumerate()
        .map(|(index, machine)| {
            let of_role = match machine.role {
                Some(Role::ControlPlane) => format!("{}-control-planes", estate.name),
                _ => format!("{}-workers", estate.name),
            };
            let node = machine.id.as_ref().and_then(|id| nodes.get(id.value.as_str()));
            let set = node.and_then(|node| node.value.metadata.label(label::MACHINE_SET));
            (index, set.map_or(of_role, str::to_owned))
        })
        .collect();
    for (index, set) in sets {
        let Some(machine) = estate.machines.get_mut(index) else { continue };
        let Some(id) = machine.id.clone() else { continue };
        machine.set = Some(set.clone());
        let member = Member::new(id.value.as_str(), &estate.name, &set);
        machine.extensions = lists
            .of(member)
            .and_then(|chosen| Some(extensions(declared.get(&std::ptr::from_ref(chosen.configuration))?)));
        if let Some(declared) = arguments.get(id.value.as_str()) {
            let path = inner(&declared.at, "spec.args");
            let args = declared.value.spec.args.iter().enumerate();
            machine.kernel_args = args
                .map(|(index, arg)| Placed {
                    value: arg.clone(),
                    place: declared.at.place(&path.clone().index(index), Part::Value),
                })
                .collect();
        }
    }
    let Estate { machines, effective, .. } = estate;
    for (index, effective) in effective.iter().enumerate() {
        for &number in &effective.machines {
            if let Some(machine) = machines.get_mut(number) {
                machine.effective = Some(index);
                of_configuration(machine, effective);
            }
        }
    }
}

fn extensions(
    declared: &Declared<omni_client::resource::Resource<omni_client::resource::ExtensionsConfiguration>>,
) -> Extensions {
    let path = inner(&declared.at, "spec.extensions");
    let names = declared.value.spec.extensions.iter().enumerate();
    let name = |(index, name): (usize, &String)| Placed {
        value: name.clone(),
        place: declared.at.place(&path.clone().index(index), Part::Value),
    };
    Extensions { names: names.map(name).collect(), place: declared.at.place(&path, Part::Key) }
}

/// The path of a part of a resource; the part of a template that stands for the resource is the part itself.
fn inner(at: &Location, keys: &str) -> FieldPath {
    if at.base.is_root() { FieldPath::root().keys(keys) } else { FieldPath::root() }
}

/// Name, addresses and labels, as the configuration has them.
fn of_configuration(machine: &mut Machine, effective: &Effective) {
    let Some(facts) = effective.facts() else { return };
    let has_name = machine.id.as_ref().is_some_and(|id| id.value.as_str() != machine.name);
    if let Some(hostname) = facts.hostname.as_ref().filter(|_| !has_name) {
        machine.name.clone_from(hostname);
    }
    machine.labels = Arc::clone(&facts.labels);
    if machine.addresses.is_empty() {
        machine.addresses.clone_from(&facts.addresses);
    }
}
