//! `CiliumClusterwideEnvoyConfig`: configuration of Envoy for services of every namespace.

use serde::{Deserialize, Serialize};

use super::shape::kind;
use super::{EnvoyConfigSpec, Spec};

/// The same configuration as in one namespace, for services of every namespace
/// (`CiliumClusterwideEnvoyConfig.spec`).
#[doc(alias = "CiliumClusterwideEnvoyConfig")]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClusterwideEnvoyConfigSpec(pub EnvoyConfigSpec);

kind!(
    ClusterwideEnvoyConfigSpec, "CiliumClusterwideEnvoyConfig", "ciliumclusterwideenvoyconfigs", ["ccec"], Cluster,
    Spec<Self>, _ => "cilium.io/v2",
);
