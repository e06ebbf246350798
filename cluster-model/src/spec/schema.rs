//! The JSON schema of the spec, for editors.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use super::ClusterSpec;

/// The schema of a `cluster.yaml` in draft 7, the draft that editors know best.
#[must_use]
pub fn schema() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<ClusterSpec>()
}
