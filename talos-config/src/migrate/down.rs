//! Back to the v1alpha1 document.

use manifest::FieldPath;

use super::{Limit, Part, Remark, Setting};
use crate::facts::Facts;
use crate::registry::Document;
use crate::scalar::{MachineType, Url};
use crate::v1alpha1::{
    ApiServerConfig, ClusterConfig, Config, FeaturesConfig, KubeletConfig, MachineConfig, NetworkConfig,
    RegistriesConfig,
};
use crate::version::Minor;

/// A kind that an older Talos does not know and has no settings for.
static KIND_UNKNOWN: Limit =
    super::setting::lost("kind", "this Talos does not know the kind, and nothing that means the same");

/// The v1alpha1 document that is filled, and the documents that are left.
pub(super) struct Down {
    pub(super) machine: MachineConfig,
    pub(super) cluster: ClusterConfig,
    /// Whether it is a whole configuration.
    pub(super) is_whole: bool,
    parts: Vec<Part>,
    remarks: Vec<Remark>,
}

pub(super) fn run(
    config: Option<Config>,
    parts: Vec<Part>,
    settings: &[&Setting],
    to: Minor,
) -> (Option<Config>, Vec<Part>, Vec<Remark>) {
    let had_config = config.is_some();
    let mut config = config.unwrap_or_default();
    let had = (config.machine.is_some(), config.cluster.is_some());
    let machine = config.machine.take().unwrap_or_default();
    let is_whole = machine.r#type.is_some();
    let cluster = config.cluster.take().unwrap_or_default();
    let mut down = Down { machine, cluster, is_whole, parts, remarks: Vec::new() };
    for setting in settings.iter().rev() {
        (setting.down)(&mut down);
    }
    down.drop_unknown(to);
    config.machine = (had.0 || down.machine != MachineConfig::default()).then_some(down.machine);
    config.cluster = (had.1 || down.cluster != ClusterConfig::default()).then_some(down.cluster);
    let is_there = had_config || config != Config::default();
    (is_there.then_some(config), down.parts, down.remarks)
}

impl Down {
    /// Whether the machine is a control plane, as far as is known.
    pub(super) fn is_control_plane(&self) -> bool {
        matches!(self.machine.r#type, Some(MachineType::ControlPlane | MachineType::Init))
    }

    /// The endpoint of the cluster.
    pub(super) fn endpoint(&self) -> Option<Url> {
        let old = self.cluster.control_plane.as_ref().and_then(|plane| plane.endpoint.clone());
        old.or_else(|| {
            self.parts.iter().find_map(|part| match part {
                Part::Document(Document::KubeClusterConfig(document)) => document.endpoint.clone(),
                _ => None,
            })
        })
    }

    /// Takes all documents of a kind out.
    pub(super) fn take<T: TryFrom<Document, Error = Document>>(&mut self) -> Vec<T> {
        let mut taken = Vec::new();
        let mut left = Vec::with_capacity(self.parts.len());
        for part in self.parts.drain(..) {
            match part {
                Part::Document(document) => match T::try_from(document) {
                    Ok(found) => taken.push(found),
                    Err(other) => left.push(Part::Document(other)),
                },
                deletion @ Part::Deletion(_) => left.push(deletion),
            }
        }
        self.parts = left;
        taken
    }

    /// Documents that are there.
    pub(super) fn documents(&mut self) -> impl Iterator<Item = &mut Document> {
        self.parts.iter_mut().filter_map(|part| match part {
            Part::Document(document) => Some(document),
            Part::Deletion(_) => None,
        })
    }

    /// The API server of the old form, made if it is not there.
    pub(super) fn api_server(&mut self) -> &mut ApiServerConfig {
        self.cluster.api_server.get_or_insert_default()
    }

    /// Puts a document back that was taken out.
    pub(super) fn put_back(&mut self, document: impl Into<Document>) {
        self.parts.push(Part::Document(document.into()));
    }

    /// Image registries of the old form, made if they are not there.
    pub(super) fn registries(&mut self) -> &mut RegistriesConfig {
        self.machine.registries.get_or_insert_default()
    }

    /// Says what becomes of something in a document, if it is there.
    pub(super) fn remark(&mut self, is_said: bool, name: Option<&str>, limit: &'static Limit) {
        if !is_said {
            return;
        }
        let (kind, path) = limit.place.split_once('.').unwrap_or((limit.place, ""));
        let path = if path.is_empty() { FieldPath::root() } else { FieldPath::root().keys(path) };
        let document = Some((kind, name.map(str::to_owned)));
        self.remarks.push(Remark { limit, document, path });
    }

    /// Documents of kinds that the older Talos does not know are gone.
    fn drop_unknown(&mut self, to: Minor) {
        let facts = Facts::of(to);
        let parts = std::mem::take(&mut self.parts);
        for part in parts {
            let (kind, name) = part.id();
            if facts.kind(kind).is_some() {
                self.parts.push(part);
                continue;
            }
            let path = FieldPath::root().key("kind");
            self.remarks.push(Remark { limit: &KIND_UNKNOWN, document: Some((kind, name)), path });
        }
    }

    /// The kubelet of the old form, made if it is not there.
    pub(super) fn kubelet(&mut self) -> &mut KubeletConfig {
        self.machine.kubelet.get_or_insert_default()
    }

    /// The switches of the old form, made if they are not there.
    pub(super) fn features(&mut self) -> &mut FeaturesConfig {
        self.machine.features.get_or_insert_default()
    }

    /// The network of the old form, made if it is not there.
    pub(super) fn network(&mut self) -> &mut NetworkConfig {
        self.machine.network.get_or_insert_default()
    }
}
