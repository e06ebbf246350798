//! `CiliumNetworkPolicy`: what pods of a namespace may send and receive.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::policy::PolicyRule;
use super::shape::{fields, kind, words};

/// What pods of a namespace may send and receive (`CiliumNetworkPolicy`): one rule, or several, or both.
#[doc(alias = "CiliumNetworkPolicy")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NetworkPolicy {
    /// A rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spec: Option<PolicyRule>,
    /// Further rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub specs: Option<Vec<PolicyRule>>,
    /// What came of it. Agents and the operator write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<NetworkPolicyStatus>,
}

fields! { "camelCase"
    /// What came of a policy (`CiliumNetworkPolicy.status`).
    #[derive(Default)]
    pub struct NetworkPolicyStatus {
        optional {
            /// Whether it is valid.
            pub conditions: Vec<NetworkPolicyCondition>,
            /// Policies that were made of it, of groups that a cloud provider resolves.
            pub derivative_policies: BTreeMap<String, DerivativePolicyStatus>,
        }
    }

    /// Something that is told about a policy.
    pub struct NetworkPolicyCondition {
        /// What it is about: `Valid`.
        #[serde(rename = "type")]
        pub type_: String,
        /// Whether it is so: `True`, `False` or `Unknown`.
        pub status: String,
        optional {
            /// Why, in one word.
            pub reason: String,
            /// Why, for people.
            pub message: String,
            /// When the status became what it is (RFC 3339).
            pub last_transition_time: String,
        }
    }

    /// What came of a policy that was made of another one.
    #[derive(Default)]
    pub struct DerivativePolicyStatus {
        optional {
            /// Whether it was understood.
            pub ok: bool,
            /// What was not.
            pub error: String,
            /// Whether it counts on every endpoint that it selects.
            pub enforcing: bool,
            /// When this was written (RFC 3339).
            pub last_updated: String,
            /// The revision of the agent's policies with it.
            pub local_policy_revision: i64,
            /// The annotations that it was made with.
            pub annotations: BTreeMap<String, String>,
        }
    }
}

words! {
    /// Whether a peer must prove who it is.
    pub enum AuthenticationMode {
        /// It need not.
        Disabled = "disabled",
        /// It must.
        Required = "required",
        /// It cannot; for tests of Cilium.
        TestAlwaysFail = "test-always-fail",
    }
}

kind!(
    NetworkPolicy, "CiliumNetworkPolicy", "ciliumnetworkpolicies", ["cnp", "ciliumnp"], Namespaced, Self,
    _ => "cilium.io/v2",
);
