//! Jobs that tell whether a cluster is well.

use serde::{Deserialize, Serialize};

use super::ProtoDuration;
use crate::resource::Spec;

/// A job that must succeed before an upgrade goes on in the cluster of its `cluster` label. Since Omni 1.9. Names of
/// Kubernetes objects are built from the id, so it must be a DNS name in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "KubernetesHealthCheckSpec")]
pub struct KubernetesHealthCheck {
    /// A Kubernetes `Job` as YAML; required.
    pub job: String,
    /// Time between two runs while an upgrade waits; at least 5 seconds, absent means 30.
    pub interval: Option<ProtoDuration>,
}

impl Spec for KubernetesHealthCheck {
    const TYPE: &'static str = "KubernetesHealthChecks.omni.sidero.dev";
}
