//! Doing what a plan says.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::plan::{Change, Deed, Plan};
use crate::failure::Failure;
use crate::file;

impl Plan<'_> {
    /// Writes and deletes.
    ///
    /// All texts are written beside their files before the first file is replaced: what fails for want of space or
    /// rights leaves everything as it was.
    pub(crate) fn apply(&self) -> Result<(), Failure> {
        // Outlives the staged files, so that it finds its directories empty.
        let mut made = Made(Vec::new());
        let mut staged = Vec::new();
        for Change { path, deed } in &self.changes {
            let (text, permissions) = match deed {
                Deed::Create { text } => (text, None),
                Deed::Update { text, permissions, .. } => (text, Some(permissions.clone())),
                Deed::Delete { .. } => continue,
            };
            let path = self.root.join(path);
            let file = made
                .directory(file::parent(&path))
                .and_then(|()| file::stage(file::parent(&path), text, permissions))
                .map_err(|error| unwritable(&path, &error))?;
            staged.push((file, path));
        }
        made.0.clear();
        for (file, path) in staged {
            file.persist(&path).map_err(|error| Failure::io("write", &path, &error.error))?;
        }
        for change in self.changes.iter().filter(|change| matches!(change.deed, Deed::Delete { .. })) {
            let path = self.root.join(&change.path);
            fs::remove_file(&path).map_err(|error| Failure::io("delete", &path, &error))?;
            self.tidy(&change.path);
        }
        Ok(())
    }

    /// Removes the directories that a deleted file leaves empty.
    fn tidy(&self, deleted: &str) {
        let parents = Path::new(deleted).ancestors().skip(1).filter(|parent| *parent != Path::new(""));
        for parent in parents {
            // Fails for a directory that is not empty, which is meant.
            if fs::remove_dir(self.root.join(parent)).is_err() {
                break;
            }
        }
    }
}

/// Directories that were made for files that may not come.
struct Made(Vec<PathBuf>);

impl Made {
    fn directory(&mut self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            return Ok(());
        }
        if let Some(parent) = path.parent().filter(|parent| *parent != Path::new("")) {
            self.directory(parent)?;
        }
        fs::create_dir(path)?;
        self.0.push(path.to_path_buf());
        Ok(())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for directory in self.0.iter().rev() {
            // What cannot be removed is not empty, and then not ours alone.
            let _ = fs::remove_dir(directory);
        }
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::io("write", path, error).help("nothing was written; name another directory with `-o`")
}
