//! `RoutingRuleConfig`.

use serde::{Deserialize, Serialize};

use super::RoutingTable;
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Prefix, unless_empty, words};

/// A rule that chooses the table of routes for a packet (`network.RoutingRuleConfigV1Alpha1`).
///
/// Since 1.13.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoutingRuleConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `RoutingRuleConfig`.
    pub kind: KindOf<Self>,
    /// Its priority, a whole number from 1 to 32765 except 32500; lower is asked first.
    #[serde(default)]
    pub name: String,
    /// Network that packets come from. Absent: any.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub src: Option<Prefix>,
    /// Network that packets go to. Absent: any.
    #[serde(default, deserialize_with = "unless_empty", skip_serializing_if = "Option::is_none")]
    pub dst: Option<Prefix>,
    /// The table. Needed, unless `action` is another one than `unicast`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<RoutingTable>,
    /// What is done with a packet. Absent: `unicast`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<RoutingRuleAction>,
    /// Link that packets come in on. Absent: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iif_name: Option<String>,
    /// Link that packets go out on. Absent: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oif_name: Option<String>,
    /// Mark of packets. Absent: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fw_mark: Option<u32>,
    /// Bits of the mark that count; needs `fwMark`. Absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fw_mask: Option<u32>,
}

impl DocumentKind for RoutingRuleConfig {
    const KIND: &'static str = "RoutingRuleConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl RoutingRuleConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

words! {
    /// What a rule does with a packet (`nethelpers.RoutingRuleAction`).
    pub enum RoutingRuleAction = "RoutingRuleAction" {
        /// What `unicast` does.
        Unspec = "unspec",
        /// It looks into the table.
        Unicast = "unicast",
        /// It drops the packet.
        Blackhole = "blackhole",
        /// It says that the network is not reachable.
        Unreachable = "unreachable",
        /// It says that sending is not allowed.
        Prohibit = "prohibit",
    }
}
