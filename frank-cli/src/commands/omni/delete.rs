//! `frank omni delete`.

use clap::Args;
use omni_client::client::delete::Step;
use omni_client::client::{Client, Pointer};

use super::connect::Connection;
use super::filter::{Chosen, Filter};
use super::progress::Progress;
use crate::failure::Failure;
use crate::outcome::Outcome;

/// Remove resources, and wait until they are gone
///
/// Each is told to go, and destroyed as soon as no controller holds on to it. What is not there is as it is wanted. If the
/// command is stopped, what has been told to go stays on its way out.
#[derive(Args)]
pub(super) struct Delete {
    /// The type: its full name, or a shorter one that the server knows, such as `cluster`
    #[arg(value_name = "TYPE")]
    resource_type: String,

    /// The ids
    #[arg(value_name = "ID", conflicts_with_all = ["all", "selector"])]
    ids: Vec<String>,

    /// Remove all resources of the type
    #[arg(long, conflicts_with = "selector")]
    all: bool,

    #[command(flatten)]
    filter: Filter,

    #[command(flatten)]
    connection: Connection,
}

impl Delete {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        if self.ids.is_empty() && !self.all && !self.filter.is_narrowed() {
            let message = "either resource ID or one of --all or --selector flags must be specified";
            return Err(Failure::new(message));
        }
        self.connection.run(async |client| {
            let chosen =
                self.filter.choose(&client, &self.resource_type, self.ids.first().map(|id| &**id)).await?;
            let pointers = self.pointers(&client, &chosen).await?;
            let mut progress = Progress::new("removing", pointers.len());
            let mut gone = |pointer: &Pointer| {
                progress.step();
                progress.tell(&format!("destroyed {} {}\n", pointer.resource_type, pointer.shown_id()));
            };
            if let [one] = &*pointers {
                // At once on the server, which needs no right to look at it.
                if client.delete(one, super::PATIENCE).await? {
                    gone(one);
                }
                return Ok(Outcome::Clean);
            }
            let mut told = |step: Step<'_>| {
                if let Step::Destroyed(pointer) = step {
                    gone(pointer);
                }
            };
            client.delete_all(&pointers, super::PATIENCE, &mut told).await?;
            Ok(Outcome::Clean)
        })
    }

    async fn pointers(&self, client: &Client, chosen: &Chosen) -> Result<Vec<Pointer>, Failure> {
        if !self.ids.is_empty() {
            return Ok(self.ids.iter().map(|id| chosen.pointer(id)).collect());
        }
        let mut list = client.list(&chosen.namespace, chosen.resource_type(), &chosen.query).await?;
        let mut pointers = Vec::new();
        while let Some(stored) = list.next().await? {
            pointers.push(Pointer::of(stored.metadata()));
        }
        Ok(pointers)
    }
}
