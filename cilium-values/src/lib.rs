//! Cilium on Kubernetes as types: the Helm values of its chart, its custom resources, and what both will come to.
//!
//! ```
//! use cilium_values::check::{Target, check};
//! use cilium_values::talos::{TalosMinor, preset};
//! use cilium_values::{CiliumVersion, Values};
//!
//! let cilium: CiliumVersion = "1.17.0".parse()?;
//! let talos: TalosMinor = "1.12".parse()?;
//!
//! let mut values = Values::default();
//! values.l2announcements.enabled = true.into();
//! let values = values.laid_over(&preset(talos, &cilium));
//!
//! let target = Target { talos: Some(talos), ..Target::new(cilium) };
//! assert!(check(&values, &target).is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`values`]: every value of the chart, 1.16 to 1.20. A field is absent, `null` or set, because Helm tells the
//!   three apart; values merge over each other and over the chart's own as Helm merges them.
//! - [`chart`]: facts about keys by version, the chart's own values, and what an upgrade changes for a file.
//! - [`check`]: what the chart, the agents and Talos refuse, and what goes wrong without a word.
//! - [`talos`]: the values that Talos requires, each with its reason.
//! - [`resource`] and [`crd`]: objects as types, and objects of any `cilium.io` kind as the API server takes them.
//! - [`policy`]: what operator and agents refuse of objects that the API server has stored, in their words.
//! - [`lb`] and [`l2`]: which address each service gets, and on which interfaces it is announced.
//! - [`objects`]: a set of manifests, and what is wrong between them.
//!
//! Nothing here renders the chart, talks to a cluster or reads files.
//!
//! # Features
//!
//! - `schema` (off): JSON schemas of values and resources, for editors. It brings `schemars`.
//! - `kube` (off): the kinds as resources of `kube`, in [`resource`]. It brings `kube-core` and `k8s-openapi`; the program
//!   that is built chooses the version of Kubernetes with a feature of the latter, or with `kube-latest` here.

pub mod chart;
pub mod check;
pub mod crd;
mod go_duration;
mod go_regex;
pub mod l2;
pub mod lb;
mod loose_version;
pub mod objects;
pub mod policy;
mod report;
pub mod resource;
pub mod talos;
pub mod values;
mod version;

pub use values::Values;
pub use version::{CiliumVersion, VersionError};
