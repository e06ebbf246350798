//! Talos machine configuration.
//!
//! A machine configuration is a stream of YAML documents: one [`v1alpha1::Config`] and any number of documents of
//! other kinds. The types here are what such a document says; every field may be absent, so a value is a patch as well
//! as a configuration, and is written with only what it sets.
//!
//! ```
//! use manifest::yaml::{self, Layout};
//! use talos_config::v1alpha1::{ClusterConfig, Config, ProxyConfig};
//!
//! let patch = Config {
//!     cluster: Some(ClusterConfig {
//!         proxy: Some(ProxyConfig { disabled: Some(true), ..ProxyConfig::default() }),
//!         ..ClusterConfig::default()
//!     }),
//!     ..Config::default()
//! };
//! assert_eq!(yaml::to_string(&patch, &Layout::default())?, "cluster:\n  proxy:\n    disabled: true\n");
//! # Ok::<(), yaml::WriteError>(())
//! ```
//!
//! - [`Configuration`] loads a stream as one [`Minor`] of Talos does, says everything that is wrong with it at once, and
//!   writes it byte for byte as Talos would.
//! - [`Patch`] and [`patch::apply`] merge, delete and edit with Talos' result, its known traps included.
//! - [`patch::apply_with_origins`] gives the same result, and tells of each value which patch and which place said it.
//! - [`validate`](validate::validate) tells what `talosctl validate` would.
//! - [`migrate`] says a configuration or patch with what another minor knows: settings of the v1alpha1 document become
//!   documents of their own, or go back.
//! - [`impact`] tells what a change to a configuration does to a running machine: nothing, a reboot, the loss of data.
//! - [`schema::patch`] is a JSON schema for editors; [`rules::RULES`] are the rules of this crate.
//!
//! What minors know is data (`generated/facts.tsv`): a field or kind of a later Talos is a finding that says since when.
//! Nothing here reads files, the clock or the network.

pub mod block;
pub mod cluster;
mod configuration;
pub mod container;
pub mod cri;
pub mod expression;
pub mod extensions;
mod facts;
pub mod hardware;
pub mod impact;
pub mod k8s;
pub mod meta;
pub mod migrate;
mod model;
pub mod network;
pub mod patch;
mod registry;
pub mod rules;
pub mod runtime;
pub mod scalar;
pub mod schema;
pub mod security;
pub mod siderolink;
pub mod storage;
pub mod v1alpha1;
pub mod validate;
mod version;

pub use configuration::{Configuration, Loaded};
pub use facts::Kind;
pub use patch::Patch;
pub use registry::Document;
pub use version::{KubernetesSupport, Minor, ParseVersionError, TalosVersion};
