//! A client for Omni's API: signed gRPC, as omnictl speaks it.
//!
//! A [`Client`] gets, lists, watches and writes resources; [`Client::management`] is for everything that is not a
//! resource. [`apply`] makes resources be as files say, [`delete`] removes them, [`sync`] carries a template out. What is
//! said to whom is up to the caller: the client takes an [`Endpoint`] and a [`ServiceAccount`] as values, and reads no
//! environment and no files.
//!
//! ```no_run
//! use manifest::Secret;
//! use omni_client::client::{Client, Query, ServiceAccount, Settings};
//! use omni_client::resource::{Cluster, Spec as _};
//!
//! # async fn clusters(endpoint: &str, key: Secret) -> Result<(), Box<dyn std::error::Error>> {
//! let mut settings = Settings::new(endpoint.parse()?);
//! settings.account = Some(ServiceAccount::decode(&key)?.into());
//! let client = Client::new(settings)?;
//!
//! let mut clusters = client.list(Cluster::NAMESPACE, Cluster::TYPE, &Query::default()).await?;
//! while let Some(cluster) = clusters.next().await? {
//!     println!("{}", cluster.metadata().id);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What it does by itself
//!
//! - Every request has a deadline ([`Settings::deadline`]). Requests that change nothing are tried again when the server
//!   cannot be reached, as often as [`Settings::retry`] says; so is opening a watch.
//! - A [`Watch`] whose connection breaks goes on after the last event that it has seen.
//! - Every try has a signature of its own.
//! - No key, no signature and no kubeconfig is in a message or in `Debug`.

mod account;
pub mod apply;
mod connection;
mod definition;
pub mod delete;
mod endpoint;
mod error;
mod export;
mod management;
mod omniconfig;
pub mod pgp;
mod pointer;
mod query;
mod retry;
pub mod sign;
pub mod spec;
mod state;
mod surroundings;
pub mod sync;
mod unverified;
mod watch;
pub mod wire;

pub use account::{AccountError, ServiceAccount};
pub use connection::{Client, Settings};
pub use definition::{Column, Definition, DefinitionError};
pub use endpoint::{Endpoint, ParseEndpointError};
pub use error::{ClientError, Refusal};
pub use export::ExportFailure;
pub use management::{Kubeconfig, Logs, Management, Role};
pub use omniconfig::{Context, Omniconfig, OmniconfigError};
pub use pointer::Pointer;
pub use query::Query;
pub use retry::Retry;
pub use state::List;
pub use surroundings::{Surroundings, System};
pub use watch::{Event, Watch};
pub use wire::{Stored, WireError};
