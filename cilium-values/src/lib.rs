//! Cilium Helm values and custom resources, with the Talos preset.

pub mod chart;
pub mod check;
pub mod crd;
mod go_duration;
mod go_regex;
pub mod l2;
pub mod lb;
pub mod resource;
pub mod talos;
pub mod values;
mod version;

pub use values::Values;
pub use version::{CiliumVersion, VersionError};
