//! A directory or a spec, read as a repository.

use std::collections::BTreeSet;
use std::path::Path;

use cluster_model::import::Repository;
use cluster_model::{Checked, check};
use manifest::report::Report;
use manifest::{Finding, Place, Source};

use crate::failure::Failure;
use crate::format::Format;
use crate::history::{History, Tree};
use crate::terminal::{self, Stream};
use crate::{file, tree};

/// What a spec or a directory declares.
pub(crate) struct Opened {
    /// The repository; that of a spec is what is generated from it.
    pub(crate) repository: Repository,
    /// What stands before the paths of its files so that they are what the user would write.
    pub(crate) prefix: String,
}

/// Reads a directory, or what is generated from a spec: the file itself, or the one in a directory that holds nothing
/// else about machines. `REV:PATH` is either of them in a revision of git, `REV` where there is no such path all of it.
/// `purpose` is what cannot be done if there is an error, such as `plan with`.
pub(crate) fn open(path: &Path, purpose: &str) -> Result<Opened, Failure> {
    if let Some((revision, inside)) = revision(path) {
        return open_revision(path, revision, inside, purpose);
    }
    if !path.is_dir() {
        let source = file::source(path)?;
        return Ok(Opened { repository: of_spec(path, &source, purpose)?, prefix: String::new() });
    }
    opened(path, read(path)?, purpose, shown(path, ""))
}

/// What a repository declares, or what is generated from its spec if that is all that it holds.
fn opened(path: &Path, repository: Repository, purpose: &str, prefix: String) -> Result<Opened, Failure> {
    let repository = match repository.spec().filter(|_| repository.is_spec_only()) {
        Some(spec) => of_spec(path, spec, purpose)?,
        None => repository,
    };
    Ok(Opened { repository, prefix })
}

/// The two parts of `REV:PATH`, of which the second is empty for a revision alone; none for what is a path.
fn revision(path: &Path) -> Option<(&str, &str)> {
    let text = path.to_str().filter(|text| *text != file::STANDARD && !path.exists())?;
    match text.split_once(':') {
        // One letter is a drive of Windows.
        Some((revision, inside)) => Some((revision, inside)).filter(|_| revision.len() > 1),
        None => History::named("").ok()?.commit(text).is_ok().then_some((text, "")),
    }
}

fn open_revision(path: &Path, revision: &str, inside: &str, purpose: &str) -> Result<Opened, Failure> {
    let history = History::named(inside)?;
    match history.tree(history.commit(revision)?)? {
        None => Err(Failure::new(format!("there is no `{inside}` in `{revision}`"))),
        Some(Tree::File(file)) => {
            let source = history.source(&path.display().to_string(), file)?;
            Ok(Opened { repository: of_spec(path, &source, purpose)?, prefix: String::new() })
        }
        Some(Tree::Directory(files)) => {
            let files = files.into_iter().map(|(name, file)| {
                let bytes = history.bytes(&name, file)?;
                Ok((name, bytes))
            });
            let repository = Repository::read(files.collect::<Result<Vec<_>, Failure>>()?);
            let end = if inside.is_empty() || inside.ends_with('/') { "" } else { "/" };
            opened(path, repository, purpose, format!("{revision}:{inside}{end}"))
        }
    }
}

fn of_spec(path: &Path, source: &Source, purpose: &str) -> Result<Repository, Failure> {
    let Checked { cluster, findings } = check(source);
    let Some(cluster) = cluster else {
        let report = Report::new(findings, [source.clone()]);
        terminal::tell(&Format::default().render(&report, Stream::Error));
        return Err(Failure::new(format!("cannot {purpose} `{}`: it has errors", path.display())));
    };
    Repository::of(&cluster, Some(source))
        .map_err(|error| Failure::new(format!("cannot write a value of the cluster as YAML: {error}")))
}

/// The path of a file below a directory as the user would write it.
pub(crate) fn shown(root: &Path, name: &str) -> String {
    file::shown(&root.join(name))
}

/// Files whose texts matter; of the others only the paths do.
const READ: [&str; 4] = ["yaml", "yml", "md", "toml"];

/// Reads a directory.
fn read(root: &Path) -> Result<Repository, Failure> {
    Ok(Repository::read(files(root)?))
}

/// The files of a directory, by their paths in it, with the bytes of those whose texts matter.
pub(crate) fn files(root: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    tree::walk(root)?.iter().map(|path| Ok((name(root, path), bytes(path)?))).collect()
}

/// The path of a file in a directory, with `/` on every system.
pub(crate) fn name(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let name: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    name.join("/")
}

/// Whether the text of a file matters.
pub(crate) fn is_read(path: &Path) -> bool {
    path.extension().is_some_and(|extension| READ.iter().any(|known| extension == *known))
        || path.file_name().is_some_and(|name| name == "kubeconfig" || name == ".tool-versions")
}

/// The bytes of a file if its text matters, else none.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    if !is_read(path) {
        return Ok(Vec::new());
    }
    file::read(path).map_err(|error| Failure::io("read", path, &error))
}

/// Findings about a repository with the paths of its files as the user would write them.
pub(crate) fn report<'s>(
    root: &Path,
    sources: impl IntoIterator<Item = &'s Source>,
    findings: Vec<Finding>,
) -> Report {
    let places = findings
        .iter()
        .flat_map(|finding| finding.related.iter().map(|related| &related.place).chain([&finding.place]));
    let named: BTreeSet<String> = places.filter_map(|place| place.source.clone()).collect();
    let sources = sources
        .into_iter()
        .filter(|source| named.contains(source.name()))
        .map(|source| Source::new(shown(root, source.name()), source.text()));
    let rename = |place: &mut Place| {
        if let Some(source) = &mut place.source {
            *source = shown(root, source);
        }
    };
    let findings = findings.into_iter().map(|mut finding| {
        rename(&mut finding.place);
        finding.related.iter_mut().for_each(|related| rename(&mut related.place));
        finding
    });
    Report::new(findings, sources)
}

impl Opened {
    /// Its texts under the names that the user would write.
    pub(crate) fn sources(&self) -> impl Iterator<Item = Source> {
        let named = |source: &Source| Source::new(format!("{}{}", self.prefix, source.name()), source.text());
        self.repository.sources().map(named)
    }
}
