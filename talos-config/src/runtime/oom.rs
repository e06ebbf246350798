//! `OOMConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Duration, Expression};

/// What happens when memory runs out (`runtime.OOMV1Alpha1`).
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "OOMConfig")]
pub struct OomConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `OOMConfig`.
    pub kind: KindOf<Self>,
    /// Condition on the pressure on memory that starts it. Absent: what Talos has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger_expression: Option<Expression>,
    /// Number for a control group, a double; the highest one is stopped. Absent: what Talos has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cgroup_ranking_expression: Option<Expression>,
    /// Whether a less important class of groups is stopped first whatever the numbers. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strict_cgroup_class_ordering: Option<bool>,
    /// Time between two looks at the condition; not negative. Absent: half a second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample_interval: Option<Duration>,
}

impl DocumentKind for OomConfig {
    const KIND: &'static str = "OOMConfig";
}
