//! `EthernetConfig`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::words;

/// Settings of an Ethernet card, as `ethtool` has them (`network.EthernetConfigV1Alpha1`).
///
/// Since 1.10.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EthernetConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `EthernetConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link. A document of a link may have it too.
    #[serde(default)]
    pub name: String,
    /// Features of the driver by name, on or off, as `ethtool -K`. Absent: unchanged.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub features: BTreeMap<String, bool>,
    /// Sizes of the rings, as `ethtool -G`. Absent: unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rings: Option<EthernetRingsConfig>,
    /// Numbers of the channels, as `ethtool -L`. Absent: unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channels: Option<EthernetChannelsConfig>,
    /// What wakes the machine, as `ethtool -s ... wol`. Absent: unchanged; an empty list: nothing. Patches append.
    /// Since 1.12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wake_on_lan: Option<Vec<WolMode>>,
}

impl DocumentKind for EthernetConfig {
    const KIND: &'static str = "EthernetConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl EthernetConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

/// Sizes of the rings of an Ethernet card (`network.EthernetRingsConfig`). What is absent is left unchanged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EthernetRingsConfig {
    /// Entries of the receive ring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rx: Option<u32>,
    /// Entries of the transmit ring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tx: Option<u32>,
    /// Entries of the receive ring for small packets.
    #[serde(rename = "rx-mini", default, skip_serializing_if = "Option::is_none")]
    pub rx_mini: Option<u32>,
    /// Entries of the receive ring for large packets.
    #[serde(rename = "rx-jumbo", default, skip_serializing_if = "Option::is_none")]
    pub rx_jumbo: Option<u32>,
    /// Bytes of a receive buffer.
    #[serde(rename = "rx-buf-len", default, skip_serializing_if = "Option::is_none")]
    pub rx_buf_len: Option<u32>,
    /// Bytes of a completion queue event.
    #[serde(rename = "cqe-size", default, skip_serializing_if = "Option::is_none")]
    pub cqe_size: Option<u32>,
    /// Whether packets are pushed to the card instead of fetched by it.
    #[serde(rename = "tx-push", default, skip_serializing_if = "Option::is_none")]
    pub tx_push: Option<bool>,
    /// Whether descriptors of received packets are pushed to the card.
    #[serde(rename = "rx-push", default, skip_serializing_if = "Option::is_none")]
    pub rx_push: Option<bool>,
    /// Bytes of a packet that may be pushed.
    #[serde(rename = "tx-push-buf-len", default, skip_serializing_if = "Option::is_none")]
    pub tx_push_buf_len: Option<u32>,
    /// Whether headers and data of TCP go to different buffers.
    #[serde(rename = "tcp-data-split", default, skip_serializing_if = "Option::is_none")]
    pub tcp_data_split: Option<bool>,
}

/// Numbers of the channels (queues with an interrupt) of an Ethernet card (`network.EthernetChannelsConfig`). What is
/// absent is left unchanged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EthernetChannelsConfig {
    /// Channels that only receive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rx: Option<u32>,
    /// Channels that only transmit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tx: Option<u32>,
    /// Channels for other interrupts, such as the state of the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<u32>,
    /// Channels that do both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub combined: Option<u32>,
}

words! {
    /// What wakes a machine over the network (`nethelpers.WOLMode`).
    #[doc(alias = "WOLMode")]
    pub enum WolMode = "WOLMode" {
        /// Any activity on the wire.
        Phy = "phy",
        /// A packet to the machine.
        Unicast = "unicast",
        /// A packet to a group.
        Multicast = "multicast",
        /// A packet to all.
        Broadcast = "broadcast",
        /// A magic packet.
        Magic = "magic",
        /// A magic packet with a password.
        MagicSecure = "magicsecure",
        /// What the filters of the card let through.
        Filter = "filter",
    }
}
