//! What all of them are given: a full configuration of a control plane, and a patch for it.

use manifest::Source;
use talos_config::{Configuration, Minor, Patch};

pub(crate) const MINOR: Minor = Minor::V1_13;

pub(crate) const CONFIG: &str = include_str!("controlplane.yaml");
pub(crate) const PATCH: &str = include_str!("patch.yaml");

pub(crate) fn source() -> Source {
    Source::new("controlplane.yaml", CONFIG)
}

pub(crate) fn configuration() -> Configuration {
    Configuration::load(&source(), MINOR).value.expect("the configuration is a right one")
}

pub(crate) fn patches() -> Vec<Patch> {
    vec![Patch::load(&Source::new("patch.yaml", PATCH), MINOR).value.expect("the patch is a right one")]
}
