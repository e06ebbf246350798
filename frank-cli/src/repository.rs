//! A directory, read as a repository.

use std::path::Path;

use cluster_model::import::Repository;
use manifest::report::Report;
use manifest::{Finding, Place, Source};

use crate::failure::Failure;
use crate::{file, tree};

/// Files whose texts matter; of the others only the paths do.
const READ: [&str; 3] = ["yaml", "yml", "md"];

/// Reads a directory.
pub(crate) fn read(root: &Path) -> Result<Repository, Failure> {
    let mut files = Vec::new();
    for path in tree::walk(root)? {
        let inside = path.strip_prefix(root).unwrap_or(&path);
        let name: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let is_read = path.extension().is_some_and(|extension| READ.iter().any(|known| extension == *known));
        let bytes = if is_read {
            file::read(&path).map_err(|error| Failure::io("read", &path, &error))?
        } else {
            Vec::new()
        };
        files.push((name.join("/"), bytes));
    }
    Ok(Repository::read(files))
}

/// Findings about a repository with the paths of its files as the user would write them.
pub(crate) fn report(root: &Path, repository: &Repository, findings: Vec<Finding>) -> Report {
    let shown = |name: &str| root.join(name).display().to_string();
    let strip = |name: String| name.strip_prefix("./").map_or(name.clone(), str::to_owned);
    let rename = |place: &mut Place| {
        if let Some(source) = &mut place.source {
            *source = strip(shown(source));
        }
    };
    let findings = findings.into_iter().map(|mut finding| {
        rename(&mut finding.place);
        finding.related.iter_mut().for_each(|related| rename(&mut related.place));
        finding
    });
    let sources = repository.sources().map(|source| Source::new(strip(shown(source.name())), source.text()));
    Report::new(findings, sources)
}
