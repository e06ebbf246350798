//! What can be said on the command line.

use clap::{Parser, Subcommand};

use crate::commands::{
    Blame, Check, Cilium, Completions, Effective, Explain, Generate, Import, Init, Man, Omni, Plan, Rules,
    Schema, Talos,
};
use crate::failure::Failure;
use crate::outcome::Outcome;

/// Describe a cluster once, see what is wrong with it, get every file it is rolled out with
///
/// A cluster on Talos Linux, managed by Sidero Omni and networked by Cilium is described in one file,
/// `cluster.yaml`. frank checks it, between the layers too, and generates the patches, values, manifests and the
/// order of the rollout from it.
#[derive(Parser)]
#[command(name = "frank", version, after_help = AFTER, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    Init(Init),
    Check(Check),
    Blame(Blame),
    Generate(Generate),
    Import(Import),
    Plan(Plan),
    Effective(Effective),
    Talos(Talos),
    Omni(Omni),
    Cilium(Cilium),
    Explain(Explain),
    Rules(Rules),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

impl Command {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        match self {
            Self::Init(command) => command.run(),
            Self::Check(command) => command.run(),
            Self::Blame(command) => command.run(),
            Self::Generate(command) => command.run(),
            Self::Import(command) => command.run(),
            Self::Plan(command) => command.run(),
            Self::Effective(command) => command.run(),
            Self::Talos(command) => command.run(),
            Self::Omni(command) => command.run(),
            Self::Cilium(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Rules(command) => command.run(),
            Self::Schema(command) => command.run(),
            Self::Completions(command) => command.run(),
            Self::Man(command) => command.run(),
        }
    }
}

const AFTER: &str = "\
Exit codes:
  0  clean
  1  there are findings, or files that are not up to date
  2  could not run: a file that cannot be read or written, arguments that say nothing

Results go to standard output, everything else to standard error. Colours are for terminals only;
NO_COLOR switches them off.";
