//! `frank omni template`.

mod diff;
mod export;
mod load;
mod render;
mod sync;
mod validate;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::outcome::Outcome;
use diff::Diff;
use export::Export;
use render::Render;
use sync::Sync;
use validate::Validate;

/// Work with cluster templates
#[derive(Args)]
pub(super) struct Template {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Render(Render),
    Validate(Validate),
    Diff(Diff),
    Sync(Sync),
    Export(Export),
}

impl Template {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Render(command) => command.run(),
            Command::Validate(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Sync(command) => command.run(),
            Command::Export(command) => command.run(),
        }
    }
}
