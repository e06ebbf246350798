//! A cluster written in Rust.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::net::IpAddr;
use std::str::FromStr;

use indexmap::IndexMap;
use manifest::yaml::rules::{DUPLICATE_KEY, INVALID_VALUE, MISSING_KEY};
use manifest::{FieldPath, Finding, Place};

use crate::cluster::{Cluster, Invalid};
use crate::scalar::{LabelKey, LabelValue, Name};
use crate::spec::{
    Accelerator, Access, Cilium, ClusterSpec, LabelRule, Layout, Network, Node, Role, Rollout, Talos,
    Versions,
};

/// A cluster on its way: texts go in, and [`ClusterBuilder::build`] says everything that is wrong with them at
/// once.
///
/// ```
/// use cluster_model::{Cluster, MachineBuilder};
///
/// let cluster = Cluster::builder("lab")
///     .versions("1.12.6", "1.35.3", "1.17.0")
///     .subnet("192.168.1.0/24")
///     .machine(MachineBuilder::control_plane("cp-1", "11111111-1111-4111-8111-111111111111", "192.168.1.11"))
///     .build()?;
/// assert_eq!(cluster.spec().nodes.len(), 1);
/// # Ok::<(), cluster_model::Invalid>(())
/// ```
#[derive(Clone, Debug)]
pub struct ClusterBuilder {
    name: Option<Name>,
    versions: Option<Versions>,
    subnet: Option<crate::scalar::Subnet>,
    nameservers: Vec<IpAddr>,
    gateway: Option<IpAddr>,
    labels: BTreeMap<LabelKey, LabelRule>,
    accelerators: BTreeMap<LabelValue, Accelerator>,
    reserved: BTreeMap<Name, crate::scalar::AddressRange>,
    talos: Talos,
    nodes: IndexMap<Name, Node>,
    cilium: Option<Cilium>,
    rollout: Rollout,
    access: BTreeMap<Name, Access>,
    layout: Layout,
    findings: Vec<Finding>,
}

/// One machine on its way.
#[derive(Clone, Debug)]
pub struct MachineBuilder {
    name: String,
    id: String,
    address: String,
    role: Role,
    nics: Vec<String>,
    disk: Option<String>,
    labels: Vec<(String, String)>,
}

impl ClusterBuilder {
    pub(crate) fn new(name: &str) -> Self {
        let mut builder = Self {
            name: None,
            versions: None,
            subnet: None,
            nameservers: Vec::new(),
            gateway: None,
            labels: BTreeMap::new(),
            accelerators: BTreeMap::new(),
            reserved: BTreeMap::new(),
            talos: Talos::default(),
            nodes: IndexMap::new(),
            cilium: None,
            rollout: Rollout::default(),
            access: BTreeMap::new(),
            layout: Layout::default(),
            findings: Vec::new(),
        };
        builder.name = builder.parse(FieldPath::root().key("name"), name);
        builder
    }

    /// Full versions of Talos, Kubernetes and the Cilium chart.
    #[must_use]
    pub fn versions(mut self, talos: &str, kubernetes: &str, cilium: &str) -> Self {
        let path = |key: &str| FieldPath::root().key("versions").key(key);
        let talos = self.parse(path("talos"), talos);
        let kubernetes = self.parse(path("kubernetes"), kubernetes);
        let cilium = self.parse(path("cilium"), cilium);
        if let (Some(talos), Some(kubernetes), Some(cilium)) = (talos, kubernetes, cilium) {
            self.versions = Some(Versions { talos, kubernetes, cilium: Some(cilium) });
        }
        self
    }

    /// The subnet of the machines, such as `192.168.55.0/24`.
    #[must_use]
    pub fn subnet(mut self, subnet: &str) -> Self {
        self.subnet = self.parse(FieldPath::root().keys("network.subnet"), subnet);
        self
    }

    /// The router.
    #[must_use]
    pub fn gateway(mut self, gateway: &str) -> Self {
        self.gateway = self.parse(FieldPath::root().keys("network.gateway"), gateway);
        self
    }

