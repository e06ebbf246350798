//! From a repository that nobody generated to the spec that says the same.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};

use cilium_values::resource::{Kind as _, LoadBalancerIpPoolSpec};
use cilium_values::talos::{Preset, TalosMinor};
use cilium_values::{CiliumVersion, Values};
use indexmap::IndexMap;
use manifest::yaml::{self, Layout as Style, Reading, WriteError};
use manifest::{FieldPath, Map, Segment, Source, Value};
use serde::Serialize;
use talos_config::ParseVersionError;

use super::Repository;
use crate::estate::{ACCELERATOR, CiliumEstate, Estate, ExposedService, Field, Machine};
use crate::generate;
use crate::plan::{Declared, ResourceId};
use crate::scalar::{LabelKey, LabelValue, Name, ParseError};
use crate::spec::{
    self, Accelerator, AddressAnnotation, Cilium, ClusterSpec, Cni, Expose, L2Policy, LabelRule, Network,
    Node, Role, ServicePort, Talos, Versions,
};

/// A spec that says what a repository declares about a cluster, as far as a spec can say it.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The text of the spec, with a comment at its head. It has no key where the repository says nothing.
    pub text: String,
    /// What the spec has to say and the repository does not, to be filled in by somebody who knows.
    pub missing: Vec<FieldPath>,
    /// Every resource, values file and object of the repository about this cluster.
    pub pieces: Vec<Piece>,
}

/// A piece of a repository, and whether the spec says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Which resource.
    pub resource: ResourceId,
    /// The file that declares it.
    pub file: String,
    /// Where the spec stands to it.
    pub expressed: Expressed,
}

/// Where a spec stands to a piece of a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Expressed {
    /// What is generated from the spec is the same.
    Yes,
    /// What is generated from the spec has the same name and says something else.
    Differs,
    /// The spec has no word for it; it stays as it is.
    No,
}

impl Imported {
    /// The spec of a cluster, by its estate.
    ///
    /// The files that declare the cluster stay as they are, whatever the spec says; the spec is one more.
    ///
    /// Fails where the cluster has no name that a spec could have, or a value cannot be written as YAML.
    pub fn of(estate: &Estate) -> Result<Self, ImportError> {
        let Draft { spec, missing, .. } = Draft::new(estate)?;
        let pieces = pieces(estate, &spec)?;
        Ok(Self { text: text(&spec, &missing)?, missing, pieces })
    }
}

