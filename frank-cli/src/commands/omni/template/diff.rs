//! `frank omni template diff`.

use clap::Args;

use super::load::{self, Input};
use crate::commands::omni::changes;
use crate::commands::omni::connect::Connection;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal::{self, Stream};

/// Show what a sync of a template would change, as a unified diff
///
/// Updates come first, then what would be created, then what would be destroyed. Secrets are masked. The exit code is 1 if
/// anything would change.
#[derive(Args)]
pub(super) struct Diff {
    #[command(flatten)]
    input: Input,

    #[command(flatten)]
    connection: Connection,
}

impl Diff {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let resources = match self.input.load()? {
            Ok(resources) => resources,
            Err(report) => {
                terminal::tell(&self.input.format().render(&report, Stream::Error));
                return Ok(Outcome::Findings);
            }
        };
        let cluster = load::cluster(&resources).unwrap_or_default().to_owned();
        let (plan, _) =
            self.connection.run(async |client| Ok(client.plan_sync(&cluster, resources).await?))?;
        for update in &plan.update {
            terminal::print(&changes::diff(Some(&update.old), Some(&update.new))?)?;
        }
        for resource in &plan.create {
            terminal::print(&changes::diff(None, Some(resource))?)?;
        }
        for resource in plan.destroy.iter().flatten() {
            terminal::print(&changes::diff(Some(resource), None)?)?;
        }
        Ok(Outcome::found(!plan.is_empty()))
    }
}
