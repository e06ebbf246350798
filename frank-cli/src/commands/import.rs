//! `frank import`.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use cluster_model::estate::Estate;
use cluster_model::import::{Expressed, Imported, Meaning, Piece, Repository};
use serde::Serialize;

use crate::failure::Failure;
use crate::file::{self, SPEC};
use crate::format::DataFormat;
use crate::outcome::Outcome;
use crate::repository;
use crate::terminal::{self, visible};

/// Write the spec of a cluster whose repository nobody generated
///
/// The spec says what the repository declares, as far as a spec has words for it. Files of the repository are only read:
/// what the spec cannot say stays where it is, comments and all, and is listed. What the spec has to say and the
/// repository does not, such as addresses that DHCP gives, is listed at its head.
#[derive(Args)]
pub(crate) struct Import {
    /// The directory
    #[arg(value_name = "DIR", default_value = ".")]
    directory: PathBuf,

    /// The file to write; `cluster.yaml` in the directory if none is named. A file that is there is never overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The cluster, if the repository declares several
    #[arg(long, value_name = "NAME")]
    cluster: Option<String>,

    /// How to write what became of each piece of the repository
    #[arg(long, value_enum, default_value_t)]
    format: DataFormat,
}

/// What became of a repository, as JSON.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'i> {
    /// The spec that was written.
    spec: String,
    /// What the repository declares, and whether the spec says it.
    pieces: &'i [Piece],
    /// What the spec has to say and the repository does not.
    missing: Vec<String>,
    /// Files about machines that Omni is not told of, which a spec has no words for.
    other_files: Vec<OtherFile<'i>>,
    /// Files that stay as they are because nobody here reads them.
    not_understood: Vec<NotUnderstood<'i>>,
}

/// A file that was understood and that a spec does not replace.
#[derive(Serialize)]
struct OtherFile<'i> {
    file: &'i str,
    what: String,
}

/// A file that was not understood.
#[derive(Serialize)]
struct NotUnderstood<'i> {
    file: &'i str,
    why: &'i str,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let repository = Repository::read(repository::files(&self.directory)?);
        if let Some(spec) = repository.spec().filter(|_| self.output.is_none()) {
            let failure =
                Failure::new(format!("`{}` is a spec already", self.directory.join(spec.name()).display()));
            return Err(failure.help("name another file with `-o`"));
        }
        let estates = repository.estates();
        let estate = self.choose(&estates)?;
        let imported = Imported::of(estate).map_err(|error| {
            let failure = Failure::new(format!("cannot import the cluster `{}`: {error}", estate.name));
            failure.details(std::error::Error::source(&error).map(ToString::to_string))
        })?;
        let path = self.output.clone().unwrap_or_else(|| self.directory.join(SPEC));
        file::create(&path, &imported.text)?;
        let not_understood = repository.files().iter().filter_map(|file| match &file.meaning {
            Meaning::Unknown(why) => Some(NotUnderstood { file: &file.path, why }),
            _ => None,
        });
        let others = repository.files().iter().filter(|file| {
            matches!(file.meaning, Meaning::MachineConfiguration | Meaning::TalosPatch)
                && !repository.omni().patches.iter().any(|patch| patch.text.source.name() == file.path)
        });
        let other_files = others.map(|file| OtherFile { file: &file.path, what: file.meaning.to_string() });
        let result = Report {
            other_files: other_files.collect(),
            spec: file::shown(&path),
            pieces: &imported.pieces,
            missing: imported.missing.iter().map(ToString::to_string).collect(),
            not_understood: not_understood.collect(),
        };
        terminal::print(&match self.format {
            DataFormat::Human => visible(&result.summary()).into_owned(),
            DataFormat::Json => DataFormat::json(&result)?,
        })?;
        Ok(Outcome::Clean)
    }

    fn choose<'e>(&self, estates: &'e [Estate]) -> Result<&'e Estate, Failure> {
        let names: Vec<&str> = estates.iter().map(|estate| &*estate.name).collect();
        let wanted = |estate: &&Estate| self.cluster.as_ref().is_none_or(|name| estate.name == *name);
        let found: Vec<&Estate> = estates.iter().filter(wanted).collect();
        match *found.as_slice() {
            [one] => Ok(one),
            [] if names.is_empty() => {
                Err(Failure::new(format!("`{}` declares no cluster", self.directory.display()))
                    .help("`frank check --files` says what each file was understood as"))
            }
            [] => {
                Err(Failure::new("there is no such cluster")
                    .details([format!("there are {}", names.join(", "))]))
            }
            _ => Err(Failure::new("there are several clusters")
                .details([names.join(", ")])
                .help("choose one with `--cluster`")),
        }
    }
}

impl Report<'_> {
    /// What the spec says and what it does not, for people.
    fn summary(&self) -> String {
        // Writing to a string cannot fail.
        let mut text = format!("wrote {}\n", self.spec);
        let said = self.pieces.iter().filter(|piece| piece.expressed == Expressed::Yes).count();
        let _ = writeln!(text, "said by the spec: {said} of {}", self.pieces.len());
        for piece in self.pieces {
            let words = match piece.expressed {
                Expressed::Yes => continue,
                Expressed::Differs => "said otherwise by the spec",
                Expressed::No => "stays as it is",
            };
            let _ = writeln!(text, "{words}: {} {} ({})", piece.resource.kind, piece.resource.id, piece.file);
        }
        for OtherFile { file, what } in &self.other_files {
            let _ = writeln!(text, "stays as it is: {what} ({file})");
        }
        for path in &self.missing {
            let _ = writeln!(text, "to be filled in: {path}");
        }
        for NotUnderstood { file, why } in &self.not_understood {
            let _ = writeln!(text, "not understood: {file}: {why}");
        }
        text
    }
}
