//! What is checked: a cluster spec, or the files of a directory.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cluster_model::dated;
use cluster_model::import::{File, Meaning, Repository};
use cluster_model::waiver::{self, Date, Told};
use manifest::report::Report;
use manifest::{Finding, Source};

use crate::failure::Failure;
use crate::{file, repository};

/// What is checked.
pub(crate) enum Subject {
    /// A cluster spec.
    Spec(Source),
    /// A directory and its files, by their paths in it.
    Repository { root: PathBuf, files: BTreeMap<String, Vec<u8>> },
}

impl Subject {
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        if path.is_dir() {
            let files = repository::files(path)?.into_iter().collect();
            return Ok(Self::Repository { root: path.to_owned(), files });
        }
        Ok(Self::Spec(file::source(path)?))
    }

    /// Its texts, in the order of their names.
    pub(crate) fn sources(&self) -> Vec<Source> {
        match self {
            Self::Spec(source) => vec![source.clone()],
            Self::Repository { files, .. } => {
                let source =
                    |(name, bytes): (&String, &Vec<u8>)| Source::from_bytes(name, bytes.clone()).ok();
                files.iter().filter_map(source).collect()
            }
        }
    }

    /// What is wrong with it when these are its texts, and what of it is waived on a day.
    pub(crate) fn check(&self, texts: &[Source], today: Date) -> Told {
        let mut findings = self.findings(texts);
        findings.extend(dated::check(texts, today));
        waiver::apply(findings, texts, today)
    }

    /// What is wrong with it when these are its texts, whoever waives it.
    pub(crate) fn findings(&self, texts: &[Source]) -> Vec<Finding> {
        match self {
            Self::Spec(_) => texts.iter().flat_map(|text| cluster_model::check(text).findings).collect(),
            Self::Repository { files, .. } => {
                let mut files = files.clone();
                files.extend(texts.iter().map(|text| (text.name().to_owned(), text.text().into())));
                Repository::read(files).check()
            }
        }
    }

    /// What each of its files was understood as, a line for each.
    pub(crate) fn meanings(&self) -> String {
        match self {
            Self::Spec(source) => format!("{}: {}\n", source.name(), Meaning::Spec),
            Self::Repository { root, files } => {
                let repository = Repository::read(files.clone());
                let line =
                    |file: &File| format!("{}: {}\n", repository::shown(root, &file.path), file.meaning);
                repository.files().iter().map(line).collect()
            }
        }
    }

    /// Findings with the texts they speak of, under the paths that the user would write.
    pub(crate) fn report(&self, texts: Vec<Source>, findings: Vec<Finding>) -> Report {
        match self {
            Self::Spec(_) => Report::new(findings, texts),
            Self::Repository { root, .. } => repository::report(root, &texts, findings),
        }
    }

    /// The path of one of its texts; that of standard input is no path of a file.
    pub(crate) fn path(&self, text: &Source) -> PathBuf {
        match self {
            Self::Spec(source) => PathBuf::from(source.name()),
            Self::Repository { root, .. } => root.join(text.name()),
        }
    }
}
