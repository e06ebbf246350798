//! `frank talos`.

mod migrate;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::outcome::Outcome;

/// Migrate Talos machine configurations and patches
#[derive(Args)]
pub(crate) struct Talos {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Migrate(migrate::Migrate),
}

impl Talos {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Migrate(command) => command.run(),
        }
    }
}
