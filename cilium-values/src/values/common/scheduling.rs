//! Where pods may run.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::resource::LabelSelector;
use crate::values::shape::{replaced, shapes};
use crate::values::{Group, Setting};

shapes! {
    /// Which nodes attract or repel a pod (`Affinity` of Kubernetes).
    pub struct Affinity {
        /// By labels of the nodes.
        pub node_affinity: Group<NodeAffinity>,
        /// Near pods that run already.
        pub pod_affinity: Group<PodAffinity>,
        /// Away from pods that run already.
        pub pod_anti_affinity: Group<PodAffinity>,
    }

    /// Nodes by their labels.
    pub struct NodeAffinity {
        /// What a node must have; looked at when the pod is placed, not later.
        pub required_during_scheduling_ignored_during_execution: Group<NodeSelectorTerms>,
        /// What is better to have.
        pub preferred_during_scheduling_ignored_during_execution: Setting<Vec<PreferredNode>>,
    }

    /// Terms of which a node must meet one.
    pub struct NodeSelectorTerms {
        /// The terms.
        pub node_selector_terms: Setting<Vec<NodeSelectorTerm>>,
    }

    /// Nodes by the pods on them.
    pub struct PodAffinity {
        /// What must be so; looked at when the pod is placed, not later.
        pub required_during_scheduling_ignored_during_execution: Setting<Vec<PodAffinityTerm>>,
        /// What is better to be so.
        pub preferred_during_scheduling_ignored_during_execution: Setting<Vec<PreferredPods>>,
    }
}

/// Conditions on a node, of which all must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeSelectorTerm {
    /// On its labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub match_expressions: Vec<NodeSelectorRequirement>,
    /// On its fields; Kubernetes knows `metadata.name` only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub match_fields: Vec<NodeSelectorRequirement>,
}

/// One condition on a node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeSelectorRequirement {
    /// The label or field.
    pub key: String,
    /// `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`.
    pub operator: String,
    /// What to compare with; empty for `Exists` and `DoesNotExist`, one number for `Gt` and `Lt`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
}

/// A wish about nodes with its weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PreferredNode {
    /// How much it counts, from 1 to 100.
    pub weight: i32,
    /// The wish.
    pub preference: NodeSelectorTerm,
}

/// A condition on the pods that run in the same place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PodAffinityTerm {
    /// The pods; absent for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_selector: Option<LabelSelector>,
    /// Labels whose value must be that of the placed pod itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub match_label_keys: Vec<String>,
    /// Labels whose value must not be that of the placed pod itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mismatch_label_keys: Vec<String>,
    /// Namespaces by their labels, together with `namespaces`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace_selector: Option<LabelSelector>,
    /// Namespaces by name; without any, that of the placed pod.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub namespaces: Vec<String>,
    /// The label of nodes that makes a place, such as `kubernetes.io/hostname`.
    pub topology_key: String,
}

/// A wish about pods with its weight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PreferredPods {
    /// How much it counts, from 1 to 100.
    pub weight: i32,
    /// The wish.
    pub pod_affinity_term: PodAffinityTerm,
}

/// A taint that a pod puts up with. Without key and effect, with operator `Exists`: every taint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Toleration {
    /// The taint's key; absent for all keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// `Equal` (when absent), `Exists`, and from Kubernetes 1.35 on `Lt` and `Gt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<String>,
    /// The taint's value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// `NoSchedule`, `PreferNoSchedule` or `NoExecute`; absent for all effects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<String>,
    /// How many seconds a `NoExecute` taint is tolerated; absent for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toleration_seconds: Option<i64>,
}

/// How evenly pods are spread over places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TopologySpreadConstraint {
    /// By how many pods two places may differ; at least 1.
    pub max_skew: i32,
    /// The label of nodes that makes a place.
    pub topology_key: String,
    /// `DoNotSchedule` or `ScheduleAnyway`: what happens where it cannot be met.
    pub when_unsatisfiable: String,
    /// The pods that count; the chart fills in its own where this is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_selector: Option<LabelSelector>,
    /// Labels whose value must be that of the placed pod itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub match_label_keys: Vec<String>,
    /// How many places there must be before it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_domains: Option<i32>,
    /// `Honor` (when absent) or `Ignore`: whether places the pod may not run in count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_affinity_policy: Option<String>,
    /// `Honor` or `Ignore` (when absent): whether places with taints count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_taints_policy: Option<String>,
}

/// The labels that a node must have.
pub type NodeSelector = BTreeMap<String, Setting<String>>;

replaced!(Vec<NodeSelectorTerm>, Vec<PreferredNode>, Vec<PodAffinityTerm>, Vec<PreferredPods>);
replaced!(Vec<Toleration>, Vec<TopologySpreadConstraint>);
