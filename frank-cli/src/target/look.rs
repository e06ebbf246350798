//! What is at a path below the target, seen without following links.

use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::obstacle::Obstacle;
use crate::failure::reason;

/// What is there.
pub(super) enum Found {
    Nothing,
    File(Metadata),
    Directory,
}

/// Looks at `path` below `root`, directory by directory.
///
/// Fails if the path leads out of the target, over a link, through a file, or ends at what is neither a file nor a
/// directory.
pub(super) fn look(root: &Path, path: &str) -> Result<Found, Obstacle> {
    let path = Path::new(path);
    if !path.components().all(|component| matches!(component, Component::Normal(_))) {
        return Err(Obstacle::new(path.display().to_string(), "leads out of the target directory"));
    }
    let mut at = PathBuf::new();
    let mut found = Found::Directory;
    for component in path.components() {
        if !matches!(found, Found::Directory) {
            return Err(Obstacle::new(
                at.display().to_string(),
                "there is a file where a directory is needed",
            ));
        }
        at.push(component);
        let refused = |why: &str| Err(Obstacle::new(at.display().to_string(), why));
        found = match fs::symlink_metadata(root.join(&at)) {
            Ok(metadata) if metadata.is_dir() => Found::Directory,
            Ok(metadata) if metadata.is_file() => Found::File(metadata),
            Ok(metadata) if metadata.is_symlink() => return refused("is a symbolic link"),
            Ok(_) => return refused("is neither a file nor a directory"),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return refused(&reason(&error)),
        };
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn paths_that_lead_out_of_the_target_are_refused() {
        let root = tempfile::tempdir().unwrap();
        for path in ["../x", "a/../../x", "/etc/passwd", "./x", "a/.."] {
            assert!(look(root.path(), path).is_err(), "{path}");
        }
        for path in ["x", "a/b/x", "a..b", "...", "a/./b"] {
            assert!(look(root.path(), path).is_ok(), "{path}");
        }
    }
}
