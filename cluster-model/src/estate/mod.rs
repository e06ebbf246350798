//! The estate: all that is declared about a cluster, each piece with the place that said it.
//!
//! Rules look at an estate and never ask how it came about.

mod cilium;
mod machine;
mod network;
mod placed;
mod rollout;
mod settings;

use std::collections::BTreeMap;

use manifest::Place;

use crate::scalar::{LabelKey, LabelValue, Name};
use crate::spec::{Accelerator, LabelRule, Versions};

pub use cilium::{AnnouncementPolicy, CiliumEstate, ExposedService, LoadBalancerPool};
pub use machine::Machine;
pub use network::SiteNetwork;
pub use placed::Placed;
pub use rollout::RolloutOrder;
pub use settings::TalosSettings;

/// All that is declared about a cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Estate {
    /// Name of the cluster in Omni.
    pub name: Name,
    /// Versions of Talos, Kubernetes and Cilium.
    pub versions: Versions,
    /// Which labels there are.
    pub vocabulary: BTreeMap<LabelKey, LabelRule>,
    /// What a value of the label `accelerator` needs.
    pub accelerators: BTreeMap<LabelValue, Accelerator>,
    /// Where the list of machines is declared.
    pub machines_place: Place,
    /// The machines, in the order of their declaration.
    pub machines: Vec<Machine>,
    /// The network that the machines share.
    pub network: SiteNetwork,
    /// Talos' settings as they take effect on every machine.
    pub talos: TalosSettings,
    /// Cilium, unless something else brings the pod network.
    pub cilium: Option<CiliumEstate>,
    /// In which order all this reaches the cluster.
    pub rollout: Placed<RolloutOrder>,
}

impl Estate {
    /// What the machine's accelerator needs, if it has one that needs anything.
    #[must_use]
    pub fn accelerator(&self, machine: &Machine) -> Option<&Accelerator> {
        self.accelerators.get(&machine.label(ACCELERATOR)?.value)
    }
}

/// The label whose values [`Estate::accelerators`] explains.
pub const ACCELERATOR: &str = "accelerator";
