//! Checking again whenever a file changes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};
use std::{fs, io};

use cluster_model::import::Repository;
use manifest::report::Report;
use manifest::{Finding, Source};

use crate::failure::Failure;
use crate::{file, repository, tree};

/// How often is looked for changes.
const INTERVAL: Duration = Duration::from_millis(100);

/// A spec or a directory that is looked at again and again.
pub(crate) struct Watched {
    path: PathBuf,
    /// When each file was written last, and how long it is.
    seen: BTreeMap<PathBuf, (SystemTime, u64)>,
    /// The directory as it was last read; absent for a spec.
    repository: Option<Repository>,
}

impl Watched {
    /// Reads everything once.
    pub(crate) fn new(path: &Path) -> Result<Self, Failure> {
        let mut watched = Self { path: path.to_owned(), seen: BTreeMap::new(), repository: None };
        watched.seen = watched.look()?;
        if path.is_dir() {
            watched.repository = Some(Repository::read(repository::files(path)?));
        }
        Ok(watched)
    }

    /// What is wrong with it now, by a check that finds findings and the texts they may speak of.
    pub(crate) fn report(
        &self,
        told: impl Fn(Vec<Finding>, &mut dyn Iterator<Item = &Source>) -> Vec<Finding>,
    ) -> Result<Report, Failure> {
        if let Some(repository) = &self.repository {
            let findings = told(repository.check(), &mut repository.sources());
            return Ok(repository::report(&self.path, repository.sources(), findings));
        }
        let source = file::source(&self.path)?;
        let findings = told(cluster_model::check(&source).findings, &mut [&source].into_iter());
        Ok(Report::new(findings, [source]))
    }

    /// Waits until a file changes, comes or goes; only those are read again. Their paths.
    pub(crate) fn wait(&mut self) -> Result<Vec<PathBuf>, Failure> {
        loop {
            thread::sleep(INTERVAL);
            let now = self.look()?;
            let gone = self.seen.keys().filter(|path| !now.contains_key(*path));
            let new = now.iter().filter(|(path, state)| self.seen.get(*path) != Some(state));
            let changed: Vec<PathBuf> = gone.chain(new.map(|(path, _)| path)).cloned().collect();
            if changed.is_empty() {
                continue;
            }
            if let Some(repository) = &mut self.repository {
                // A file that is gone by now is one that is not there.
                let bytes = |path: &PathBuf| now.get(path).and_then(|_| repository::bytes(path).ok());
                let name = |path: &PathBuf| repository::name(&self.path, path);
                repository.update(changed.iter().map(|path| (name(path), bytes(path))));
            }
            self.seen = now;
            return Ok(changed);
        }
    }

    fn look(&self) -> Result<BTreeMap<PathBuf, (SystemTime, u64)>, Failure> {
        let files = if self.path.is_dir() { tree::walk(&self.path)? } else { vec![self.path.clone()] };
        let state = |path: PathBuf| {
            let metadata =
                fs::metadata(&path).and_then(|metadata| Ok((metadata.modified()?, metadata.len())));
            match metadata {
                Ok(state) => Some(Ok((path, state))),
                Err(error) if error.kind() == io::ErrorKind::NotFound && path != self.path => None,
                Err(error) => Some(Err(Failure::io("read", &path, &error))),
            }
        };
        files.into_iter().filter_map(state).collect()
    }
}
