//! `frank talos patch`.

use std::path::{Path, PathBuf};

use clap::Args;
use manifest::report::Report;
use manifest::{Finding, Source};
use talos_config::patch::{self, Patched};
use talos_config::{Minor, Patch as Loaded};

use crate::failure::Failure;
use crate::file::{self, STANDARD};
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Apply patches to a machine configuration
///
/// The result is that of `talosctl machineconfig patch`, byte for byte. Any stream of documents can be patched, not only
/// the whole configuration of a machine. The result is not validated.
#[derive(Args)]
pub(crate) struct Patch {
    /// The configuration; `-` for standard input
    #[arg(value_name = "CONFIG")]
    config: PathBuf,

    /// A patch, or a file with one: `@FILE`. May be given several times; they are applied in that order
    ///
    /// Like talosctl since 1.12, a word that cannot be a patch is the name of a file without the `@`, too.
    #[arg(short, long = "patch", value_name = "PATCH", required = true)]
    patches: Vec<String>,

    /// The file to write; standard output if none is named
    #[arg(short, long, value_name = "FILE", default_value = STANDARD)]
    output: PathBuf,

    /// The version of Talos that reads, merges and writes
    #[arg(long, value_name = "VERSION", default_value_t)]
    talos: Minor,

    /// Say behind each value, as a comment, which text set it and what it overrode
    #[arg(long)]
    origin: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Patch {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let config = file::other(&self.config)?;
        let sources = self.patches.iter().enumerate().map(|(index, text)| self.source(index, text));
        let sources = sources.collect::<Result<Vec<_>, _>>()?;
        let loaded: Vec<_> = sources.iter().map(|source| Loaded::load(source, self.talos)).collect();
        let findings: Vec<Finding> = loaded.iter().flat_map(|loaded| &loaded.findings).cloned().collect();
        if !findings.is_empty() {
            self.tell(findings, sources);
            return Ok(Outcome::Findings);
        }
        let patches: Vec<_> = loaded.into_iter().filter_map(|loaded| loaded.value).collect();
        let result = if self.origin {
            patch::apply_with_origins(&config, &patches, self.talos)
                .map(|patched| Patched::annotated(&patched))
        } else {
            patch::apply(&config, &patches, self.talos)
        };
        // What is wrong, or else what nobody would expect of the result.
        let findings = patch::diagnose(&config, &patches, self.talos);
        let sources = std::iter::once(config).chain(sources).collect();
        let outcome = match result {
            Ok(text) => {
                self.write(&text)?;
                Outcome::Clean
            }
            Err(_) => Outcome::Findings,
        };
        if !findings.is_empty() {
            self.tell(findings, sources);
        }
        Ok(outcome)
    }

    fn source(&self, index: usize, patch: &str) -> Result<Source, Failure> {
        match patch::file_named_by(patch, self.talos) {
            Some(file) => file::other(Path::new(file)),
            None => Ok(Source::new(format!("--patch {}", index + 1), patch)),
        }
    }

    fn tell(&self, findings: Vec<Finding>, sources: Vec<Source>) {
        let report = Report::new(findings, sources);
        terminal::tell(&self.format.render(&report, Stream::Error));
    }

    fn write(&self, text: &str) -> Result<(), Failure> {
        if self.output.as_os_str() == STANDARD {
            return terminal::print(text);
        }
        let failed = |error: &std::io::Error| Failure::io("write", &self.output, error);
        let staged = file::stage(file::parent(&self.output), text, None).map_err(|error| failed(&error))?;
        staged.persist(&self.output).map(drop).map_err(|error| failed(&error.error))
    }
}
