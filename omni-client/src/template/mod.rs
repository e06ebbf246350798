//! Cluster templates: the documents that `omnictl cluster template` reads.
//!
//! A template is a stream of YAML documents: one [`Cluster`], one [`ControlPlane`], any number of [`Workers`] and
//! [`Machine`]. The types hold whatever omnictl decodes, whether it is right or not; they are written with the keys in
//! the order in which omnictl exports them.

mod cluster;
mod duration;
mod health_check;
mod inline;
mod machine;
mod machine_set;
mod manifest;
mod patch;

use serde::{Serialize, Serializer};

pub use cluster::{Backups, Cluster, Features, Kubernetes, Talos};
pub use duration::{GoDuration, ParseDurationError};
pub use health_check::HealthCheck;
pub use inline::Inline;
pub use machine::{Install, Machine};
pub use machine_set::{
    Bootstrap, ControlPlane, MachineClass, ParseSizeError, Rolling, Rollout, RolloutKind, Size, Workers,
};
pub use manifest::{Manifest, Mode};
pub use patch::Patch;

/// One document of a template.
#[derive(Clone, Debug, PartialEq)]
#[doc(alias = "Model")]
pub enum Document {
    /// The cluster; exactly one.
    Cluster(Cluster),
    /// The control plane; exactly one.
    ControlPlane(ControlPlane),
    /// A set of workers; any number.
    Workers(Workers),
    /// What is special about one machine; any number.
    Machine(Machine),
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Cluster(cluster) => cluster.serialize(serializer),
            Self::ControlPlane(set) => set.serialize(serializer),
            Self::Workers(set) => set.serialize(serializer),
            Self::Machine(machine) => machine.serialize(serializer),
        }
    }
}

/// The word that every document begins with, so that a struct of one kind cannot be read as another.
macro_rules! kind {
    ($name:ident = $word:literal) => {
        #[doc = concat!("The word `", $word, "`.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            #[doc = concat!("`", $word, "`.")]
            #[default]
            #[serde(rename = $word)]
            Kind,
        }
    };
}
use kind;

/// Whether a value is the empty one of its type, which omnictl does not write.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
