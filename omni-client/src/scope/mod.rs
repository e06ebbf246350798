//! Which machines a resource reaches, and what reaches a machine: Omni's layers, offline.

mod extensions;
mod index;
pub mod kernel_args;
mod member;
mod patches;
mod target;

pub use extensions::{ChosenExtensions, ExtensionsConfigurations};
pub use member::{InCluster, Member};
pub use patches::{AppliedPatch, ConfigPatches, Layer};
pub use target::Scope;
