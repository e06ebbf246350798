//! `frank omni list`.

use clap::Args;
use omni_client::client::Client;

use super::connect::Connection;
use super::filter::{Chosen, Filter};
use super::output::{Form, Output};
use crate::failure::Failure;
use crate::outcome::Outcome;

/// Show the resources of a type
///
/// The same as `frank omni get TYPE`. Resources are shown by id.
#[derive(Args)]
pub(super) struct List {
    /// The type: its full name, or a shorter one that the server knows, such as `cluster`
    #[arg(value_name = "TYPE")]
    resource_type: String,

    #[command(flatten)]
    filter: Filter,

    /// How to write resources: `table`, `yaml`, `json`, or `jsonpath=TEMPLATE`
    #[arg(short, long, value_name = "FORM", default_value = "table")]
    output: Form,

    #[command(flatten)]
    connection: Connection,
}

impl List {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        self.connection.run(async |client| {
            let chosen = self.filter.choose(&client, &self.resource_type, None).await?;
            let mut output = Output::new(self.output.clone(), &chosen.definition, false);
            show(&client, &chosen, &mut output).await?;
            Ok(Outcome::Clean)
        })
    }
}

/// Writes resources as they come, one after the other.
pub(super) async fn show(client: &Client, chosen: &Chosen, output: &mut Output) -> Result<(), Failure> {
    let mut list = client.list(&chosen.namespace, chosen.resource_type(), &chosen.query).await?;
    while let Some(stored) = list.next().await? {
        if !output.write(&stored.resource, "")? {
            return Ok(());
        }
    }
    output.flush().map(drop)
}
