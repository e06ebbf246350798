//! `BondConfig`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{AddressConfig, RouteConfig};
use crate::meta::{ApiVersion, DocumentKind, KindOf};
use crate::scalar::{Addr, HardwareAddr, InvalidScalar, text, words};

/// Several links that act as one (`network.BondConfigV1Alpha1`). No other document of a link may have its name.
///
/// Since 1.12.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BondConfig {
    /// `v1alpha1`.
    pub api_version: ApiVersion,
    /// `BondConfig`.
    pub kind: KindOf<Self>,
    /// Name of the link that is made.
    #[serde(default)]
    pub name: String,
    /// MAC address of the bond. Absent: the one of its first link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardware_addr: Option<HardwareAddr>,
    /// Links that it is made of, by name or alias; at least one. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<String>,
    /// How packets are spread over the links; a finished document has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bond_mode: Option<BondMode>,
    /// Milliseconds between two looks at the state of a link. Absent: what the kernel has (0, none); without it mode
    /// `802.3ad` earns a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miimon: Option<u32>,
    /// Milliseconds that a link must be up before it is used, a multiple of `miimon`. Absent: what the kernel has
    /// (0); without it mode `802.3ad` earns a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updelay: Option<u32>,
    /// Milliseconds that a link must be down before it is given up, a multiple of `miimon`. Absent: what the kernel
    /// has (0); without it mode `802.3ad` earns a warning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downdelay: Option<u32>,
    /// Whether the state of a link comes from its driver instead of MII registers. Absent: what the kernel has
    /// (true).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_carrier: Option<bool>,
    /// What of a packet decides on its link in the modes that hash. Absent: what the kernel has (`layer2`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xmit_hash_policy: Option<BondXmitHashPolicy>,
    /// Milliseconds between two ARP probes. Absent: what the kernel has (0, none).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_interval: Option<u32>,
    /// Addresses that ARP probes ask for, version 4, at most 16. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub arp_ip_targets: Vec<Addr>,
    /// Addresses that neighbour solicitations ask for, version 6, at most 16. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ns_ip6_targets: Vec<Addr>,
    /// Which ARP packets count as a sign of life. Absent: what the kernel has (`none`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_validate: Option<ArpValidate>,
    /// Whether one or all of the targets must answer. Absent: what the kernel has (`any`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_all_targets: Option<ArpAllTargets>,
    /// How often LACP packets are wanted from the other side. Absent: what the kernel has (`slow`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lacp_rate: Option<LacpRate>,
    /// Which MAC addresses the links get in mode `active-backup`. Absent: what the kernel has (`none`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_over_mac: Option<FailOverMac>,
    /// Which group of links is the active one in mode `802.3ad`. Absent: what the kernel has (`stable`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_select: Option<AdSelect>,
    /// LACP priority of the system in mode `802.3ad`. Absent: what the kernel has (65535).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_actor_sys_prio: Option<u16>,
    /// Upper ten bits of the port key in mode `802.3ad`. Absent: what the kernel has (0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_user_port_key: Option<u16>,
    /// Whether LACP packets are sent unasked in mode `802.3ad`. Absent: `on`.
    #[serde(rename = "adLACPActive", default, skip_serializing_if = "Option::is_none")]
    pub ad_lacp_active: Option<AdLacpActive>,
    /// When the preferred link takes over again. Absent: what the kernel has (`always`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_reselect: Option<PrimaryReselect>,
    /// How many IGMP reports follow a change of links. Absent: what the kernel has (1).
    #[serde(rename = "resendIGMP", default, skip_serializing_if = "Option::is_none")]
    pub resend_igmp: Option<u32>,
    /// How many links must be up for the bond to be up. Absent: what the kernel has (0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_links: Option<u32>,
    /// Seconds between the packets that teach switches where the bond is. Absent: what the kernel has (1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lp_interval: Option<u32>,
    /// Packets on one link before the next one has its turn in mode `balance-rr`. Absent: what the kernel has (1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets_per_slave: Option<u32>,
    /// How many gratuitous ARPs and neighbour advertisements follow a failover. Absent: what the kernel has (1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub num_peer_notif: Option<u8>,
    /// Whether flows are moved between links in the modes `balance-tlb` and `balance-alb`; 0 or 1. Absent: what the
    /// kernel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tlb_logical_lb: Option<u8>,
    /// Whether frames on inactive links are delivered (1) or dropped (0). Absent: what the kernel has (0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_slaves_active: Option<u8>,
    /// Milliseconds between two notifications of peers. Absent: what the kernel has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peer_notif_delay: Option<u32>,
    /// How many ARP probes must fail before a link counts as down. Absent: what the kernel has (2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missed_max: Option<u8>,
    /// Whether the link is up. Absent: true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up: Option<bool>,
    /// Largest packet in bytes. Absent: what the driver has, mostly 1500.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtu: Option<u32>,
    /// Addresses of the link. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<AddressConfig>,
    /// Routes through the link. Patches append.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<RouteConfig>,
    /// Whether the link takes multicast. Absent: what the driver has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multicast: Option<bool>,
}

