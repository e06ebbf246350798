//! Files that were generated once and do not belong to the cluster any more.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use cluster_model::Artifact;
use cluster_model::scalar::PathPattern;
use cluster_model::spec::{Layer, Layout};

use super::look::{Found, look};
use super::obstacle::Obstacle;
use super::plan::Request;
use crate::failure::reason;
use crate::file;

/// Files with our mark that are not among the artifacts, with their content.
///
/// Looked for in the directories that the artifacts are in, and everywhere below those that the layout names.
/// Links are not followed, hidden directories not entered.
pub(super) fn files(request: &Request<'_>) -> Result<Vec<(String, Vec<u8>)>, Obstacle> {
    let wanted: BTreeSet<&str> = request.artifacts.iter().map(|artifact| &*artifact.path).collect();
    let mut stale = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = directories(request);
    while let Some((directory, deep)) = open.pop() {
        let unreadable = |error: io::Error| {
            let name = if directory.is_empty() { "." } else { &directory };
            Obstacle::new(name, format!("cannot be read: {}", reason(&error)))
        };
        if !seen.insert(directory.clone()) || !matches!(look(request.root, &directory), Ok(Found::Directory))
        {
            continue;
        }
        if directory.is_empty() && !request.root.exists() {
            continue;
        }
        for entry in fs::read_dir(request.root.join(&directory)).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            // A name that is not Unicode is none of ours.
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = if directory.is_empty() { name.clone() } else { format!("{directory}/{name}") };
            let kind = entry.file_type().map_err(unreadable)?;
            if kind.is_dir() && deep && !name.starts_with('.') {
                open.push((path, true));
            } else if kind.is_file() && !wanted.contains(&*path) {
                stale.extend(ours(request, &path).map_err(unreadable)?.map(|content| (path, content)));
            }
        }
    }
    Ok(stale)
}

/// Where to look, and whether to look below it, too; those come last.
fn directories(request: &Request<'_>) -> Vec<(String, bool)> {
    let parents = request
        .artifacts
        .iter()
        .map(|artifact| artifact.path.rsplit_once('/').map_or("", |(parent, _)| parent));
    let parents: BTreeSet<&str> = parents.collect();
    let Layout { patches, cilium } = request.layout;
    let bases = [patches, cilium].into_iter().flat_map(bases);
    parents
        .into_iter()
        .map(|parent| (parent.to_owned(), false))
        .chain(bases.map(|base| (base, true)))
        .collect()
}

/// The directories that hold all that a pattern can stand for.
fn bases(pattern: &PathPattern) -> Vec<String> {
    let pattern_text = pattern.to_string();
    let fixed: Vec<&str> = pattern_text.split('/').take_while(|part| !part.contains('{')).collect();
    if fixed.is_empty() {
        let layers = [Layer::NodeConfig, Layer::Cilium, Layer::Accelerators];
        layers.map(|layer| pattern.fill(layer.number(), &layer.to_string())).into()
    } else {
        vec![fixed.join("/")]
    }
}

/// The content of a file with our mark; none for every other file.
fn ours(request: &Request<'_>, path: &str) -> io::Result<Option<Vec<u8>>> {
    let path = request.root.join(path);
    let mut head = Vec::new();
    match File::open(&path) {
        Ok(file) => file.take(LONGEST_MARK).read_to_end(&mut head)?,
        // What we cannot read we did not write.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(None),
        Err(error) => return Err(error),
    };
    if !Artifact::is_generated(&String::from_utf8_lossy(&head)) || is_spec(request, &path) {
        return Ok(None);
    }
    file::read(&path).map(Some)
}

fn is_spec(request: &Request<'_>, path: &Path) -> bool {
    let same = |spec: &Path| Some(fs::canonicalize(spec).ok()? == fs::canonicalize(path).ok()?);
    request.spec.and_then(same).unwrap_or_default()
}

/// The mark stands within this many bytes.
const LONGEST_MARK: u64 = 1024;

#[cfg(test)]
mod tests {
    use super::bases;

    #[test]
    fn bases_are_as_deep_as_a_pattern_is_fixed() {
        let of = |pattern: &str| bases(&pattern.parse().unwrap());
        assert_eq!(of("patches/phase{layer:02}-{name}"), ["patches"]);
        assert_eq!(of("omni/lab/{name}/patches"), ["omni/lab"]);
        assert_eq!(of("apps/cilium"), ["apps/cilium"]);
        assert_eq!(of("{name}"), ["node-config", "cilium", "accelerators"]);
    }
}
