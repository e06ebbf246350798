//! `labels`: the vocabulary.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scalar::{LabelKey, LabelValue};

/// What is known about one label key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LabelRule {
    /// Whether every machine must carry the label. Default: false.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// The values it may take. Empty: any value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<LabelValue>,
    /// Labels that a machine with this label must carry too, with their values.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub requires: BTreeMap<LabelKey, LabelValue>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_false(value: &bool) -> bool {
    !*value
}
