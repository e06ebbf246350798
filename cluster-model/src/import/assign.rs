//! Which clusters there are, and which of them a piece belongs to.

use std::collections::{BTreeMap, BTreeSet};

use manifest::yaml::{Document, Node};
use omni_client::resource::{Metadata, label};

use super::Repository;
use crate::estate::{HelmRelease, Manifest};

/// Clusters by name, each with the directories of what names it.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    directories: BTreeMap<String, BTreeSet<String>>,
}

/// The name of the one cluster of a repository in which nothing names a cluster.
const UNNAMED: &str = "unnamed";

impl Clusters {
    /// The clusters that resources of Omni, machine configurations or a spec name; and, because that is how repositories
    /// of several clusters are laid out, each directory `clusters/<name>` that holds objects of Kubernetes.
    pub(super) fn of(repository: &Repository) -> Self {
        let mut clusters = Self::default();
        // Files of one directory stand side by side and mostly name the same cluster.
        let mut latest = None;
        for (path, piece) in &repository.pieces {
            for name in piece.clusters() {
                let now = Some((name, directory_of(path)));
                if latest != now {
                    latest = now;
                    clusters.add(name, path);
                }
            }
        }
        if let Some(spec) = &repository.spec
            && let Some(estate) = &spec.estate
        {
            clusters.add(&estate.name, spec.source.name());
        }
        for manifest in &repository.manifests {
            if let Some((directory, name)) = convention(path_of(manifest)) {
                clusters.directories.entry(name).or_default().insert(directory);
            }
        }
        if clusters.directories.is_empty()
            && !(repository.manifests.is_empty() && repository.releases.is_empty())
        {
            clusters.add(UNNAMED, "");
        }
        clusters
    }

    fn add(&mut self, name: &str, file: &str) {
        let directory = directory_of(file);
        // Nearly all of it is known, and what is known is not copied.
        if !self.directories.get(name).is_some_and(|known| known.contains(directory)) {
            self.directories.entry(name.to_owned()).or_default().insert(directory.to_owned());
        }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.directories.keys().map(String::as_str)
    }

    pub(super) fn is_single(&self) -> bool {
        self.directories.len() == 1
    }

    /// Whether a file that names no cluster belongs to this one: those do that share the longest way with it. Where
    /// several share as much, the file belongs to all of them.
    pub(super) fn owns(&self, cluster: &str, path: &str) -> bool {
        if self.is_single() {
            return true;
        }
        if let Some((_, name)) = convention(path).filter(|(_, name)| self.directories.contains_key(name)) {
            return name == cluster;
        }
        let shared = |directories: &BTreeSet<String>| {
            directories.iter().map(|directory| common(directory, path)).max().unwrap_or_default()
        };
        let own = self.directories.get(cluster).map(shared).unwrap_or_default();
        let of_conventions =
            |directories: &BTreeSet<String>| directories.iter().all(|one| convention(one).is_some());
        let others = self.directories.iter().filter(|(_, directories)| !of_conventions(directories));
        let own_is_convention = self.directories.get(cluster).is_some_and(of_conventions);
        if own_is_convention && self.directories.values().any(|directories| !of_conventions(directories)) {
            return false;
        }
        others.map(|(_, directories)| shared(directories)).max().unwrap_or_default() <= own
    }
}

/// The cluster that the metadata of a resource name.
pub(super) fn name_of(metadata: &Metadata) -> Option<&str> {
    if metadata.resource_type == "Clusters.omni.sidero.dev" {
        return Some(&metadata.id);
    }
    metadata.label(label::CLUSTER).filter(|name| !name.is_empty())
}

/// The cluster that a whole machine configuration names.
pub(super) fn cluster_of(document: &Document) -> &str {
    let name = document.root().get("cluster").and_then(|cluster| cluster.get("clusterName"));
    name.and_then(Node::as_text).unwrap_or(UNNAMED)
}

/// The file that an object stands in.
pub(super) fn path_of(manifest: &Manifest) -> &str {
    manifest.at.document.source().name()
}

/// The file that says that a chart is installed, or that of its values.
pub(super) fn path_of_release(release: &HelmRelease) -> &str {
    let at = release.installed_by.iter().chain(&release.values).next();
    at.map_or("", |at| at.document.source().name())
}

/// The directory of a file, with the `/` at its end.
fn directory_of(file: &str) -> &str {
    file.rfind('/').and_then(|slash| file.get(..=slash)).unwrap_or_default()
}

/// The directory `…clusters/<name>/` that a path lies in, and the name.
fn convention(path: &str) -> Option<(String, String)> {
    let begin = if path.starts_with("clusters/") { 0 } else { path.find("/clusters/")? + 1 };
    let rest = path.get(begin + "clusters/".len()..)?;
    let (name, _) = rest.split_once('/')?;
    Some((path.get(..begin + "clusters/".len() + name.len() + 1)?.to_owned(), name.to_owned()))
}

/// How many directories two paths have in common, from the root on.
fn common(one: &str, other: &str) -> usize {
    let parts = |path: &str| -> Vec<String> {
        let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
        directory.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    parts(one).iter().zip(parts(other)).take_while(|(left, right)| **left == *right).count()
}
