//! Revisions of a directory or a spec, read through the git library.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cluster_model::import::Repository;
use cluster_model::waiver::Date;
use gix::ObjectId;
use gix::bstr::ByteSlice as _;
use manifest::{FieldPath, Finding, Source};

use crate::failure::Failure;
use crate::{file, repository, tree};

/// A directory, or a file, of a git repository.
pub(crate) struct History {
    git: gix::Repository,
    /// Its path in the repository, `/` between the parts; empty for all of it.
    inside: String,
}

/// What a commit has at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tree {
    /// A file.
    File(ObjectId),
    /// A directory: its files, by their paths in it.
    Directory(BTreeMap<String, ObjectId>),
}

/// A commit, as far as people are told about it.
#[derive(Clone, Debug)]
pub(crate) struct Commit {
    /// As few digits as tell it from all others.
    pub(crate) short: String,
    pub(crate) author: String,
    pub(crate) day: Date,
    pub(crate) title: String,
}

/// What a finding says, wherever its bytes are.
pub(crate) type Key = (&'static str, Option<String>, FieldPath, String);

/// What makes a finding of one revision the same as one of another.
pub(crate) fn key(finding: &Finding) -> Key {
    let place = &finding.place;
    (finding.rule.code, place.source.clone(), place.path.clone(), finding.message.clone())
}

impl History {
    /// The repository that a directory or file is in.
    pub(crate) fn of(path: &Path) -> Result<Self, Failure> {
        let directory = if path.is_dir() { path } else { file::parent(path) };
        let git = gix::discover(directory)
            .map_err(|_| Failure::new(format!("`{}` is in no git repository", path.display())))?;
        let failed = |error: &std::io::Error| Failure::io("read", path, error);
        let here = path.canonicalize().map_err(|error| failed(&error))?;
        let root = git.workdir().map(Path::canonicalize).transpose().map_err(|error| failed(&error))?;
        let inside = root.as_deref().map_or_else(String::new, |root| repository::name(root, &here));
        Ok(Self { git, inside })
    }

    /// A path of the repository that the current directory is in, as `REV:PATH` names it: from the root of the repository
    /// on, or, as for git, from the current directory if it begins with `.` or `..`.
    pub(crate) fn named(inside: &str) -> Result<Self, Failure> {
        let git =
            gix::discover(".").map_err(|_| Failure::new("the current directory is in no git repository"))?;
        let is_relative = matches!(inside.split('/').next(), Some("." | ".."));
        let here = if is_relative { Self::of(Path::new("."))?.inside } else { String::new() };
        let mut parts: Vec<&str> = Vec::new();
        for part in here.split('/').chain(inside.split('/')) {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        Ok(Self { git, inside: parts.join("/") })
    }

    /// The commit that a revision names, such as `main`, `HEAD~3` or `v1.0`.
    pub(crate) fn commit(&self, revision: &str) -> Result<ObjectId, Failure> {
        let unknown = || {
            Failure::new(format!("there is no revision `{revision}`"))
                .help("name a branch, a tag or a commit")
        };
        let object =
            self.git.rev_parse_single(revision).map_err(|_| unknown())?.object().map_err(|_| unknown())?;
        Ok(object.peel_to_commit().map_err(|_| unknown())?.id)
    }

    /// The commits from the newest on, of merges only the first side.
    pub(crate) fn commits(&self) -> Result<Vec<ObjectId>, Failure> {
        let head = self.commit("HEAD")?;
        let walk = self.git.rev_walk([head]).first_parent_only().all().map_err(|error| damaged(&error))?;
        walk.map(|info| Ok(info.map_err(|error| damaged(&error))?.id)).collect()
    }

    /// What a commit has at the path; nothing where there is nothing.
    pub(crate) fn tree(&self, commit: ObjectId) -> Result<Option<Tree>, Failure> {
        let tree = self.find(commit)?.peel_to_tree().map_err(|error| damaged(&error))?;
        let tree = if self.inside.is_empty() {
            tree
        } else {
            let entry = tree.lookup_entry_by_path(&self.inside).map_err(|error| damaged(&error))?;
            let Some(entry) = entry else { return Ok(None) };
            if entry.mode().is_blob() {
                return Ok(Some(Tree::File(entry.object_id())));
            }
            entry
                .object()
                .map_err(|error| damaged(&error))?
                .peel_to_tree()
                .map_err(|error| damaged(&error))?
        };
        let entries = tree.traverse().breadthfirst.files().map_err(|error| damaged(&error))?;
        let files = entries.into_iter().filter(|entry| entry.mode.is_blob());
        let files = files.map(|entry| (entry.filepath.to_str_lossy().into_owned(), entry.oid));
        // As of a directory, hidden files are left out.
        Ok(Some(Tree::Directory(files.filter(|(path, _)| !path.split('/').any(tree::is_hidden)).collect())))
    }

    /// The bytes of a file if its text matters, else none.
    pub(crate) fn bytes(&self, path: &str, file: ObjectId) -> Result<Vec<u8>, Failure> {
        if !repository::is_read(Path::new(path)) {
            return Ok(Vec::new());
        }
        Ok(self.find(file)?.detach().data)
    }

    /// The text of a spec that a commit has at the path.
    pub(crate) fn source(&self, name: &str, file: ObjectId) -> Result<Source, Failure> {
        Source::from_bytes(name, self.find(file)?.detach().data)
            .map_err(|error| Failure::new(format!("cannot read `{name}`: {error}")))
    }

    /// What people are told about a commit.
    pub(crate) fn describe(&self, id: ObjectId) -> Result<Commit, Failure> {
        let commit = self.find(id)?.peel_to_commit().map_err(|error| damaged(&error))?;
        let time = commit.time().map_err(|error| damaged(&error))?;
        Ok(Commit {
            short: commit.short_id().map_or_else(|_| id.to_string(), |short| short.to_string()),
            author: commit.author().map(|author| author.name.to_str_lossy().into_owned()).unwrap_or_default(),
            day: Date::at(u64::try_from(time.seconds).unwrap_or_default()),
            title: commit
                .message()
                .map(|message| message.title.to_str_lossy().trim().to_owned())
                .unwrap_or_default(),
        })
    }

    fn find(&self, id: ObjectId) -> Result<gix::Object<'_>, Failure> {
        self.git.find_object(id).map_err(|error| damaged(&error))
    }
}

/// A walk through states of a path, in which files that are the same in two states are read once.
pub(crate) struct Past<'h> {
    history: &'h History,
    /// The name under which findings speak of a spec.
    name: String,
    tree: Option<Tree>,
    repository: Repository,
    /// What is wrong with the state that was looked at last.
    found: BTreeSet<Key>,
}

