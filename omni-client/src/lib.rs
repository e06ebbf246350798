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

mod check;
mod embedded;
pub mod forbidden;
mod go;
mod machine_id;
pub mod resource;
pub mod rules;
pub mod scope;
pub mod selector;
pub mod template;
mod version;

pub use check::check;
pub use machine_id::{MachineId, ParseMachineIdError};
pub use scope::Scope;
pub use version::{OmniVersion, ParseOmniVersionError};
