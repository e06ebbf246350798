//! `frank schema`.

use clap::Args;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal;

/// Print the JSON schema of the cluster spec, for editors
///
/// `frank schema > cluster.schema.json` beside the `cluster.yaml` that `frank init` wrote is enough: the first
/// line of that file names it.
#[derive(Args)]
pub(crate) struct Schema {}

impl Schema {
    #[expect(clippy::unused_self, reason = "every command is run in the same way")]
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let schema = serde_json::to_string_pretty(&cluster_model::spec::schema())
            .map_err(|error| Failure::new(format!("cannot write the schema: {error}")))?;
        terminal::print(&format!("{schema}\n"))?;
        Ok(Outcome::Clean)
    }
}
