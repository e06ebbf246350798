//! `frank rules`.

use clap::Args;
use cluster_model::rules::catalogue;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal;

/// List the rules that a cluster spec is checked against
///
/// One rule a line: code, severity, name. `frank explain` shows the page of one of them.
#[derive(Args)]
pub(crate) struct Rules {}

impl Rules {
    #[expect(clippy::unused_self, reason = "every command is run in the same way")]
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let lines =
            catalogue().map(|rule| format!("{} {:8} {}\n", rule.code, rule.severity.to_string(), rule.name));
        terminal::print(&lines.collect::<String>())?;
        Ok(Outcome::Clean)
    }
}
