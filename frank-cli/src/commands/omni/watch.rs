//! `frank omni watch`.

use clap::Args;
use omni_client::client::{Client, Event, Query};

use super::connect::Connection;
use super::filter::{Chosen, Filter};
use super::output::{Form, Output};
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal;

/// Show the resources of a type, then what changes
///
/// The same as `frank omni get --watch`. It goes on until it is stopped, or until nobody reads what it writes; a
/// connection that breaks is made again.
#[derive(Args)]
pub(super) struct Watch {
    /// The type: its full name, or a shorter one that the server knows, such as `cluster`
    #[arg(value_name = "TYPE")]
    resource_type: String,

    /// The id of the resource; all of the type if none is named
    #[arg(value_name = "ID")]
    id: Option<String>,

    #[command(flatten)]
    filter: Filter,

    /// How to write resources: `table`, `yaml`, `json`, or `jsonpath=TEMPLATE`
    #[arg(short, long, value_name = "FORM", default_value = "table")]
    output: Form,

    #[command(flatten)]
    connection: Connection,
}

impl Watch {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        self.connection.run(async |client| {
            let chosen = self.filter.choose(&client, &self.resource_type, self.id.as_deref()).await?;
            let mut output = Output::new(self.output.clone(), &chosen.definition, true);
            follow(&client, chosen, &mut output).await?;
            Ok(Outcome::Clean)
        })
    }
}

/// Writes events as they come, until nobody reads them.
pub(super) async fn follow(client: &Client, chosen: Chosen, output: &mut Output) -> Result<(), Failure> {
    let query = chosen.id.as_deref().map_or_else(|| chosen.query.clone(), Query::id);
    let mut watch = client.watch(&chosen.namespace, chosen.resource_type(), query);
    let mut is_bootstrapped = false;
    loop {
        let is_read = match watch.next().await? {
            Event::Created(stored) => output.write(&stored.resource, "created")?,
            Event::Updated { new, .. } => output.write(&new.resource, "updated")?,
            Event::Destroyed(stored) => output.write(&stored.resource, "destroyed")?,
            Event::Bootstrapped => {
                is_bootstrapped = true;
                true
            }
            Event::Restarted => {
                is_bootstrapped = false;
                terminal::tell("the connection was gone for too long: what is there follows once more\n");
                true
            }
            // There are no others yet.
            _ => true,
        };
        if !is_read || is_bootstrapped && !output.flush()? {
            return Ok(());
        }
    }
}
