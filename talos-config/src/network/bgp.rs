//! `BGPInstanceConfig`.

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Addr, Duration, Prefix, unless_empty};

/// A BGP speaker on the machine (`network.BGPInstanceConfigV1Alpha1`).
///
/// Since 1.14.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "BGPInstanceConfig")]
pub struct BgpInstanceConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `BGPInstanceConfig`.
    pub kind: KindOf<Self>,
    /// Name of the speaker.
    #[serde(default)]
    pub name: String,
    /// Link of the VRF that it is in. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vrf: Option<String>,
    /// Number of its autonomous system; a finished document has one, not 0.
    #[serde(rename = "localASN", default, skip_serializing_if = "Option::is_none")]
    pub local_asn: Option<u32>,
    /// Its id, an address of version 4. Absent: the first address that it announces.
    #[serde(
        rename = "routerID",
        default,
        deserialize_with = "unless_empty",
        skip_serializing_if = "Option::is_none"
    )]
    pub router_id: Option<Addr>,
    /// Address that packets along learned routes leave with. Absent: the kernel chooses.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub route_source: Option<Addr>,
    /// Links whose networks are announced, by name or alias. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advertise: Vec<String>,
    /// Whether routes of several neighbours are used side by side. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multipath: Option<bool>,
    /// How many at most. Absent: what the implementation has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_paths: Option<u8>,
    /// Whether learned routes reach the kernel. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub install_routes: Option<bool>,
    /// What is taken over from other speakers on the machine; their prefixes do not overlap. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub import_routes: Vec<BgpImportRoute>,
    /// Whom it speaks with; with none there is a warning. Patches replace.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbors: Vec<BgpNeighborConfig>,
}

impl DocumentKind for BgpInstanceConfig {
    const KIND: &'static str = "BGPInstanceConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl BgpInstanceConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Routes that another speaker on the machine learned (`network.BGPImportRoute`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "BGPImportRoute")]
pub struct BgpImportRoute {
    /// Name of the other speaker; each at most once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bgp_instance: Option<String>,
    /// Networks that a route must lie in; at least one, without bits behind the length.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefixes: Vec<Prefix>,
}

/// Another speaker (`network.BGPNeighborConfig`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "BGPNeighborConfig")]
pub struct BgpNeighborConfig {
    /// Its address. Exactly one of this and `link`.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub address: Option<Addr>,
    /// Link that it is at the other end of, by name or alias; IPv6 finds it. Exactly one of this and `address`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Number of its autonomous system. Absent or 0: any but the own one.
    #[serde(rename = "peerASN", default, skip_serializing_if = "Option::is_none")]
    pub peer_asn: Option<u32>,
    /// What the machine says its own number is. Absent or 0: the speaker's.
    #[serde(rename = "localASN", default, skip_serializing_if = "Option::is_none")]
    pub local_asn: Option<u32>,
    /// Whether the other side must call. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passive: Option<bool>,
    /// How long silence is accepted; not negative. Absent: what the implementation has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_time: Option<Duration>,
    /// Bidirectional forwarding detection, on by being there. Not in a VRF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bfd: Option<BgpBfdConfig>,
}

/// Bidirectional forwarding detection (`network.BGPBFDConfig`). What is absent is what the implementation has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "BGPBFDConfig")]
pub struct BgpBfdConfig {
    /// Time between two packets that the machine would like; not negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transmit_interval: Option<Duration>,
    /// Time between two packets that it can take; not negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receive_interval: Option<Duration>,
    /// How many packets may be missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detect_multiplier: Option<u8>,
}
