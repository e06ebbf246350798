//! What several kinds share.

use manifest::Map;
use serde::{Deserialize, Serialize};

/// What a component gets and may use, as Kubernetes writes it: `cpu` and `memory`, nothing else
/// (`k8s.ResourcesConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourcesConfig {
    /// What it gets. Absent: what Talos has.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub requests: Map,
    /// What it may use. Absent: no limit.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub limits: Map,
}
