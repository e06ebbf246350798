//! What Sidero Omni knows about a cluster, as types: its resources, its cluster templates and its patch scopes.
//!
//! A cluster in Omni is a set of resources, each with metadata and a spec. Which resources hang together is said
//! by labels alone, and a label that names nothing is accepted in silence. So is the target of a patch: a
//! [`Scope`] writes the labels that select it, and [`scope`] tells which patches reach a machine, and in which
//! order.
//!
//! ```
//! use manifest::yaml::{self, Layout};
//! use omni_client::Scope;
//! use omni_client::resource::{ConfigPatch, Resource};
//!
//! let scope = Scope::Cluster { cluster: "frank".into() };
//! let patch = Resource::new("300-cni", ConfigPatch::new("cluster: {network: {cni: {name: none}}}\n"));
//! let text = yaml::to_string(&patch.scoped(&scope), &Layout::default())?;
//! assert!(text.contains("    omni.sidero.dev/cluster: frank\n"));
//! # Ok::<(), yaml::WriteError>(())
//! ```
//!
//! # Where to look
//!
//! - [`check()`]: everything that is wrong with a file, resources or template, with its place.
//! - [`resource`]: metadata and specs; [`resource::read`] reads as `omnictl apply` does, [`resource::print_all`] prints
//!   as omnictl does; [`resource::TypeInfo`] is the table of all types.
//! - [`scope`]: which patches, extensions and kernel arguments a machine gets.
//! - [`template`]: loading, validating, rendering and exporting cluster templates, and what a sync would do.
//! - [`forbidden`]: what a patch may not say. [`selector`]: label selectors.
//! - [`rules`]: the catalogue of what can be found, `OMN....`.
//!
//! # What it does not do
//!
//! It reads no files, and without the feature `client` it speaks to no server. It does not know Talos' configuration: whoever does can say what Talos
//! makes of a patch through [`template::Host::check_talos`]. Compressed texts (Omni's wire format) are kept, not
//! unpacked.
//!
//! # Features
//!
//! - `client`: a client for Omni's API, signed gRPC over TLS (module `client`). It brings tonic, rustls and tokio; without
//!   it there is no network and no asynchronous code here.
//!
//! # Versions
//!
//! Omni 1.10 is what is described; where older releases differ, [`OmniVersion`] answers by name.

mod check;
#[cfg(feature = "client")]
pub mod client;
pub mod forbidden;
mod go;
mod machine_id;
pub mod resource;
pub mod rules;
pub mod scope;
pub mod selector;
pub mod template;
mod version;

pub use check::{Resources, check, check_resources};
pub use machine_id::{MachineId, ParseMachineIdError};
pub use scope::Scope;
pub use version::{OmniVersion, ParseOmniVersionError};
