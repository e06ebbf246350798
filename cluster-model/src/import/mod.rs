//! From a repository that nobody generated to what it declares.
//!
//! Texts go in, with the paths that they have in the repository; no file is read here. What a file is follows from its
//! content: a resource of Omni has `metadata.type`, an object of Kubernetes has `apiVersion`, a cluster template one of
//! four kinds. Helm values look like nothing in particular, so they are those that a release names, and files whose path
//! says what they are the values of. What is not understood is listed with the reason ([`File::meaning`]), never guessed.
//!
//! ```
//! use cluster_model::import::Repository;
//!
//! let patch = "\
//! metadata:
//!   namespace: default
//!   type: ConfigPatches.omni.sidero.dev
//!   id: 100-cni
//!   labels: {omni.sidero.dev/cluster: frank}
//! spec:
//!   data: |
//!     cluster: {network: {cni: {name: none}}}
//! ";
//! let repository = Repository::read([("patches/cni.yaml".to_owned(), patch.as_bytes().to_vec())]);
//! let estates = repository.estates();
//! assert_eq!(estates[0].name, "frank");
//! assert_eq!(repository.files()[0].meaning.to_string(), "1 resource of Omni");
//! ```

mod assign;
mod check;
mod classify;
mod estate;
mod file;
mod helm;
mod kept;
mod machines;
mod omni;
mod read;
mod settings;
mod spec;
mod spec_file;
mod twins;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use manifest::yaml::{Document, WriteError};
use manifest::{Finding, Source};

use crate::Cluster;
use crate::estate::{Estate, HelmRelease, Manifest, OmniEstate};

pub use file::{File, Meaning};
use kept::Kept;
pub use spec::{Expressed, ImportError, Imported, Piece};
use spec_file::SpecFile;

/// The files of a repository and what they declare.
#[derive(Clone, Debug, Default)]
pub struct Repository {
    files: Arc<Vec<File>>,
    /// Everything of Omni, of all clusters.
    omni: OmniEstate,
    /// Every object of Kubernetes.
    manifests: Vec<Manifest>,
    /// Everything that is installed from a chart.
    releases: Vec<HelmRelease>,
    /// Machine configurations that are not patches.
    configurations: Vec<Arc<Document>>,
    /// What is wrong with the way it is said.
    findings: Vec<Finding>,
    /// The spec beside it all.
    spec: Option<Arc<SpecFile>>,
    /// What came of each file.
    pieces: read::Pieces,
    /// What the latest look at the estates left behind.
    kept: Kept,
}

impl Repository {
    /// Reads files, each with its path in the repository, `/` between the parts of it.
    ///
    /// The order makes no difference. Of several files of one path the last counts.
    #[must_use]
    pub fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        read::read(files.into_iter().collect::<BTreeMap<_, _>>())
    }

    /// Reads it again with other texts of some files, or without them. Other files are not parsed again, unless the
    /// change has a meaning for them: what a template names, whether a directory is a chart. Nor are configurations merged
    /// again that the change does not concern.
    ///
    /// ```
    /// use cluster_model::import::Repository;
    ///
    /// let pool = |cidr: &str| {
    ///     format!("apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {{name: a}}\nspec: {{blocks: [{{cidr: {cidr}}}]}}\n")
    /// };
    /// let file = |cidr| ("pool.yaml".to_owned(), pool(cidr).into_bytes());
    /// let mut repository = Repository::read([file("10.0.0.0/24")]);
    /// assert_eq!(repository.check().len(), 0);
    /// repository.update([("pool.yaml".to_owned(), Some(pool("10.0.0.9/24").into_bytes()))]);
    /// assert_eq!(repository.check().len(), 1);
    /// ```
    pub fn update(&mut self, changes: impl IntoIterator<Item = (String, Option<Vec<u8>>)>) {
        let kept = self.kept.clone();
        read::update(self, changes.into_iter().collect());
        self.kept = kept;
    }

    /// What a cluster would be as a repository: its artifacts, and the text that it was read from beside them.
    ///
    /// Fails only if a value cannot be written as YAML, as [`Cluster::artifacts`] does.
    pub fn of(cluster: &Cluster, spec: Option<&Source>) -> Result<Self, WriteError> {
        let artifacts = cluster.artifacts()?.into_iter();
        let mut repository =
            Self::read(artifacts.map(|artifact| (artifact.path, artifact.text.into_bytes())));
        if let Some(source) = spec {
            let path = source.name().to_owned();
            let file = File { path, source: Some(source.clone()), meaning: Meaning::Spec };
            Arc::make_mut(&mut repository.files).push(file);
            repository.spec = Some(Arc::new(SpecFile::read(source)));
        }
        Ok(repository)
    }

    /// Whether a spec is all that says anything of machines: then what is to be looked at is what it stands for,
    /// [`Repository::of`] its cluster.
    #[must_use]
    pub fn is_spec_only(&self) -> bool {
        self.spec.is_some() && self.omni.is_empty() && self.configurations.is_empty()
    }

    /// All files, in the order of their paths, with what each was understood as.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// What could not be read as it was meant: syntax, unknown keys, what Omni refuses.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The spec of a cluster that lies in the repository, if there is exactly one.
    #[must_use]
    pub fn spec(&self) -> Option<&Source> {
        self.spec.as_ref().map(|spec| &spec.source)
    }

    /// Everything of Omni, of all clusters.
    #[must_use]
    pub fn omni(&self) -> &OmniEstate {
        &self.omni
    }

    /// Every object of Kubernetes.
    #[must_use]
    pub fn manifests(&self) -> &[Manifest] {
        &self.manifests
    }

    /// Everything that is installed from a chart.
    #[must_use]
    pub fn releases(&self) -> &[HelmRelease] {
        &self.releases
    }

    /// Machine configurations that are not patches, each with its file.
    pub(crate) fn configurations(&self) -> &[Arc<Document>] {
        &self.configurations
    }

    /// Patches of Talos of which nothing in the repository says whom they reach: no template names them.
    pub(crate) fn loose_patches(&self) -> impl Iterator<Item = &Source> {
        let named: BTreeSet<&str> = self.pieces.values().flat_map(|piece| piece.asked()).collect();
        let patches = self.files.iter().filter(|file| file.meaning == Meaning::TalosPatch);
        patches.filter(move |file| !named.contains(&*file.path)).filter_map(|file| file.source.as_ref())
    }

    /// What is declared about each cluster that anything is declared of, by name.
    #[must_use]
    pub fn estates(&self) -> Vec<Estate> {
        estate::estates(self)
    }
}
