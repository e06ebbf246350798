//! `frank omni`: what omnictl does with resources and cluster templates.

mod apply;
mod changes;
mod connect;
mod delete;
mod files;
mod filter;
mod get;
mod list;
mod output;
mod progress;
mod refusal;
mod template;
mod watch;

use std::time::Duration;

use clap::{Args, Subcommand};

use crate::failure::Failure;
use crate::outcome::Outcome;
use apply::Apply;
use delete::Delete;
use get::Get;
use list::List;
use template::Template;
use watch::Watch;

/// Work with Omni: resources and cluster templates
///
/// Options are those of omnictl where it has the command, too. Commands that speak to a server find it in the
/// environment variable `OMNI_ENDPOINT` or in an omniconfig, and sign with the key in `OMNI_SERVICE_ACCOUNT_KEY` (or
/// `SIDERO_SERVICE_ACCOUNT_KEY`), or with the one that omnictl made at the last login.
#[derive(Args)]
pub(crate) struct Omni {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Get(Get),
    List(List),
    Watch(Watch),
    Apply(Apply),
    Delete(Delete),
    Template(Template),
}

impl Omni {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match &self.command {
            Command::Get(command) => command.run(),
            Command::List(command) => command.run(),
            Command::Watch(command) => command.run(),
            Command::Apply(command) => command.run(),
            Command::Delete(command) => command.run(),
            Command::Template(command) => command.run(),
        }
    }
}

/// How long resources may take to go. omnictl waits for ever; whoever waits for a day has been forgotten.
const PATIENCE: Duration = Duration::from_secs(24 * 3600);
