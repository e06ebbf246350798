//! `frank talos`: what talosctl does with machine configurations and patches.

mod migrate;
mod patch;
mod validate;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::outcome::Outcome;

/// Patch, validate and migrate Talos machine configurations
///
/// Options are those of talosctl where it has the command, too.
#[derive(Args)]
pub(crate) struct Talos {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Patch(patch::Patch),
    Validate(validate::Validate),
    Migrate(migrate::Migrate),
}

impl Talos {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Patch(command) => command.run(),
            Command::Validate(command) => command.run(),
            Command::Migrate(command) => command.run(),
        }
    }
}
