//! `frank generate`.

use std::path::{Path, PathBuf};

use clap::Args;
use cluster_model::{Checked, Cluster};
use manifest::report::Report;

use crate::failure::Failure;
use crate::file::{self, SPEC, STANDARD};
use crate::format::Format;
use crate::outcome::Outcome;
use crate::target::{Plan, Request};
use crate::terminal::{self, Stream};

/// Write every file that a cluster is rolled out with
///
/// Writes only what has changed, and deletes files that frank generated before and that the cluster does not have
/// any more. If the cluster spec has an error, nothing is written. A file that frank did not generate is in the
/// way, not overwritten; symbolic links are not followed.
///
/// Findings go to standard error, what happened to which file to standard output.
#[derive(Args)]
pub(crate) struct Generate {
    /// The cluster spec; `-` for standard input
    #[arg(value_name = "FILE", default_value = SPEC)]
    file: PathBuf,

    /// The directory to write into; made if it is not there
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    output: PathBuf,

    /// Write nothing, list what would change; exit code 1 if anything would
    #[arg(long, conflicts_with = "diff")]
    check: bool,

    /// Write nothing, show what would change as a unified diff; exit code 1 if anything would
    #[arg(long)]
    diff: bool,

    /// Overwrite files that frank did not generate
    #[arg(long)]
    force: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Generate {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let Some(cluster) = self.cluster()? else { return Ok(Outcome::Findings) };
        let artifacts = cluster
            .artifacts()
            .map_err(|error| Failure::new(format!("cannot write a value of the cluster as YAML: {error}")))?;
        let plan = Plan::new(&Request {
            root: &self.output,
            artifacts: &artifacts,
            layout: &cluster.spec().layout,
            spec: (self.file != Path::new(STANDARD)).then_some(&self.file),
            force: self.force,
        })?;
        if self.diff {
            terminal::print(&plan.diff())?;
        } else if self.check {
            terminal::print(&plan.intended())?;
        } else {
            plan.apply()?;
            terminal::print(&plan.done())?;
            return Ok(Outcome::Clean);
        }
        Ok(Outcome::found(plan.changes_anything()))
    }

    /// The cluster, unless it has errors. Its findings are reported.
    fn cluster(&self) -> Result<Option<Cluster>, Failure> {
        let source = file::source(&self.file)?;
        let Checked { cluster, findings } = cluster_model::check(&source);
        let report = Report::new(findings, [source]);
        if !report.findings().is_empty() || self.format != Format::Human {
            terminal::tell(&self.format.render(&report, Stream::Error));
        }
        Ok(cluster)
    }
}
