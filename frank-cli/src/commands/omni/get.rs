//! `frank omni get`.

use clap::Args;

use super::connect::Connection;
use super::filter::Filter;
use super::output::{Form, Output};
use super::{list, watch};
use crate::failure::Failure;
use crate::outcome::Outcome;

/// Show one resource, or those of a type
///
/// `frank omni get rd` shows which types there are.
#[derive(Args)]
pub(super) struct Get {
    /// The type: its full name, or a shorter one that the server knows, such as `cluster`
    #[arg(value_name = "TYPE")]
    resource_type: String,

    /// The id of the resource; all of the type if none is named
    #[arg(value_name = "ID")]
    id: Option<String>,

    #[command(flatten)]
    filter: Filter,

    /// Go on and show what changes, until the command is stopped
    #[arg(short, long)]
    watch: bool,

    /// How to write resources: `table`, `yaml`, `json`, or `jsonpath=TEMPLATE`
    #[arg(short, long, value_name = "FORM", default_value = "table")]
    output: Form,

    #[command(flatten)]
    connection: Connection,
}

impl Get {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        self.connection.run(async |client| {
            let chosen = self.filter.choose(&client, &self.resource_type, self.id.as_deref()).await?;
            let mut output = Output::new(self.output.clone(), &chosen.definition, self.watch);
            match (&chosen.id, self.watch) {
                (_, true) => watch::follow(&client, chosen, &mut output).await?,
                (None, false) => list::show(&client, &chosen, &mut output).await?,
                (Some(id), false) => {
                    let stored = client.get(&chosen.pointer(id)).await?;
                    output.write(&stored.resource, "")?;
                    output.flush()?;
                }
            }
            Ok(Outcome::Clean)
        })
    }
}
