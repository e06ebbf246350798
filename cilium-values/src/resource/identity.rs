//! `CiliumIdentity`: labels with a number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shape::kind;

/// Labels that pods share, with a number by which policies know them (`CiliumIdentity`). The number is the name of the
/// object; agents or the operator write it.
#[doc(alias = "CiliumIdentity")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    /// The labels, with their source: `k8s:app`.
    pub security_labels: BTreeMap<String, String>,
}

kind!(Identity, "CiliumIdentity", "ciliumidentities", ["ciliumid"], Cluster, Self, _ => "cilium.io/v2");
