//! A machine of the estate.

use std::collections::BTreeMap;
use std::net::IpAddr;

use manifest::Place;
use omni_client::MachineId;

use super::Placed;
use crate::scalar::{InterfaceName, LabelKey, LabelValue, Name};
use crate::spec::Role;

/// One machine with all that is declared about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// Name of the node.
    pub name: Name,
    /// Where the machine is declared.
    pub place: Place,
    /// Under which UUID Omni knows it.
    pub id: Placed<MachineId>,
    /// What it does.
    pub role: Role,
    /// Its address.
    pub address: Placed<IpAddr>,
    /// Its interfaces, if they are known.
    pub nics: Vec<Placed<InterfaceName>>,
    /// The disk to install on, if it is not left to Omni.
    pub disk: Option<String>,
    /// Labels of its Kubernetes node.
    pub labels: BTreeMap<LabelKey, Placed<LabelValue>>,
}

impl Machine {
    /// The value of a label, if the machine carries it.
    #[must_use]
    pub fn label(&self, key: &str) -> Option<&Placed<LabelValue>> {
        self.labels.iter().find(|(label, _)| label.as_str() == key).map(|(_, value)| value)
    }

    /// Whether it runs etcd and the API server.
    #[must_use]
    pub fn is_control_plane(&self) -> bool {
        self.role == Role::ControlPlane
    }
}
