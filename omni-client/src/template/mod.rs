//! Cluster templates: the documents that `omnictl cluster template` reads.
//!
//! A template is a stream of YAML documents: one [`Cluster`], one [`ControlPlane`], any number of [`Workers`] and
//! [`Machine`]. The types hold whatever omnictl decodes, whether it is right or not; they are written with the keys in
//! the order in which omnictl exports them.

mod cluster;
mod duration;
mod export;
mod health_check;
mod host;
mod inline;
mod load;
mod machine;
mod machine_set;
mod manifest;
mod patch;
mod problem;
mod render;
pub(crate) mod semver;
mod sync;
mod uuid;
mod validate;

use serde::{Serialize, Serializer};

pub use cluster::{Backups, Cluster, Features, Kubernetes, Talos};
pub use duration::{GoDuration, ParseDurationError};
pub use export::{Export, ExportError};
pub use health_check::HealthCheck;
pub use host::{Host, NoFiles};
pub use inline::Inline;
pub use load::Loaded;
pub use machine::{Install, Machine};
pub use machine_set::{
    Bootstrap, ControlPlane, MachineClass, ParseSizeError, Rolling, Rollout, RolloutKind, Size, Workers,
};
pub use manifest::{Manifest, Mode};
pub use patch::Patch;
pub use problem::Refusal;
pub use sync::{SyncError, SyncPlan, Update};

/// A cluster template: its documents in their order.
///
/// ```
/// use manifest::Source;
/// use omni_client::template::{NoFiles, Template};
///
/// let text = "\
/// kind: Cluster
/// name: prod
/// kubernetes: {version: v1.34.1}
/// talos: {version: v1.11.2}
/// ---
/// kind: ControlPlane
/// machines: [11111111-1111-4111-8111-111111111111]
/// ";
/// let loaded = Template::load(&Source::new("cluster.yaml", text));
/// assert!(loaded.findings.is_empty());
/// let resources = loaded.template.render(&NoFiles)?;
/// let ids: Vec<_> = resources.iter().map(|resource| resource.metadata().id.as_str()).collect();
/// assert_eq!(ids, ["prod", "prod-control-planes", "11111111-1111-4111-8111-111111111111"]);
/// # Ok::<(), omni_client::template::Refusal>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Template {
    /// The documents; their order is that of the rendered resources.
    pub documents: Vec<Document>,
}

impl Template {
    /// The cluster that the template is for; none if it has no `Cluster` document.
    #[must_use]
    pub fn cluster(&self) -> Option<&Cluster> {
        self.documents.iter().find_map(|document| match document {
            Document::Cluster(cluster) => Some(cluster),
            _ => None,
        })
    }
}

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
