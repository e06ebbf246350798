//! `cilium.expose`: services that get an address.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::scalar::{LabelKey, LabelValue, Name};

/// A service of type `LoadBalancer` in front of pods that are there already.
///
/// Under the name `hubble-ui` everything but the address may be left out: the pods of Cilium's own chart are
/// known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expose {
    /// The one address that the service must get. Absent: any free address of the pools.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub address: Option<IpAddr>,
    /// The annotation that asks for the address. Default: `lbipam.cilium.io/ips`.
    #[serde(default, skip_serializing_if = "AddressAnnotation::is_default")]
    pub annotation: AddressAnnotation,
    /// Namespace of the pods and the service. Absent: `kube-system` for `hubble-ui`, else `default`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<Name>,
    /// Labels of the pods. Empty is allowed under a known name only.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub selector: BTreeMap<LabelKey, LabelValue>,
    /// Ports. Empty is allowed under a known name only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ports: Vec<ServicePort>,
}

/// One port of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ServicePort {
    /// Name of the port.
    pub name: Name,
    /// The port of the service.
    pub port: u16,
    /// The port of the pods. Absent: the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_port: Option<u16>,
}

/// The annotation by which a service asks for an address. Every supported Cilium reads both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AddressAnnotation {
    /// The name since Cilium 1.15.
    #[default]
    #[serde(rename = "lbipam.cilium.io/ips")]
    Current,
    /// The name before, still read.
    #[serde(rename = "io.cilium/lb-ipam-ips")]
    Legacy,
}

impl AddressAnnotation {
    /// The key of the annotation.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Current => "lbipam.cilium.io/ips",
            Self::Legacy => "io.cilium/lb-ipam-ips",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
