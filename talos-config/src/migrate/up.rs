//! Towards documents.

use manifest::FieldPath;

use super::{Deletion, Limit, Outcome, Part, Remark, Setting};
use crate::registry::Document;
use crate::scalar::MachineType;
use crate::v1alpha1::{
    ClusterConfig, Config, FeaturesConfig, KubeletConfig, MachineConfig, NetworkConfig, RegistriesConfig,
    RegistryConfig,
};

/// Why a setting stays where it is.
pub(super) struct Stop {
    limit: &'static Limit,
    path: FieldPath,
}

/// What is left of the v1alpha1 document, and what came out of it.
#[derive(Clone)]
pub(super) struct Up {
    pub(super) machine: MachineConfig,
    pub(super) cluster: ClusterConfig,
    /// Whether absence means the default of Talos, and not whatever the base of a patch says.
    pub(super) is_whole: bool,
    /// The role of the machine; absent where a patch does not say it.
    pub(super) role: Option<MachineType>,
    parts: Vec<Part>,
    remarks: Vec<Remark>,
}

pub(super) fn run(
    config: Option<Config>,
    parts: Vec<Part>,
    settings: &[&Setting],
) -> (Option<Config>, Vec<Part>, Vec<Remark>) {
    let Some(mut config) = config else { return (None, parts, Vec::new()) };
    let had = (config.machine.is_some(), config.cluster.is_some());
    let role = config.machine.as_ref().and_then(|machine| machine.r#type);
    let mut up = Up {
        machine: config.machine.take().unwrap_or_default(),
        cluster: config.cluster.take().unwrap_or_default(),
        is_whole: role.is_some(),
        role,
        parts,
        remarks: Vec::new(),
    };
    for setting in settings {
        let before = up.clone();
        if let Err(Stop { limit, path }) = (setting.up)(&mut up) {
            up = before;
            up.remarks.push(Remark { limit, document: None, path });
        }
        up.drop_empty_sections();
    }
    // A whole configuration keeps its sections: Talos wants them there.
    let keeps = |had: bool, is_empty: bool| (had && up.is_whole) || !is_empty;
    config.machine = keeps(had.0, up.machine == MachineConfig::default()).then_some(up.machine);
    config.cluster = keeps(had.1, up.cluster == ClusterConfig::default()).then_some(up.cluster);
    (Some(config), up.parts, up.remarks)
}

impl Up {
    /// Whether it is a whole configuration of a control plane.
    pub(super) fn is_control_plane(&self) -> bool {
        self.is_whole && matches!(self.role, Some(MachineType::ControlPlane | MachineType::Init))
    }

    /// Whether it is a whole configuration of a worker.
    pub(super) fn is_worker(&self) -> bool {
        self.is_whole && !self.is_control_plane()
    }

    /// Adds a document. Fails where there is one already that says the same.
    pub(super) fn add(&mut self, document: impl Into<Document>, limit: &'static Limit) -> Result<(), Stop> {
        self.push(Part::Document(document.into()), limit)
    }

    /// Deletes what the base of the patch may have.
    pub(super) fn delete(
        &mut self,
        kind: &'static str,
        name: Option<&str>,
        path: &[&str],
        limit: &'static Limit,
    ) -> Result<(), Stop> {
        let path = path.iter().map(|&key| key.to_owned()).collect();
        self.push(Part::Deletion(Deletion { kind, name: name.map(str::to_owned), path }), limit)
    }

    fn push(&mut self, part: Part, limit: &'static Limit) -> Result<(), Stop> {
        if self.parts.iter().any(|known| known.clashes_with(&part)) {
            return Err(Stop::at(limit));
        }
        self.parts.push(part);
        Ok(())
    }

    /// Takes the only document of its kind out, to be added again; a new one where there is none.
    pub(super) fn take_only<T>(&mut self) -> T
    where
        T: Default + TryFrom<Document, Error = Document>,
    {
        self.take_where(|_| true).unwrap_or_default()
    }

    /// Takes the document with a name out, to be added again.
    pub(super) fn take_named<T>(&mut self, name: &str) -> Option<T>
    where
        T: TryFrom<Document, Error = Document>,
    {
        self.take_where(|document| document.name() == Some(name))
    }

    fn take_where<T>(&mut self, is_meant: impl Fn(&Document) -> bool) -> Option<T>
    where
        T: TryFrom<Document, Error = Document>,
    {
        let mut taken = None;
        let mut left = Vec::with_capacity(self.parts.len());
        for part in self.parts.drain(..) {
            match part {
                Part::Document(document) if taken.is_none() && is_meant(&document) => {
                    match T::try_from(document) {
                        Ok(found) => taken = Some(found),
                        Err(other) => left.push(Part::Document(other)),
                    }
                }
                other => left.push(other),
            }
        }
        self.parts = left;
        taken
    }

    /// Adds a document that was taken out.
    pub(super) fn put(&mut self, document: impl Into<Document>) {
        self.parts.push(Part::Document(document.into()));
    }

    /// Makes sure that a document that workers may not have does not reach them, as far as is known.
    pub(super) fn only_for_control_planes(
        &mut self,
        kept: &'static Limit,
        noted: &'static Limit,
    ) -> Result<(), Stop> {
        Stop::if_so(self.is_worker(), kept)?;
        if !self.is_whole {
            self.note(noted);
        }
        Ok(())
    }

    /// Says that a part of a setting stays where it is.
    pub(super) fn keep(&mut self, limit: &'static Limit) {
        self.note(limit);
    }

    /// Drops registries about which nothing is said any more.
    pub(super) fn drop_empty_registries(&mut self) {
        if let Some(registries) = &mut self.machine.registries {
            registries.config.retain(|_, config| *config != RegistryConfig::default());
        }
        self.machine.registries.take_if(|registries| *registries == RegistriesConfig::default());
    }

    /// Notes something that a reader has to know.
    pub(super) fn note(&mut self, limit: &'static Limit) {
        let path = FieldPath::root().keys(limit.place);
        self.remarks.push(Remark { limit, document: None, path });
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

    /// Sections that say nothing (any more) mean the same as none.
    fn drop_empty_sections(&mut self) {
        let machine = &mut self.machine;
        machine.network.take_if(|network| *network == NetworkConfig::default());
        machine.features.take_if(|features| *features == FeaturesConfig::default());
        machine.kubelet.take_if(|kubelet| *kubelet == KubeletConfig::default());
    }
}

impl Stop {
    /// A stop at the place that the limit names.
    pub(super) fn at(limit: &'static Limit) -> Self {
        debug_assert_eq!(limit.outcome, Outcome::Kept);
        Self { limit, path: FieldPath::root().keys(limit.place) }
    }

    /// A stop if something is so.
    pub(super) fn if_so(is_so: bool, limit: &'static Limit) -> Result<(), Self> {
        if is_so { Err(Self::at(limit)) } else { Ok(()) }
    }
}
