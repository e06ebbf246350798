//! What a template needs from outside.

use manifest::Finding;
use manifest::yaml::Document;

/// The files next to a template, and somebody who knows Talos' configuration.
///
/// A template names files relative to its own directory. Names that lead out of it are refused before the host is
/// asked; links are for the host to refuse.
pub trait Host {
    /// The text of a file, by its name relative to the template's directory, `/` between its parts.
    ///
    /// The error says why there is none, in words that follow `failed to access "name": `. A directory is said
    /// to be one in the words `is a directory`, as Go says it: omnictl does not mind where it only looks for a file.
    fn read(&self, path: &str) -> Result<String, String>;

    /// The first thing that Talos refuses in a patch, before Omni looks at what it sets. The patch comes as the
    /// documents of its text, of which there is at least one; the finding has its place in them.
    ///
    /// Omni refuses a text that Talos does not take. Unless this is given, every text is taken that holds anything
    /// at all.
    fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
        let _ = documents;
        Ok(())
    }
}

/// A host without files.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFiles;

impl Host for NoFiles {
    fn read(&self, path: &str) -> Result<String, String> {
        Err(format!("openat {path}: no such file or directory"))
    }
}

/// Files by name, in memory.
impl<S: AsRef<str>> Host for std::collections::BTreeMap<String, S> {
    fn read(&self, path: &str) -> Result<String, String> {
        let is_inside = |name: &String| {
            let rest = name.strip_prefix(path);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let is_above = |name: &String| {
            let rest = path.strip_prefix(name.as_str());
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        match self.get(path) {
            Some(text) => Ok(text.as_ref().to_owned()),
            None if path == "." || self.keys().any(is_inside) => Err(format!("read {path}: is a directory")),
            None if self.keys().any(is_above) => Err(format!("openat {path}: not a directory")),
            None => NoFiles.read(path),
        }
    }
}

/// Reads a file of the template, and refuses names that lead out of its directory.
pub(super) fn read(host: &dyn Host, path: &str) -> Result<String, String> {
    match inside(path) {
        Some(inside) => host.read(&inside),
        None => Err(format!("openat {}: path escapes from parent", shortest(path))),
    }
}

/// Whether a host says that there is something of that name, which has no text.
pub(super) fn is_directory(error: &str) -> bool {
    error.ends_with(": is a directory")
}

/// The same relative name without `.` and without `..` behind something that it leads out of again, as Go's
/// `filepath.Clean` has it.
fn shortest(path: &str) -> String {
    if path.starts_with('/') {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/').filter(|part| !matches!(*part, "" | ".")) {
        if part == ".." && parts.last().is_some_and(|last| *last != "..") {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// The name without `.` and `..`; none if it is absolute or leads out of the directory on the way.
fn inside(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    if path.starts_with(['/', '\\']) || path.contains('\0') {
        return None;
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(if parts.is_empty() { ".".to_owned() } else { parts.join("/") })
}

#[cfg(test)]
mod tests {
    use super::{inside, shortest};

    #[test]
    fn names_are_shortened_for_messages() {
        assert_eq!(shortest("patches/../../x"), "../x");
        assert_eq!(shortest("./../a//b/./c"), "../a/b/c");
        assert_eq!(shortest("/a/../b"), "/a/../b");
    }

    #[test]
    fn never_leaves_the_directory() {
        assert_eq!(inside("patches/./a.yaml").as_deref(), Some("patches/a.yaml"));
        assert_eq!(inside("patches/../a.yaml").as_deref(), Some("a.yaml"));
        assert_eq!(inside("patches/..").as_deref(), Some("."));
        assert_eq!(inside("patches/../../a.yaml"), None);
        assert_eq!(inside("../template/a.yaml"), None);
        assert_eq!(inside("/etc/passwd"), None);
    }
}
