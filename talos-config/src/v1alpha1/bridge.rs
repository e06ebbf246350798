//! `machine.network.interfaces[].bridge`.

use serde::{Deserialize, Serialize};

/// A bridge between interfaces (`v1alpha1.Bridge`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bridge {
    /// Names of the ports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interfaces: Vec<String>,
    /// Spanning tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stp: Option<Stp>,
    /// VLAN awareness.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vlan: Option<BridgeVlan>,
}

/// The bridge that an interface is a port of (`v1alpha1.BridgePort`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BridgePort {
    /// Name of the bridge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master: Option<String>,
}

/// The spanning tree protocol of a bridge (`v1alpha1.STP`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "STP")]
pub struct Stp {
    /// Whether it runs. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
}

/// VLAN awareness of a bridge (`v1alpha1.BridgeVLAN`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[doc(alias = "BridgeVLAN")]
pub struct BridgeVlan {
    /// Whether the bridge filters by VLAN tag. Absent: false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vlan_filtering: Option<bool>,
}
