//! A machine of the estate.

use std::collections::BTreeMap;
use std::net::IpAddr;

use ::manifest::Place;
use omni_client::MachineId;

use super::{Labels, Placed};
use crate::scalar::{InterfaceName, LabelValue};
use crate::spec::Role;

/// One machine with all that is declared about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// Name of the node, or the machine's id where no name is declared.
    pub name: String,
    /// Where the machine is declared.
    pub place: Place,
    /// Under which UUID Omni knows it. Absent for a machine that is not Omni's.
    pub id: Option<Placed<MachineId>>,
    /// What it does. Absent where nothing that is declared says so.
    pub role: Option<Role>,
    /// Its addresses, as far as they are declared.
    pub addresses: Vec<Placed<IpAddr>>,
    /// Its interfaces, if they are known.
    pub nics: Vec<Placed<InterfaceName>>,
    /// The disk to install on, if it is not left to Omni.
    pub disk: Option<String>,
    /// Id of the machine set that it is in, if Omni manages it.
    pub set: Option<String>,
    /// The system extensions that it gets. Absent where no list reaches it: then it keeps what it was first seen with.
    pub extensions: Option<Extensions>,
    /// The kernel arguments that Omni adds for it.
    pub kernel_args: Vec<Placed<String>>,
    /// Its configuration, by its place in [`Estate::effective`](super::Estate::effective).
    pub effective: Option<usize>,
    /// Labels of its Kubernetes node, which are shared with what they were read from.
    pub labels: Labels,
}

/// The list of extensions of a machine.
#[derive(Clone, Debug, PartialEq)]
pub struct Extensions {
    /// Their names.
    pub names: Vec<Placed<String>>,
    /// Where the list stands.
    pub place: Place,
}

impl Extensions {
    /// The entry of an extension, also where one of the two is written without `siderolabs/`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Placed<String>> {
        let short = |name: &str| name.strip_prefix("siderolabs/").unwrap_or(name).to_owned();
        self.names.iter().find(|entry| short(&entry.value) == short(name))
    }
}

impl Machine {
    /// A machine of which nothing is known but where it is declared.
    #[must_use]
    pub fn at(place: Place) -> Self {
        Self {
            name: String::new(),
            place,
            id: None,
            role: None,
            addresses: Vec::new(),
            nics: Vec::new(),
            disk: None,
            set: None,
            extensions: None,
            kernel_args: Vec::new(),
            effective: None,
            labels: Labels::default(),
        }
    }

    /// The value of a label, if the machine carries it.
    #[must_use]
    pub fn label(&self, key: &str) -> Option<&Placed<LabelValue>> {
        self.labels.get(key)
    }

    /// The labels of its node as selectors see them: those that are declared, and those that the kubelet and Talos set.
    #[must_use]
    pub fn node_labels(&self) -> BTreeMap<String, String> {
        let declared = self.labels.iter().map(|(key, value)| (key.to_string(), value.value.to_string()));
        let mut labels: BTreeMap<String, String> = declared.collect();
        labels.insert("kubernetes.io/hostname".to_owned(), self.name.clone());
        labels.insert("kubernetes.io/os".to_owned(), "linux".to_owned());
        if self.is_control_plane() {
            labels.insert("node-role.kubernetes.io/control-plane".to_owned(), String::new());
        }
        labels
    }

    /// Whether two are the same but for where that is said and for the number of the configuration.
    pub(crate) fn is_same_apart_from_places(&self, other: &Self) -> bool {
        fn names(list: Option<&Extensions>) -> &[Placed<String>] {
            list.map_or(&[], |list| &list.names)
        }
        let Self {
            name: _,
            place: _,
            id: _,
            role: _,
            addresses: _,
            nics: _,
            disk: _,
            set: _,
            extensions,
            kernel_args,
            effective: _,
            labels,
        } = self;
        self.is_same_member(other)
            && self.has_same_addresses(other)
            && has_same_values(kernel_args, &other.kernel_args)
            && extensions.is_some() == other.extensions.is_some()
            && has_same_values(names(extensions.as_ref()), names(other.extensions.as_ref()))
            && labels.is_same_apart_from_places(&other.labels)
    }

    /// Whether both are the same machine in the same place of the cluster, whatever they are configured to do.
    pub(crate) fn is_same_member(&self, other: &Self) -> bool {
        (&self.name, self.role, &self.disk, &self.set) == (&other.name, other.role, &other.disk, &other.set)
            && has_same_values(self.id.as_slice(), other.id.as_slice())
            && has_same_values(&self.nics, &other.nics)
    }

    /// Whether both have the same name and addresses.
    pub(crate) fn has_same_addresses(&self, other: &Self) -> bool {
        self.name == other.name && has_same_values(&self.addresses, &other.addresses)
    }

    /// Whether it runs etcd and the API server.
    #[must_use]
    pub fn is_control_plane(&self) -> bool {
        self.role == Some(Role::ControlPlane)
    }
}

/// Whether two lists hold the same values, wherever they are said.
fn has_same_values<T: PartialEq>(one: &[Placed<T>], other: &[Placed<T>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.value == other.value)
}