/// Why there is no spec.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The name of the cluster is none that a spec could have.
    #[error("the cluster cannot have a spec")]
    Name(#[from] ParseError),
    /// A version is none that a spec could have.
    #[error("the versions of the cluster cannot be in a spec")]
    Version(#[from] ParseVersionError),
    /// A value cannot be written.
    #[error("a value cannot be written as YAML")]
    Write(#[from] WriteError),
}

/// A spec that is being filled. What is not known has a value that means nothing and is listed.
struct Draft<'e> {
    estate: &'e Estate,
    spec: ClusterSpec,
    missing: Vec<FieldPath>,
}

impl<'e> Draft<'e> {
    fn new(estate: &'e Estate) -> Result<Self, ImportError> {
        let spec = ClusterSpec {
            name: estate.name.parse()?,
            versions: Versions { talos: "1.12.0".parse()?, kubernetes: "1.34.0".parse()?, cilium: None },
            labels: BTreeMap::new(),
            accelerators: BTreeMap::new(),
            network: Network {
                subnet: "192.0.2.0/24".parse()?,
                gateway: None,
                nameservers: Vec::new(),
                reserved: BTreeMap::new(),
            },
            talos: Talos::default(),
            nodes: IndexMap::new(),
            cilium: None,
            rollout: spec::Rollout::default(),
            access: estate.access.clone(),
            layout: spec::Layout::default(),
        };
        let mut draft = Self { estate, spec, missing: Vec::new() };
        draft.versions();
        draft.network();
        draft.talos();
        draft.machines();
        draft.cilium();
        Ok(draft)
    }

    fn versions(&mut self) {
        let declared = &self.estate.versions;
        let path = |key: &str| FieldPath::root().key("versions").key(key);
        let Versions { talos, kubernetes, cilium } = &mut self.spec.versions;
        match &declared.talos {
            Some(version) => talos.clone_from(&version.value),
            None => self.missing.push(path("talos")),
        }
        match &declared.kubernetes {
            Some(version) => kubernetes.clone_from(&version.value),
            None => self.missing.push(path("kubernetes")),
        }
        *cilium = declared.cilium.as_ref().map(|version| version.value.clone());
        if cilium.is_none() && self.estate.cilium.as_ref().is_some_and(|cilium| cilium.is_installed) {
            *cilium = Some(cilium_version(self.estate));
            self.missing.push(path("cilium"));
        }
    }

    fn network(&mut self) {
        let declared = &self.estate.network;
        let network = &mut self.spec.network;
        match &declared.subnet {
            Some(subnet) => network.subnet = subnet.value,
            None => self.missing.push(FieldPath::root().keys("network.subnet")),
        }
        let mut said = self.estate.effective.iter().map(|effective| {
            let servers = effective.get("machine.network.nameservers");
            let servers = servers.iter().flat_map(Field::items);
            servers.filter_map(|server| server.text()?.parse().ok()).collect::<Vec<_>>()
        });
        // Those of all machines; where they differ, no spec could say so.
        if let Some(first) = said.next().filter(|first| said.all(|servers| servers == *first)) {
            network.nameservers = first;
        }
    }

    fn talos(&mut self) {
        let Some(declared) = &self.estate.talos else { return };
        // What a spec means where it says nothing.
        let has_cilium = self.estate.cilium.as_ref().is_some_and(|cilium| cilium.is_installed);
        let (cni, proxy) = if has_cilium { (Cni::None, false) } else { (Cni::Flannel, true) };
        self.spec.talos = Talos {
            allow_scheduling_on_control_planes: declared
                .allow_scheduling_on_control_planes
                .as_ref()
                .map(|allow| allow.value),
            cni: Some(declared.cni.value).filter(|plugin| *plugin != cni),
            kube_proxy: Some(declared.kube_proxy.value).filter(|runs| *runs != proxy),
            kube_prism: Some(declared.kube_prism.value).filter(|prism| *prism != spec::KubePrism::default()),
        };
    }

    fn machines(&mut self) {
        let mut nodes: IndexMap<Name, Node> = IndexMap::new();
        for machine in &self.estate.machines {
            let Some(id) = machine.id.as_ref().map(|id| id.value.clone()) else { continue };
            let Some(name) = name(self.estate, machine).filter(|name| !nodes.contains_key(name)) else {
                continue;
            };
            let path = FieldPath::root().key("nodes").key(name.as_str());
            if machine.role.is_none() {
                self.missing.push(path.clone().key("role"));
            }
            if machine.addresses.is_empty() {
                self.missing.push(path.key("address"));
            }
            let node = Node {
                id,
                role: machine.role.unwrap_or(Role::Worker),
                address: machine.addresses.first().map_or(PLACEHOLDER, |address| address.value),
                nics: machine.nics.iter().map(|nic| nic.value.clone()).collect(),
                disk: disk(self.estate, machine),
                labels: machine
                    .labels
                    .iter()
                    .map(|(key, value)| (key.clone(), value.value.clone()))
                    .collect(),
            };
            nodes.insert(name, node);
        }
        let keys: BTreeSet<LabelKey> = nodes.values().flat_map(|node| node.labels.keys().cloned()).collect();
        self.spec.labels = match &self.estate.vocabulary {
            Some(vocabulary) => vocabulary.clone(),
            None => keys.into_iter().map(|key| (key, LabelRule::default())).collect(),
        };
        self.spec.accelerators = if self.estate.accelerators.is_empty() {
            accelerators(self.estate)
        } else {
            self.estate.accelerators.clone()
        };
        self.spec.nodes = nodes;
    }

    fn cilium(&mut self) {
        let Some(declared) = self.estate.cilium.as_ref().filter(|cilium| cilium.is_installed) else { return };
        let mut cilium = Cilium { values: self.values(declared), ..Cilium::default() };
        for pool in &declared.pools {
            if let Ok(name) = pool.name.parse::<Name>() {
                cilium.pools.insert(name, pool.blocks.iter().map(|block| block.value).collect());
            }
        }
        for policy in &declared.policies {
            if let Ok(name) = policy.name.parse::<Name>() {
                let l2 = L2Policy {
                    interfaces: policy.spec.interfaces.clone(),
                    external_ips: policy.spec.external_ips.unwrap_or_default(),
                    load_balancer_ips: policy.spec.load_balancer_ips.unwrap_or_default(),
                };
                cilium.l2.insert(name, l2);
            }
        }
        for service in &declared.services {
            cilium.expose.extend(exposed(service));
        }
        self.spec.cilium = Some(cilium);
    }

    /// The values without those that Talos requires, over which a spec lays its own.
    fn values(&self, declared: &CiliumEstate) -> Values {
        let minor = self.spec.versions.talos.minor().unwrap_or_default();
        let version = self.spec.versions.cilium.clone().unwrap_or_else(|| cilium_version(self.estate));
        let talos = self.estate.talos.as_ref();
        let port = talos.map_or(spec::KubePrism::default(), |talos| talos.kube_prism.value).port;
        let mut preset =
            Preset::new(TalosMinor::new(minor.number().into()), &version).api_server("localhost", port);
        if talos.is_some_and(|talos| talos.kube_proxy.value) {
            preset = preset.with_kube_proxy();
        }
        let all = yaml::to_value(&declared.values).ok().zip(yaml::to_value(&preset.values()).ok());
        let own = all.and_then(|(all, preset)| of_value(&without(all, &preset)));
        own.unwrap_or_else(|| declared.values.clone())
    }
}

/// The version of Cilium where none is declared: the newest that takes the pools as they are written.
fn cilium_version(estate: &Estate) -> CiliumVersion {
    let newest = estate.versions.cilium_or_newest();
    let Some(pool) = estate.of_kind("CiliumLoadBalancerIPPool").next() else { return newest };
    let takes =
        |version: &CiliumVersion| LoadBalancerIpPoolSpec::api_version(version) == Some(&*pool.api_version);
    (16..=20).rev().map(|minor| CiliumVersion::new(1, minor, 0)).find(takes).unwrap_or(newest)
}

/// The address of a machine whose address nobody says; no artifact has it.
const PLACEHOLDER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));