impl DocumentKind for BondConfig {
    const KIND: &'static str = "BondConfig";

    fn name(&self) -> Option<&str> {
        Some(&self.name)
    }
}

impl BondConfig {
    /// A document with this name and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

words! {
    /// How a bond spreads packets over its links (`nethelpers.BondMode`).
    pub enum BondMode = "BondMode" {
        /// In turn.
        BalanceRr = "balance-rr",
        /// One link, the others stand by.
        ActiveBackup = "active-backup",
        /// By a hash of the packet.
        BalanceXor = "balance-xor",
        /// On all links.
        Broadcast = "broadcast",
        /// LACP: by a hash, over the links that the other side agrees on.
        Ieee8023ad = "802.3ad",
        /// What is sent, by load.
        BalanceTlb = "balance-tlb",
        /// What is sent and received, by load.
        BalanceAlb = "balance-alb",
    }
}

words! {
    /// What of a packet is hashed to choose its link (`nethelpers.BondXmitHashPolicy`).
    pub enum BondXmitHashPolicy = "BondXmitHashPolicy" {
        /// MAC addresses.
        Layer2 = "layer2",
        /// IP addresses and ports.
        Layer34 = "layer3+4",
        /// MAC and IP addresses.
        Layer23 = "layer2+3",
        /// MAC and IP addresses, those inside a tunnel if there is one.
        Encap23 = "encap2+3",
        /// IP addresses and ports, those inside a tunnel if there is one.
        Encap34 = "encap3+4",
    }
}

words! {
    /// Which ARP packets count as a sign of life (`nethelpers.ARPValidate`).
    #[doc(alias = "ARPValidate")]
    pub enum ArpValidate = "ARPValidate" {
        /// All of them, unchecked.
        None = "none",
        /// Checked on the active link.
        Active = "active",
        /// Checked on the links that stand by.
        Backup = "backup",
        /// Checked on all links.
        All = "all",
        /// Only ARP, unchecked.
        Filter = "filter",
        /// Only ARP, checked on the active link.
        FilterActive = "filter-active",
        /// Only ARP, checked on the links that stand by.
        FilterBackup = "filter-backup",
    }
}

words! {
    /// How many targets of ARP probes must answer (`nethelpers.ARPAllTargets`).
    #[doc(alias = "ARPAllTargets")]
    pub enum ArpAllTargets = "ARPAllTargets" {
        /// One.
        Any = "any",
        /// All.
        All = "all",
    }
}

words! {
    /// How often LACP packets are wanted from the other side (`nethelpers.LACPRate`).
    #[doc(alias = "LACPRate")]
    pub enum LacpRate = "LACPRate" {
        /// Every 30 seconds.
        Slow = "slow",
        /// Every second.
        Fast = "fast",
    }
}

/// Which MAC addresses the links of a bond get in mode `active-backup` (`nethelpers.FailOverMAC`). Unlike other
/// words, these are read in lower case only, and by number from 0 to 2; an empty text is `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "FailOverMAC")]
pub enum FailOverMac {
    /// All links have the one of the bond.
    None,
    /// The bond has the one of the active link.
    Active,
    /// A link takes the one of the bond when it becomes active.
    Follow,
}

text!(FailOverMac);

impl FromStr for FailOverMac {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        Ok(match text {
            "none" | "0" | "" => Self::None,
            "active" | "1" => Self::Active,
            "follow" | "2" => Self::Follow,
            _ => {
                let shown: String = text.chars().take(64).collect();
                return Err(InvalidScalar::new(format!("invalid fail_over_mac value {shown}")));
            }
        })
    }
}

impl fmt::Display for FailOverMac {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::Active => "active",
            Self::Follow => "follow",
        })
    }
}

words! {
    /// Which group of links is the active one (`nethelpers.ADSelect`).
    #[doc(alias = "ADSelect")]
    pub enum AdSelect = "ADSelect" {
        /// The one with the most bandwidth, until it has no link left.
        Stable = "stable",
        /// The one with the most bandwidth, at every change.
        Bandwidth = "bandwidth",
        /// The one with the most links, at every change.
        Count = "count",
    }
}

words! {
    /// Whether LACP packets are sent unasked (`nethelpers.ADLACPActive`).
    #[doc(alias = "ADLACPActive")]
    pub enum AdLacpActive = "ADLACPActive" {
        /// Only as answers.
        Off = "off",
        /// Periodically.
        On = "on",
    }
}

words! {
    /// When the preferred link takes over again (`nethelpers.PrimaryReselect`).
    pub enum PrimaryReselect = "PrimaryReselect" {
        /// As soon as it is up.
        Always = "always",
        /// When it is faster than the active one.
        Better = "better",
        /// When the active one fails.
        Failure = "failure",
    }
}
