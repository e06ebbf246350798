//! `frank cilium`.

mod check;
mod diff;
mod lb;

use std::path::Path;

use cilium_values::values::{self, Read};
use cilium_values::{CiliumVersion, VersionError, chart};
use clap::{Args, Subcommand};
use manifest::yaml::{self, Document, GoYaml};
use manifest::{Finding, Source};

use crate::failure::Failure;
use crate::file;
use crate::outcome::Outcome;
use crate::tree;

/// Check Cilium's values and manifests, compare versions of its chart, hand out addresses
#[derive(Args)]
pub(crate) struct Cilium {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Diff(diff::Diff),
    Lb(lb::Lb),
}

impl Cilium {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Check(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Lb(command) => command.run(),
        }
    }
}

/// A version of Cilium of which something is known.
fn version(text: &str) -> Result<CiliumVersion, String> {
    let version: CiliumVersion = text.parse().map_err(|error: VersionError| error.to_string())?;
    if version.is_covered() {
        return Ok(version);
    }
    let versions = chart::versions();
    let minors = versions.first().zip(versions.last()).map(|(first, last)| (first.minor(), last.minor()));
    let (first, last) = minors.unwrap_or_default();
    Err(format!("the charts of Cilium 1.{first} to 1.{last} are known, not that of {version}"))
}

/// The values of a file, with its text.
fn values(path: &Path) -> Result<(Source, Read), Failure> {
    let source = file::other(path)?;
    let read = values::read(&source);
    Ok((source, read))
}

/// Texts of manifests, their documents, and those that are no YAML.
#[derive(Default)]
struct Manifests {
    sources: Vec<Source>,
    documents: Vec<Document>,
    findings: Vec<Finding>,
}

impl Manifests {
    fn read(path: &Path) -> Result<Self, Failure> {
        let mut manifests = Self::default();
        for source in tree::sources(path)? {
            match yaml::parse_as(&source, GoYaml::KUBERNETES) {
                Ok(documents) => manifests.documents.extend(documents),
                Err(finding) => manifests.findings.push(*finding),
            }
            manifests.sources.push(source);
        }
        Ok(manifests)
    }
}
