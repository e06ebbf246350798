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
mod machines;
mod omni;
mod read;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::yaml::Document;
use manifest::{Finding, Source};

use crate::estate::{Estate, HelmRelease, Manifest, OmniEstate};

pub use file::{File, Meaning};

/// The files of a repository and what they declare.
#[derive(Clone, Debug, Default)]
pub struct Repository {
    files: Vec<File>,
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
    spec: Option<Source>,
}

impl Repository {
    /// Reads files, each with its path in the repository, `/` between the parts of it.
    ///
    /// The order makes no difference. Of several files of one path the last counts.
    #[must_use]
    pub fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        read::read(files.into_iter().collect::<BTreeMap<_, _>>())
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
        self.spec.as_ref()
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

    /// What is declared about each cluster that anything is declared of, by name.
    #[must_use]
    pub fn estates(&self) -> Vec<Estate> {
        estate::estates(self)
    }
}