impl<'h> Past<'h> {
    pub(crate) fn new(history: &'h History, name: String) -> Self {
        Self { history, name, tree: None, repository: Repository::default(), found: BTreeSet::new() }
    }

    /// What is wrong with the state of a commit.
    pub(crate) fn at(&mut self, commit: ObjectId) -> Result<&BTreeSet<Key>, Failure> {
        let tree = self.history.tree(commit)?;
        if tree == self.tree {
            return Ok(&self.found);
        }
        let findings = match &tree {
            None => Vec::new(),
            Some(Tree::File(file)) => cluster_model::check(&self.history.source(&self.name, *file)?).findings,
            Some(Tree::Directory(files)) => {
                let none = BTreeMap::new();
                let before = match &self.tree {
                    Some(Tree::Directory(files)) => files,
                    _ => &none,
                };
                let gone = before.keys().filter(|path| !files.contains_key(*path));
                let mut changes: Vec<(String, Option<Vec<u8>>)> =
                    gone.map(|path| (path.clone(), None)).collect();
                for (path, file) in files.iter().filter(|(path, file)| before.get(*path) != Some(file)) {
                    changes.push((path.clone(), Some(self.history.bytes(path, *file)?)));
                }
                self.repository.update(changes);
                self.repository.check()
            }
        };
        self.found = findings.iter().map(key).collect();
        self.tree = tree;
        Ok(&self.found)
    }
}

/// Something that git should have and cannot be read.
fn damaged(error: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!("cannot read the git repository: {error}"))
}
