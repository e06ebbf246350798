//! Files of resources, and the files that a template names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use manifest::yaml::{self, Document};
use manifest::{Finding, Source};
use omni_client::OmniVersion;
use omni_client::resource::{self, AnyResource};
use omni_client::template::Host;
use talos_config::{Minor, Patch};

use crate::failure::{Failure, reason};
use crate::file::{self, STANDARD};

/// What files declare, and what is wrong with them.
#[derive(Default)]
pub(super) struct Resources {
    /// What could be read, in the order of files (by name) and documents.
    pub(super) read: Vec<AnyResource>,
    pub(super) findings: Vec<Finding>,
    pub(super) sources: Vec<Source>,
}

impl Resources {
    /// Reads a file, standard input, or every `.yaml` and `.yml` file below a directory.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let mut read = Self::default();
        if path != Path::new(STANDARD) && path.is_dir() {
            for file in some_yaml_files(path)? {
                read.add(file::other(&file)?);
            }
        } else {
            read.add(file::other(path)?);
        }
        Ok(read)
    }

    fn add(&mut self, source: Source) {
        match yaml::parse_as(&source, OmniVersion::LATEST.yaml()) {
            Ok(documents) => {
                for document in documents {
                    let decoded = resource::read(&document);
                    self.findings.extend(decoded.findings);
                    self.read.extend(decoded.value);
                }
            }
            Err(finding) => self.findings.push(*finding),
        }
        self.sources.push(source);
    }
}

/// The YAML files below a directory, of which there has to be one.
pub(super) fn some_yaml_files(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let files = yaml_files(directory)?;
    if files.is_empty() {
        return Err(Failure::new(format!("there are no YAML files in `{}`", directory.display()))
            .help("name a directory with files that end in `.yaml` or `.yml`"));
    }
    Ok(files)
}

/// The YAML files below a directory, by name. Links are not followed, so that there is an end.
fn yaml_files(directory: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: &io::Error| Failure::io("read", directory, error);
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).map_err(|error| failed(&error))? {
        let entry = entry.map_err(|error| failed(&error))?;
        let path = entry.path();
        if entry.file_type().map_err(|error| failed(&error))?.is_dir() {
            files.extend(yaml_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The files that a template may name. Whatever a link leads out of the directory to is refused.
pub(super) struct Beside {
    directory: PathBuf,
}

impl Beside {
    /// The files in `allowed`, which is taken from where `template` is; standard input is in the working directory.
    pub(super) fn of(template: &Path, allowed: &Path) -> Self {
        let directory = if template == Path::new(STANDARD) { Path::new(".") } else { file::parent(template) };
        Self { directory: directory.join(allowed) }
    }
}

impl Host for Beside {
    fn read(&self, path: &str) -> Result<String, String> {
        let refused = |error: &io::Error| format!("openat {path}: {}", reason(error));
        let root = self.directory.canonicalize().map_err(|error| refused(&error))?;
        let file = root.join(path).canonicalize().map_err(|error| refused(&error))?;
        if !file.starts_with(&root) {
            return Err(format!("openat {path}: path escapes from parent"));
        }
        if file.is_dir() {
            return Err(format!("read {path}: is a directory"));
        }
        let bytes = file::read(&file).map_err(|error| refused(&error))?;
        String::from_utf8(bytes).map_err(|_| format!("openat {path}: not UTF-8"))
    }

    fn check_talos(&self, documents: &[Document]) -> Result<(), Box<Finding>> {
        Patch::accept(documents, TALOS_OF_OMNI)
    }
}

/// The Talos that the newest Omni is built with, and by which it judges a patch, whatever the cluster runs.
const TALOS_OF_OMNI: Minor = Minor::V1_14;
