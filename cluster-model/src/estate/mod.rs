//! The estate: all that is declared about a cluster, each piece with the place that said it.
//!
//! Rules look at an estate and never ask how it came about.

mod cilium;
mod field;
mod helm;
mod labels;
mod location;
mod machine;
mod manifest;
mod network;
mod omni;
mod pattern;
mod placed;
mod rollout;
mod settings;
mod text;
mod versions;

use std::collections::BTreeMap;
use std::sync::Arc;

use ::manifest::Place;

use crate::effective::Effective;
use crate::import::File;
use crate::scalar::{LabelKey, LabelValue, Name};
use crate::spec::{Accelerator, Access, LabelRule};

pub use cilium::{AnnouncementPolicy, CiliumEstate, ExposedService, LoadBalancerPool};
pub(crate) use field::behind;
pub use field::{Field, Origin};
pub use helm::HelmRelease;
pub use labels::Labels;
pub use location::{Location, Lookup};
pub use machine::{Extensions, Machine};
pub use manifest::Manifest;
pub use network::SiteNetwork;
pub use omni::{Declared, DeclaredPatch, OmniEstate};
pub use pattern::DeclaredPattern;
pub use placed::Placed;
pub use rollout::RolloutOrder;
pub use settings::TalosSettings;
pub use text::{Host, Text};
pub use versions::Versions;

/// All that is declared about a cluster.
#[derive(Clone, Debug, PartialEq)]
pub struct Estate {
    /// Name of the cluster.
    pub name: String,
    /// Versions of Talos, Kubernetes and Cilium, as far as they are declared.
    pub versions: Versions,
    /// Which labels there are. Absent where nobody says: then any label may be.
    pub vocabulary: Option<BTreeMap<LabelKey, LabelRule>>,
    /// What a value of the label `accelerator` needs.
    pub accelerators: BTreeMap<LabelValue, Accelerator>,
    /// Where the list of machines is declared. Absent where there is none: then the machines are those that are named
    /// somewhere.
    pub machines_place: Option<Place>,
    /// The machines, in the order of their declaration.
    pub machines: Vec<Arc<Machine>>,
    /// The network that the machines share.
    pub network: SiteNetwork,
    /// Talos' settings as they take effect on every machine. Absent where nothing is declared of the machines'
    /// configuration.
    pub talos: Option<TalosSettings>,
    /// Cilium, unless something else brings the pod network.
    pub cilium: Option<CiliumEstate>,
    /// In which order all this reaches the cluster, if that is declared.
    pub rollout: Option<Placed<RolloutOrder>>,
    /// The ways in to the cluster, as far as they are declared.
    pub access: BTreeMap<Name, Access>,
    /// The configurations that machines end up with, where there are patches to say so.
    pub effective: Vec<Arc<Effective>>,
    /// Resources of Omni.
    pub omni: OmniEstate,
    /// Objects of Kubernetes.
    pub manifests: Vec<Manifest>,
    /// What is installed from charts.
    pub releases: Vec<HelmRelease>,
    /// The files that all this was read from, texts for people included.
    pub files: Arc<Vec<File>>,
}

impl Estate {
    /// An estate of which nothing is declared, to be filled.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            name: String::new(),
            versions: Versions::default(),
            vocabulary: None,
            accelerators: BTreeMap::new(),
            machines_place: None,
            machines: Vec::new(),
            network: SiteNetwork::default(),
            talos: None,
            cilium: None,
            rollout: None,
            access: BTreeMap::new(),
            effective: Vec::new(),
            omni: OmniEstate::default(),
            manifests: Vec::new(),
            releases: Vec::new(),
            files: Arc::default(),
        }
    }

    /// The configuration that a machine ends up with, if there are patches to say so.
    #[must_use]
    pub fn effective_of(&self, machine: &Machine) -> Option<&Effective> {
        self.effective.get(machine.effective?).map(|effective| &**effective)
    }

    /// The machine with a name or UUID.
    #[must_use]
    pub fn machine(&self, word: &str) -> Option<&Machine> {
        let has_id = |machine: &&Machine| machine.id.as_ref().is_some_and(|id| id.value.as_str() == word);
        let mut machines = self.machines.iter().map(|machine| &**machine);
        machines.clone().find(has_id).or_else(|| machines.find(|machine| machine.name == word))
    }

    /// What the vocabulary says of a label.
    #[must_use]
    pub fn label_rule(&self, key: &LabelKey) -> Option<&LabelRule> {
        self.vocabulary.as_ref()?.get(key)
    }

    /// All addresses of all machines.
    pub fn addresses(&self) -> impl Iterator<Item = (&Machine, &Placed<std::net::IpAddr>)> {
        self.machines
            .iter()
            .flat_map(|machine| machine.addresses.iter().map(move |address| (&**machine, address)))
    }

    /// The machines that have a configuration.
    pub fn machines_of<'e>(&'e self, effective: &'e Effective) -> impl Iterator<Item = &'e Machine> {
        effective.machines.iter().filter_map(|&index| self.machines.get(index)).map(|machine| &**machine)
    }

    /// The value behind keys of the v1alpha1 document, in each configuration that has one there.
    pub fn each<'e>(&'e self, keys: &'e str) -> impl Iterator<Item = (&'e Effective, Field<'e>)> {
        self.effective.iter().filter_map(move |effective| Some((&**effective, effective.get(keys)?)))
    }

    /// The releases of a chart.
    pub fn releases_of<'e>(&'e self, chart: &'e str) -> impl Iterator<Item = &'e HelmRelease> {
        self.releases.iter().filter(move |release| release.chart == chart)
    }

    /// The objects of a kind.
    pub fn of_kind<'e>(&'e self, kind: &'e str) -> impl Iterator<Item = &'e Manifest> {
        self.manifests.iter().filter(move |manifest| manifest.kind == kind)
    }

    /// What the machine's accelerator needs, if it has one that needs anything.
    #[must_use]
    pub fn accelerator(&self, machine: &Machine) -> Option<&Accelerator> {
        self.accelerators.get(&machine.label(ACCELERATOR)?.value)
    }
}

/// Whether two lists hold the very same things: the same pieces of memory, which says that they are equal without looking
/// into them.
pub(crate) fn is_same_list<T>(one: &[Arc<T>], other: &[Arc<T>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
}

/// What two lists hold between all that they have in common at their beginnings and at their ends: little, where little has
/// changed.
pub(crate) fn differing<'l, T>(one: &'l [Arc<T>], other: &'l [Arc<T>]) -> (&'l [Arc<T>], &'l [Arc<T>]) {
    let is_same = |(one, other): &(&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other);
    let begin = one.iter().zip(other).take_while(is_same).count();
    let rest = |list: &'l [Arc<T>]| list.get(begin..).unwrap_or_default();
    let (one, other) = (rest(one), rest(other));
    let end = one.iter().rev().zip(other.iter().rev()).take_while(is_same).count();
    let inner = |list: &'l [Arc<T>]| list.get(..list.len() - end).unwrap_or_default();
    (inner(one), inner(other))
}

/// The label whose values [`Estate::accelerators`] explains.
pub const ACCELERATOR: &str = "accelerator";
