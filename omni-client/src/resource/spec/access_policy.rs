//! Who may do more than their role says, and where.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::resource::Spec;

/// Raises roles for some users in some clusters. There is one, with the id `access-policy`; for administrators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicySpec")]
pub struct AccessPolicy {
    /// Names for groups of users, to be used in rules as `group/NAME`.
    #[serde(rename = "usergroups")]
    pub user_groups: BTreeMap<String, AccessPolicyUserGroup>,
    /// Names for groups of clusters, to be used in rules as `group/NAME`.
    #[serde(rename = "clustergroups")]
    pub cluster_groups: BTreeMap<String, AccessPolicyClusterGroup>,
    /// What is granted.
    pub rules: Vec<AccessPolicyRule>,
    /// What must come of the rules; a policy that fails one of its tests is refused.
    pub tests: Vec<AccessPolicyTest>,
}

/// A group of users.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccessPolicyUserGroup {
    /// The members.
    pub users: Vec<AccessPolicyUser>,
}

/// Users, by exactly one of name, pattern and labels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyUserGroup.User")]
pub struct AccessPolicyUser {
    /// The whole identity.
    pub name: String,
    /// A pattern with `*`.
    #[serde(rename = "match")]
    pub pattern: String,
    /// Label selectors for the identity.
    #[serde(rename = "labelselectors")]
    pub label_selectors: Vec<String>,
}

/// A group of clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccessPolicyClusterGroup {
    /// The members.
    pub clusters: Vec<AccessPolicyCluster>,
}

/// Clusters, by either name or pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyClusterGroup.Cluster")]
pub struct AccessPolicyCluster {
    /// The whole name.
    pub name: String,
    /// A pattern with `*`.
    #[serde(rename = "match")]
    pub pattern: String,
}

/// Grants something to users in clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccessPolicyRule {
    /// Identities, or groups as `group/NAME`.
    pub users: Vec<String>,
    /// Names of clusters, or groups as `group/NAME`.
    pub clusters: Vec<String>,
    /// What is granted in Kubernetes.
    pub kubernetes: Option<AccessPolicyKubernetes>,
    /// The role in Omni, which is never lowered by a rule; `None`, `Reader`, `Operator` or `Admin`.
    pub role: String,
}

/// What is granted in Kubernetes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyRule.Kubernetes")]
pub struct AccessPolicyKubernetes {
    /// Whom the user speaks as.
    pub impersonate: Option<AccessPolicyImpersonate>,
}

/// Whom a user speaks as in Kubernetes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyRule.Kubernetes.Impersonate")]
pub struct AccessPolicyImpersonate {
    /// Names of groups.
    pub groups: Vec<String>,
}

/// A test of the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AccessPolicyTest {
    /// Its name; required.
    pub name: String,
    /// The user who asks; the name is required.
    pub user: Option<AccessPolicyTestUser>,
    /// The cluster that the user asks for; the name is required.
    pub cluster: Option<AccessPolicyTestCluster>,
    /// What must come of it.
    pub expected: Option<AccessPolicyExpected>,
}

/// The user of a test.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyTest.User")]
pub struct AccessPolicyTestUser {
    /// The identity.
    pub name: String,
    /// The labels that the identity is taken to have.
    pub labels: BTreeMap<String, String>,
}

/// The cluster of a test.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyTest.Cluster")]
pub struct AccessPolicyTestCluster {
    /// The name.
    pub name: String,
}

/// What must come of a test.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "AccessPolicyTest.Expected")]
pub struct AccessPolicyExpected {
    /// What is granted in Kubernetes.
    pub kubernetes: Option<AccessPolicyKubernetes>,
    /// The role in Omni.
    pub role: String,
}

impl Spec for AccessPolicy {
    const TYPE: &'static str = "AccessPolicies.omni.sidero.dev";
}
