//! `frank omni apply`.

use std::path::PathBuf;

use clap::Args;
use manifest::report::Report;
use omni_client::client::Client;
use omni_client::client::apply::Change;
use omni_client::resource::AnyResource;

use super::changes;
use super::connect::Connection;
use super::files::Resources;
use super::progress::Progress;
use crate::failure::Failure;
use crate::format::Format;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Make resources be as files say
///
/// What is not there is created, what differs is replaced as a whole, what is as it is wanted is left alone. Nothing is
/// sent as long as there is something wrong with a file. It is safe to stop the command at any point and to give it
/// again.
#[derive(Args)]
pub(super) struct Apply {
    /// A file of resources, or a directory of such files; `-` for standard input
    #[arg(short, long, value_name = "PATH")]
    file: PathBuf,

    /// Show what changes in each resource, too
    #[arg(short, long)]
    verbose: bool,

    /// Write nothing, show what would change; exit code 1 if anything would. The server's own checks are not made
    #[arg(short, long)]
    dry_run: bool,

    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    connection: Connection,
}

impl Apply {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let files = Resources::read(&self.file)?;
        if !files.findings.is_empty() {
            let report = Report::new(files.findings, files.sources);
            terminal::tell(&self.format.render(&report, Stream::Error));
            return Ok(Outcome::Findings);
        }
        self.connection.run(async |client| {
            let mut progress = Progress::new("applying", files.read.len());
            let mut changed = 0;
            for resource in &files.read {
                if self.apply(&client, resource, &progress).await? != Change::Unchanged {
                    changed += 1;
                }
                progress.step();
            }
            drop(progress);
            let word = if self.dry_run { "would change" } else { "changed" };
            terminal::tell(&format!("{changed} of {} resources {word}\n", files.read.len()));
            Ok(Outcome::found(self.dry_run && changed > 0))
        })
    }

    async fn apply(
        &self,
        client: &Client,
        wanted: &AnyResource,
        progress: &Progress,
    ) -> Result<Change, Failure> {
        let mut shown = String::new();
        let mut change = None;
        if self.dry_run || self.verbose {
            let (expected, found) = client.would_apply(wanted).await?;
            if expected != Change::Unchanged {
                let old = found.as_ref().map(|found| &found.resource);
                shown = changes::diff(old, Some(&changes::as_successor(old, wanted)))?;
            }
            change = Some(expected);
        }
        let change = match change {
            Some(change) if self.dry_run => change,
            _ => client.apply(wanted).await?,
        };
        let word = match change {
            Change::Created => "creating",
            Change::Updated => "updating",
            Change::Unchanged => return Ok(change),
        };
        let dry = if self.dry_run { " (dry run)" } else { "" };
        let metadata = wanted.metadata();
        progress.print(&format!(
            "* {word}{dry} {}({})\n{shown}",
            metadata.resource_type,
            metadata.shown_id()
        ))?;
        Ok(change)
    }
}
