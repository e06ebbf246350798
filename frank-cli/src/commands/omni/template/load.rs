//! A template on the command line: read, validated, rendered.

use std::path::{Path, PathBuf};

use clap::Args;
use manifest::report::Report;
use manifest::yaml;
use omni_client::resource::AnyResource;
use omni_client::template::{Refusal, Template};

use crate::commands::omni::files::Beside;
use crate::failure::Failure;
use crate::file;
use crate::format::Format;

/// Which template is meant, and how what is wrong with it is told.
#[derive(Args)]
pub(super) struct Input {
    /// The cluster template; `-` for standard input
    ///
    /// Files that it names are looked for in its directory, and nowhere else, unless `--allowed-dir` says so.
    #[arg(short, long, value_name = "FILE")]
    file: PathBuf,

    #[command(flatten)]
    reach: Reach,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Input {
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// What the template renders to, or everything that is wrong with it.
    pub(super) fn load(&self) -> Result<Result<Vec<AnyResource>, Report>, Failure> {
        load(&self.file, &self.reach)
    }
}

/// Which files a template may name.
#[derive(Args)]
pub(super) struct Reach {
    /// The directory in which files that a template names are looked for, and out of which no name leads; taken from
    /// where the template is
    #[arg(long, value_name = "DIR", default_value = "./")]
    allowed_dir: PathBuf,
}

/// The cluster that a template is for; every template that is valid has one.
pub(super) fn cluster(resources: &[AnyResource]) -> Option<&str> {
    let is_cluster = |resource: &&AnyResource| matches!(resource, AnyResource::Cluster(_));
    resources.iter().find(is_cluster).map(|cluster| &*cluster.metadata().id)
}

/// Reads, validates and renders one template.
pub(super) fn load(path: &Path, reach: &Reach) -> Result<Result<Vec<AnyResource>, Report>, Failure> {
    let source = file::other(path)?;
    let read = Template::load(&source);
    if !read.findings.is_empty() {
        return Ok(Err(Report::new(read.findings, [source])));
    }
    let host = Beside::of(path, &reach.allowed_dir);
    let refused = |refusal: Refusal, documents: &[yaml::Document]| {
        Ok(Err(Report::new(refusal.findings(documents), [source.clone()])))
    };
    if let Err(refusal) = read.template.validate(&host) {
        return refused(refusal, &read.documents);
    }
    match read.template.render(&host) {
        Ok(resources) => Ok(Ok(resources)),
        Err(refusal) => refused(refusal, &read.documents),
    }
}
