//! `frank schema`.

use clap::Args;
use talos_config::{Minor, schema};

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal;

/// Print a JSON schema for editors: of the cluster spec, or of patches for Talos
///
/// `frank schema > cluster.schema.json` beside the `cluster.yaml` that `frank init` wrote is enough: the first
/// line of that file names it.
///
/// `frank schema --talos 1.12 --patch` prints that of a document of a patch for a version of Talos: nothing is
/// required, `$patch: delete` may stand where Talos knows it, and deprecated fields that Talos reads are known.
#[derive(Args)]
pub(crate) struct Schema {
    /// The version of Talos
    #[arg(long, value_name = "VERSION", requires = "patch")]
    talos: Option<Minor>,

    /// The schema of patches; complete configurations have one that Talos publishes
    #[arg(long, requires = "talos")]
    patch: bool,
}

impl Schema {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let schema = match self.talos.filter(|_| self.patch) {
            Some(minor) => serde_json::to_string_pretty(&schema::patch(minor)),
            None => serde_json::to_string_pretty(&cluster_model::spec::schema()),
        };
        let schema = schema.map_err(|error| Failure::new(format!("cannot write the schema: {error}")))?;
        terminal::print(&format!("{schema}\n"))?;
        Ok(Outcome::Clean)
    }
}
