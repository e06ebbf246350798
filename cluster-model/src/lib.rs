//! One model of a Talos, Omni and Cilium cluster.
//!
//! Describe the cluster once, as `cluster.yaml` or in Rust; get everything that is wrong with it, between the
//! layers too, and every artifact that it is rolled out with.
//!
//! ```
//! use cluster_model::{Source, check, spec};
//!
//! let checked = check(&Source::new("cluster.yaml", spec::STARTER));
//! assert!(checked.findings.is_empty());
//!
//! let cluster = checked.cluster.expect("no findings, so there is a cluster");
//! let artifacts = cluster.artifacts()?;
//! assert!(artifacts.iter().any(|artifact| artifact.path == "ROLLOUT.md"));
//! # Ok::<(), manifest::yaml::WriteError>(())
//! ```
//!
//! # How it thinks
//!
//! A [`spec::ClusterSpec`] is what a person writes. [`generate::estate`] turns it into an [`estate::Estate`]: all
//! that is declared, defaults filled in, each piece with its place. Everything else is a function of the estate:
//! [`rules::check`] finds what is wrong, [`generate::artifacts`] writes the files. A [`Cluster`] is an estate
//! without errors. [`plan::plan`] compares two of them: what happens to each machine, and in which order.
//!
//! # What it does not do
//!
//! It reads no files, asks no clock and no environment and opens no connection. Texts go in, texts come out. The
//! one exception is the module `build`, for build scripts, behind the feature `build`.
//!
//! # Features
//!
//! - `schema`: JSON schema of the spec, for editors.
//! - `fleet`: clusters of any size that look like real ones, for tests and benchmarks.
//! - `strategies`: strategies for proptest: valid clusters, clusters that break one rule, fleets.
//! - `build`: one function for build scripts that reads a `cluster.yaml` and writes the artifacts.

pub mod artifact;
#[cfg(feature = "build")]
pub mod build;
mod builder;
mod cluster;
pub mod dated;
pub mod effective;
pub mod estate;
pub mod fix;
#[cfg(feature = "fleet")]
pub mod fleet;
pub mod generate;
pub mod import;
mod parallel;
pub mod plan;
pub mod rules;
pub mod scalar;
pub mod spec;
#[cfg(feature = "strategies")]
pub mod strategies;
pub mod waiver;

pub use artifact::Artifact;
pub use builder::{ClusterBuilder, MachineBuilder};
pub use cluster::{Checked, Cluster, Invalid, check};
pub use manifest::{Finding, Severity, Source};
