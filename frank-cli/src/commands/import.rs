//! `frank import`.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use cluster_model::estate::Estate;
use cluster_model::import::{Expressed, Imported, Meaning, Repository};

use crate::failure::Failure;
use crate::file::{self, SPEC};
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
        let mut text = format!("wrote {}\n", path.display());
        text.push_str(&summary(&imported));
        for file in repository.files() {
            if let Meaning::Unknown(why) = &file.meaning {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "not understood: {}: {why}", file.path);
            }
        }
        terminal::print(&visible(&text))?;
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
                    .help("`frank check` says what is wrong with its files"))
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

/// What the spec says and what it does not.
fn summary(imported: &Imported) -> String {
    let mut text = String::new();
    let said = imported.pieces.iter().filter(|piece| piece.expressed == Expressed::Yes).count();
    let _ = writeln!(text, "said by the spec: {said} of {}", imported.pieces.len());
    for piece in &imported.pieces {
        let words = match piece.expressed {
            Expressed::Yes => continue,
            Expressed::Differs => "said otherwise by the spec",
            Expressed::No => "stays as it is",
        };
        let _ = writeln!(text, "{words}: {} {} ({})", piece.resource.kind, piece.resource.id, piece.file);
    }
    for path in &imported.missing {
        let _ = writeln!(text, "to be filled in: {path}");
    }
    text
}