/// Which name a machine gets: its own, or the one in the ids of patches that frank has generated for it.
fn name(estate: &Estate, machine: &Machine) -> Option<Name> {
    let id = machine.id.as_ref()?.value.as_str();
    if machine.name != id
        && let Ok(name) = machine.name.parse()
    {
        return Some(name);
    }
    let of_patch = estate.effective_of(machine).and_then(|effective| {
        let mut ids = effective.applied.iter().map(|applied| &*applied.id);
        ids.find_map(|id| {
            id.strip_prefix("200-labels-").or_else(|| id.strip_prefix("300-modules-"))?.parse().ok()
        })
    });
    of_patch.or_else(|| id.parse().ok())
}

/// The disk to install on, if a patch says it.
fn disk(estate: &Estate, machine: &Machine) -> Option<String> {
    let said = estate.effective_of(machine).and_then(|effective| effective.get("machine.install.disk"));
    said.and_then(|disk| disk.text().filter(|disk| !disk.is_empty()).map(str::to_owned))
        .or_else(|| machine.disk.clone())
}

/// What all machines with the same value of the label `accelerator` have: extensions, modules, kernel parameters.
fn accelerators(estate: &Estate) -> BTreeMap<LabelValue, Accelerator> {
    let mut found: BTreeMap<LabelValue, Accelerator> = BTreeMap::new();
    for machine in &estate.machines {
        let Some(value) = machine.label(ACCELERATOR) else { continue };
        let needs = needs(estate, machine);
        let known = found.entry(value.value.clone()).or_insert_with(|| needs.clone());
        known.extensions.retain(|name| needs.extensions.contains(name));
        known.modules.retain(|name| needs.modules.contains(name));
        known.sysctls.retain(|key, value| needs.sysctls.get(key) == Some(value));
    }
    found
}

fn needs(estate: &Estate, machine: &Machine) -> Accelerator {
    let effective = estate.effective_of(machine);
    let get = |keys: &str| effective.and_then(|effective| effective.get(keys));
    let modules = get("machine.kernel.modules");
    let modules = modules.iter().flat_map(Field::items).filter_map(|module| module.get("name").text());
    let sysctls = get("machine.sysctls");
    let sysctls = sysctls.iter().flat_map(Field::entries);
    Accelerator {
        extensions: machine
            .extensions
            .iter()
            .flat_map(|list| &list.names)
            .map(|name| name.value.clone())
            .collect(),
        modules: modules.map(str::to_owned).collect(),
        sysctls: sysctls
            .map(|(key, value)| (key.to_owned(), value.text().unwrap_or_default().to_owned()))
            .collect(),
    }
}

