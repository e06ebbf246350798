//! `frank omni`: what omnictl does with resources and cluster templates.

mod files;
mod template;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::outcome::Outcome;
use template::Template;

/// Work with Omni: resources and cluster templates
///
/// Options are those of omnictl where it has the command, too.
#[derive(Args)]
pub(crate) struct Omni {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Template(Template),
}

impl Omni {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Template(command) => command.run(),
        }
    }
}
