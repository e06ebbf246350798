//! `machine.logging`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scalar::Url;

/// Where logs of Talos' services are sent (`v1alpha1.LoggingConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoggingConfig {
    /// The receivers. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub destinations: Vec<LoggingDestination>,
}

/// A receiver of service logs (`v1alpha1.LoggingDestination`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LoggingDestination {
    /// `tcp://` or `udp://` with host and port. Required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<Url>,
    /// `json_lines`, the only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Labels that every record carries.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra_tags: BTreeMap<String, String>,
}