/// A service as a spec says it; none where it has no name for it.
fn exposed(service: &ExposedService) -> Option<(Name, Expose)> {
    let name: Name = service.name().strip_suffix(generate::SERVICE_SUFFIX)?.parse().ok()?;
    let object = &service.object;
    let old = object.metadata.annotations.contains_key(AddressAnnotation::Legacy.key());
    let port = |port: &cilium_values::resource::ServicePort| {
        let target = port.target_port.as_ref().and_then(|target| match target {
            cilium_values::values::common::IntOrText::Int(number) => u16::try_from(*number).ok(),
            cilium_values::values::common::IntOrText::Text(_) => None,
        });
        Some(ServicePort {
            name: port.name.as_ref()?.parse().ok()?,
            port: port.port,
            target_port: target.filter(|target| *target != port.port),
        })
    };
    let selector = object.spec.selector.iter();
    let expose = Expose {
        address: service.addresses.first().map(|address| address.value),
        annotation: if old { AddressAnnotation::Legacy } else { AddressAnnotation::Current },
        namespace: object.metadata.namespace.as_ref().and_then(|namespace| namespace.parse().ok()),
        selector: selector
            .filter_map(|(key, value)| Some((key.parse().ok()?, value.parse().ok()?)))
            .collect(),
        ports: object.spec.ports.iter().map(port).collect::<Option<_>>()?,
    };
    Some((name, expose))
}

/// Every piece of a cluster, with whether what is generated from the spec says the same.
fn pieces(estate: &Estate, spec: &ClusterSpec) -> Result<Vec<Piece>, WriteError> {
    let artifacts = generate::artifacts(&generate::estate(spec), spec)?;
    let files = artifacts.into_iter().map(|artifact| (artifact.path, artifact.text.into_bytes()));
    let (there, here) = (Declared::of_estate(estate), Declared::read(&Repository::read(files)));
    Ok(there
        .pieces()
        .map(|(resource, file)| Piece {
            expressed: match here.says_same(&there, resource) {
                Some(true) => Expressed::Yes,
                Some(false) => Expressed::Differs,
                None => Expressed::No,
            },
            resource: resource.clone(),
            file: file.to_owned(),
        })
        .collect())
}

/// The text of a spec without the values that are missing.
fn text(spec: &ClusterSpec, missing: &[FieldPath]) -> Result<String, WriteError> {
    let mut value = yaml::to_value(spec)?;
    for path in missing {
        remove(&mut value, path.segments());
    }
    let mut text = format!("# The cluster {}, as its repository declares it.\n", spec.name);
    if !missing.is_empty() {
        text.push_str("# The repository does not say these, and `frank check` asks for them:\n");
        text.extend(missing.iter().map(|path| format!("#   {path}\n")));
    }
    Ok(text + &yaml::to_string(&value, &Style::default())?)
}

fn of_value<T: serde::de::DeserializeOwned>(value: &Value) -> Option<T> {
    let text = yaml::to_string(value, &Style::default()).ok()?;
    yaml::parse(&Source::new("", text)).ok()?.first()?.decode(Reading::Json).value
}

fn remove(value: &mut Value, path: &[Segment]) {
    let (Value::Mapping(map), Some((Segment::Key(key), rest))) = (value, path.split_first()) else { return };
    if rest.is_empty() {
        map.remove(key);
    } else if let Some(value) = map.get_mut(key) {
        remove(value, rest);
    }
}

/// A value without what another one says the same; mappings are compared key by key.
fn without(value: Value, other: &Value) -> Value {
    let (Value::Mapping(map), Value::Mapping(other)) = (&value, other) else { return value };
    let kept = map.iter().filter_map(|(key, value)| match other.get(key) {
        Some(same) if same == value => None,
        Some(base @ Value::Mapping(_)) => Some((key.to_owned(), without(value.clone(), base))),
        _ => Some((key.to_owned(), value.clone())),
    });
    Value::Mapping(kept.collect::<Map>())
}
