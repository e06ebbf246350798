//! `network`: the wire that the machines share.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::scalar::{AddressRange, Name, Subnet};

/// The network of the machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Network {
    /// The subnet in which the machines have their addresses.
    pub subnet: Subnet,
    /// The router. Absent: not known here; nothing is checked against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub gateway: Option<IpAddr>,
    /// Resolvers for every machine, in order of preference. Empty: those that DHCP gives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub nameservers: Vec<IpAddr>,
    /// Ranges that somebody else hands out or holds, such as a DHCP server's; services must keep off them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reserved: BTreeMap<Name, AddressRange>,
}
