//! `CiliumClusterwideNetworkPolicy`: what pods of every namespace, and nodes, may send and receive.

use serde::{Deserialize, Serialize};

use super::NetworkPolicy;
use super::shape::kind;

/// The same rules as in one namespace, for pods of every namespace, or for nodes
/// (`CiliumClusterwideNetworkPolicy`).
#[doc(alias = "CiliumClusterwideNetworkPolicy")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClusterwideNetworkPolicy(pub NetworkPolicy);

kind!(
    ClusterwideNetworkPolicy, "CiliumClusterwideNetworkPolicy", "ciliumclusterwidenetworkpolicies", ["ccnp"], Cluster,
    Self, _ => "cilium.io/v2",
);
