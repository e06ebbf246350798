//! What an object has beside its metadata.

use serde::{Deserialize, Serialize};

/// A spec, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spec<S> {
    /// What is wanted. Absent only where the definition of the kind allows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spec: Option<S>,
}

/// A spec, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpecAndStatus<S, T> {
    /// What is wanted. Absent only where the definition of the kind allows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spec: Option<S>,
    /// What came of it. Absent until a controller has looked at the object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<T>,
}
