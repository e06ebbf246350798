//! Directories of YAML files.

use std::fs;
use std::path::{Path, PathBuf};

use manifest::Source;

use crate::failure::Failure;
use crate::file::{self, STANDARD};

/// What the names of files end in that are read: JSON is YAML, too.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// The most files that are read of one directory: ten times the largest repository that we know of.
const LIMIT: usize = 100_000;

/// The texts of all YAML and JSON files in and below a directory, by path; of a single file, or of standard input,
/// if the path is one.
pub(crate) fn sources(path: &Path) -> Result<Vec<Source>, Failure> {
    if path == Path::new(STANDARD) || !path.is_dir() {
        return Ok(vec![file::other(path)?]);
    }
    files(path)?.iter().map(|path| file::other(path)).collect()
}

/// The paths of all YAML and JSON files in and below a directory, in the same order on every system.
///
/// Hidden files and directories ([`is_hidden`]) are left out, and links to directories, which may lead in a circle.
pub(crate) fn files(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = walk(directory)?;
    found.retain(|path| is_yaml(path));
    Ok(found)
}

/// The paths of all files in and below a directory, in the same order on every system.
///
/// Hidden files and directories ([`is_hidden`]) are left out, and links to directories, which may lead in a circle.
pub(crate) fn walk(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(directory) = open.pop() {
        let failed = |error| Failure::io("read", &directory, &error);
        for entry in fs::read_dir(&directory).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if is_hidden(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let path = entry.path();
            if entry.file_type().map_err(failed)?.is_dir() {
                open.push(path);
            } else if path.is_file() {
                found.push(path);
            }
            if found.len() > LIMIT {
                let message =
                    format!("cannot read `{}`: it holds more than {LIMIT} files", directory.display());
                return Err(Failure::new(message).help("name a directory that holds less"));
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Whether a file or directory of this name is left out, as `.git` is: rules ask for a few of the hidden files.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && !ASKED_FOR.contains(&name)
}

/// Hidden files in which the versions of tools are pinned (asdf, mise).
const ASKED_FOR: [&str; 2] = [".tool-versions", ".mise.toml"];

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension == *known))
}