    /// One more resolver for every machine.
    #[must_use]
    pub fn nameserver(mut self, server: &str) -> Self {
        let path = FieldPath::root().keys("network.nameservers").index(self.nameservers.len());
        let server: Option<IpAddr> = self.parse(path, server);
        self.nameservers.extend(server);
        self
    }

    /// A range that somebody else hands out, such as a DHCP server.
    #[must_use]
    pub fn reserved(mut self, holder: &str, range: &str) -> Self {
        let path = FieldPath::root().keys("network.reserved").key(holder);
        if let (Some(holder), Some(range)) = (self.parse(path.clone(), holder), self.parse(path, range)) {
            self.reserved.insert(holder, range);
        }
        self
    }

    /// A label of the vocabulary that takes one of these values; none for any value.
    #[must_use]
    pub fn label<'v>(self, key: &str, values: impl IntoIterator<Item = &'v str>) -> Self {
        self.vocabulary(key, values, false, [])
    }

    /// A label that every machine must carry, with one of these values.
    #[must_use]
    pub fn required_label<'v>(self, key: &str, values: impl IntoIterator<Item = &'v str>) -> Self {
        self.vocabulary(key, values, true, [])
    }

    /// A label that means something only on machines that carry other labels too.
    #[must_use]
    pub fn dependent_label<'v>(
        self,
        key: &str,
        values: impl IntoIterator<Item = &'v str>,
        requires: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Self {
        self.vocabulary(key, values, false, requires)
    }

    /// What a value of the label `accelerator` means for the machine.
    #[must_use]
    pub fn accelerator(mut self, value: &str, needs: Accelerator) -> Self {
        if let Some(value) = self.parse(FieldPath::root().key("accelerators").key(value), value) {
            self.accelerators.insert(value, needs);
        }
        self
    }

    /// Settings of Talos for the whole cluster.
    #[must_use]
    pub fn talos(mut self, talos: Talos) -> Self {
        self.talos = talos;
        self
    }

    /// One more machine.
    #[must_use]
    pub fn machine(mut self, machine: MachineBuilder) -> Self {
        let path = FieldPath::root().key("nodes").key(&*machine.name);
        let name: Option<Name> = self.parse(path.clone(), &machine.name);
        let id = self.parse(path.clone().key("id"), &machine.id);
        let address = self.parse(path.clone().key("address"), &machine.address);
        let nics = machine.nics.iter().enumerate();
        let nics =
            nics.filter_map(|(index, nic)| self.parse(path.clone().key("nics").index(index), nic)).collect();
        let mut labels = BTreeMap::new();
        for (key, value) in &machine.labels {
            let path = path.clone().key("labels").key(&**key);
            if let (Some(key), Some(value)) = (self.parse(path.clone(), key), self.parse(path, value)) {
                labels.insert(key, value);
            }
        }
        if let (Some(name), Some(id), Some(address)) = (name, id, address) {
            let node = Node { id, role: machine.role, address, nics, disk: machine.disk, labels };
            if self.nodes.contains_key(&name) {
                let message = format!("the machine `{name}` is given twice");
                self.findings.push(Finding::new(&DUPLICATE_KEY, Place::key(path), message));
            } else {
                self.nodes.insert(name, node);
            }
        }
        self
    }

    /// Cilium with its values, pools, policies and services.
    #[must_use]
    pub fn cilium(mut self, cilium: Cilium) -> Self {
        self.cilium = Some(cilium);
        self
    }

    /// What the rollout starts from and in which order it goes.
    #[must_use]
    pub fn rollout(mut self, rollout: Rollout) -> Self {
        self.rollout = rollout;
        self
    }

    /// A way in to the cluster, under a name of your choice.
    #[must_use]
    pub fn access(mut self, name: &str, way: Access) -> Self {
        if let Some(name) = self.parse(FieldPath::root().key("access").key(name), name) {
            self.access.insert(name, way);
        }
        self
    }

    /// Where the artifacts are written.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Checks the whole.
    ///
    /// Fails with everything that is wrong: texts that are not what their place demands, and every breach of a
    /// rule.
    pub fn build(mut self) -> Result<Cluster, Invalid> {
        for (key, missing) in
            [("versions", self.versions.is_none()), ("network.subnet", self.subnet.is_none())]
        {
            let path = FieldPath::root().keys(key);
            if missing && !self.findings.iter().any(|finding| finding.place.path.starts_with(&path)) {
                let message = format!("the key `{key}` is missing");
                self.findings.push(Finding::new(&MISSING_KEY, Place::value(path), message));
            }
        }
        let (Some(name), Some(versions), Some(subnet)) = (self.name, self.versions, self.subnet) else {
            return Err(Invalid { findings: self.findings });
        };
        let spec = ClusterSpec {
            name,
            versions,
            labels: self.labels,
            accelerators: self.accelerators,
            network: Network {
                subnet,
                gateway: self.gateway,
                nameservers: self.nameservers,
                reserved: self.reserved,
            },
            talos: self.talos,
            nodes: self.nodes,
            cilium: self.cilium,
            rollout: self.rollout,
            access: self.access,
            layout: self.layout,
        };
        if self.findings.is_empty() {
            return Cluster::new(spec);
        }
        self.findings.extend(crate::rules::check(&crate::generate::estate(&spec), false));
        Err(Invalid { findings: self.findings })
    }

    fn vocabulary<'v>(
        mut self,
        key: &str,
        values: impl IntoIterator<Item = &'v str>,
        required: bool,
        others: impl IntoIterator<Item = (&'v str, &'v str)>,
    ) -> Self {
        let path = FieldPath::root().key("labels").key(key);
        let mut rule = LabelRule { required, ..LabelRule::default() };
        for (index, value) in values.into_iter().enumerate() {
            rule.values.extend(self.parse::<LabelValue>(path.clone().key("values").index(index), value));
        }
        for (other, value) in others {
            let path = path.clone().key("requires").key(other);
            if let (Some(other), Some(value)) = (self.parse(path.clone(), other), self.parse(path, value)) {
                rule.requires.insert(other, value);
            }
        }
        if let Some(key) = self.parse(path, key) {
            self.labels.insert(key, rule);
        }
        self
    }

    /// Parses a text, or notes what is wrong with it.
    fn parse<T: FromStr<Err: Display>>(&mut self, path: FieldPath, text: &str) -> Option<T> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let message = format!("`{path}`: {error}");
                self.findings.push(Finding::new(&INVALID_VALUE, Place::value(path), message));
                None
            }
        }
    }
}

impl MachineBuilder {
    /// A machine that runs etcd and the API server: its name, its UUID in Omni and its address.
    #[must_use]
    pub fn control_plane(name: &str, id: &str, address: &str) -> Self {
        Self::new(Role::ControlPlane, name, id, address)
    }

    /// A machine that runs workloads only: its name, its UUID in Omni and its address.
    #[must_use]
    pub fn worker(name: &str, id: &str, address: &str) -> Self {
        Self::new(Role::Worker, name, id, address)
    }

    /// A label of the Kubernetes node.
    #[must_use]
    pub fn label(mut self, key: &str, value: &str) -> Self {
        self.labels.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The kernel's name of an interface that reaches the subnet.
    #[must_use]
    pub fn nic(mut self, name: &str) -> Self {
        self.nics.push(name.to_owned());
        self
    }

    /// The disk to install on.
    #[must_use]
    pub fn disk(mut self, path: &str) -> Self {
        self.disk = Some(path.to_owned());
        self
    }

    fn new(role: Role, name: &str, id: &str, address: &str) -> Self {
        Self {
            name: name.to_owned(),
            id: id.to_owned(),
            address: address.to_owned(),
            role,
            nics: Vec::new(),
            disk: None,
            labels: Vec::new(),
        }
    }
}
