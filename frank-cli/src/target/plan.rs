//! What has to be done so that a directory holds the artifacts.

use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::path::Path;

use cluster_model::Artifact;
use cluster_model::spec::Layout;

use super::look::{Found, look};
use super::obstacle::{Obstacle, stop};
use super::stale;
use crate::failure::{Failure, reason};
use crate::file;

/// What is to be where.
pub(crate) struct Request<'a> {
    /// The target directory. It may be missing.
    pub(crate) root: &'a Path,
    /// All files that belong there.
    pub(crate) artifacts: &'a [Artifact],
    /// Where the cluster has its artifacts, also those that it does not have now.
    pub(crate) layout: &'a Layout,
    /// The cluster spec itself, which is never touched. Absent: it is no file.
    pub(crate) spec: Option<&'a Path>,
    /// Whether files may be overwritten that do not carry our mark.
    pub(crate) force: bool,
}

/// The changes that lead there, by path. None of them is in the way of anything.
pub(crate) struct Plan<'a> {
    pub(super) root: &'a Path,
    pub(super) changes: Vec<Change<'a>>,
    pub(super) unchanged: usize,
}

/// A change of one file.
pub(super) struct Change<'a> {
    pub(super) path: String,
    pub(super) deed: Deed<'a>,
}

/// What is done to a file.
pub(super) enum Deed<'a> {
    Create { text: &'a str },
    Update { before: Vec<u8>, permissions: Permissions, text: &'a str },
    Delete { before: Vec<u8> },
}

impl<'a> Plan<'a> {
    /// Compares a directory with what belongs there. Changes nothing.
    ///
    /// Fails with everything that is in the way.
    pub(crate) fn new(request: &Request<'a>) -> Result<Self, Failure> {
        let mut plan = Self { root: request.root, changes: Vec::new(), unchanged: 0 };
        match fs::metadata(request.root) {
            Ok(metadata) if !metadata.is_dir() => {
                let target = request.root.display();
                return Err(Failure::new(format!(
                    "cannot write into `{target}`: it is a file, not a directory"
                )));
            }
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(Failure::io("write into", request.root, &error));
            }
            _ => {}
        }
        let mut obstacles = Vec::new();
        for artifact in request.artifacts {
            match deed(request, artifact) {
                Ok(Some(deed)) => plan.changes.push(Change { path: artifact.path.clone(), deed }),
                Ok(None) => plan.unchanged += 1,
                Err(obstacle) => obstacles.push(obstacle),
            }
        }
        match stale::files(request) {
            Ok(files) => plan.changes.extend(
                files.into_iter().map(|(path, before)| Change { path, deed: Deed::Delete { before } }),
            ),
            Err(obstacle) => obstacles.push(obstacle),
        }
        stop(obstacles)?;
        plan.changes.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(plan)
    }

    /// Whether anything is to be done.
    pub(crate) fn changes_anything(&self) -> bool {
        !self.changes.is_empty()
    }
}

/// What has to be done for one artifact; nothing if it is there already.
fn deed<'a>(request: &Request<'a>, artifact: &'a Artifact) -> Result<Option<Deed<'a>>, Obstacle> {
    let Artifact { path, text } = artifact;
    let metadata = match look(request.root, path)? {
        Found::Nothing => return Ok(Some(Deed::Create { text })),
        Found::Directory => return Err(Obstacle::new(path, "there is a directory where a file is needed")),
        Found::File(metadata) => metadata,
    };
    let before = file::read(&request.root.join(path))
        .map_err(|error| Obstacle::new(path, format!("cannot be read: {}", reason(&error))))?;
    if before == text.as_bytes() {
        return Ok(None);
    }
    if !request.force && !Artifact::is_generated(&String::from_utf8_lossy(&before)) {
        return Err(Obstacle::not_ours(path));
    }
    Ok(Some(Deed::Update { before, permissions: metadata.permissions(), text }))
}
