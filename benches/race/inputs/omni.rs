//! Cluster templates: one with all machines of a fleet.

use std::path::Path;

use conformance::Question;
use serde_json::json;

use super::artifact;
use crate::Result;

const SEED: u64 = 20_260_101;

/// The template of a fleet.
pub(super) fn template(machines: u32) -> Result<String> {
    artifact(machines, SEED, "cluster-template.yaml")
}

pub(crate) fn renders(machines: u32, _: &Path) -> Result<Vec<Question>> {
    Ok(vec![question("omni.render", &template(machines)?)])
}

pub(crate) fn validations(machines: u32, _: &Path) -> Result<Vec<Question>> {
    Ok(vec![question("omni.validate", &template(machines)?)])
}

fn question(operation: &str, template: &str) -> Question {
    Question::new(operation).with("text", template).with("files", json!({}))
}
