//! `machine.network.interfaces[].bond`: several links as one, in the kernel's words.

use serde::{Deserialize, Serialize};

use super::NetworkDeviceSelector;

/// A bond: several links as one (`v1alpha1.Bond`). Modes and policies are the kernel's, in its spelling.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bond {
    /// Names of the links. Either this or `device_selectors`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interfaces: Vec<String>,
    /// Chooses the links by what they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_selectors: Vec<NetworkDeviceSelector>,
    /// Targets of ARP monitoring. Refused by validation: Talos does not support it here.
    #[serde(rename = "arpIPTarget", default, skip_serializing_if = "Vec::is_empty")]
    pub arp_ip_target: Vec<String>,
    /// `balance-rr`, `active-backup`, `balance-xor`, `broadcast`, `802.3ad`, `balance-tlb` or `balance-alb`.
    /// Absent: `balance-rr`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// How a link is chosen for a packet: `layer2`, `layer3+4`, `layer2+3`, `encap2+3`, `encap3+4`. Absent:
    /// `layer2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub xmit_hash_policy: Option<String>,
    /// How often LACP packets are sent: `slow` or `fast`; only in mode `802.3ad`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lacp_rate: Option<String>,
    /// MAC address for LACP. Refused by validation: Talos does not support it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_actor_system: Option<String>,
    /// Which links ARP replies are checked on: `none`, `active`, `backup`, `all`, `filter`, `filter-active`,
    /// `filter-backup`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_validate: Option<String>,
    /// Whether `any` or `all` targets must answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_all_targets: Option<String>,
    /// Preferred link; only in modes `active-backup`, `balance-tlb`, `balance-alb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary: Option<String>,
    /// When the preferred link takes over again: `always`, `better`, `failure`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub primary_reselect: Option<String>,
    /// Which MAC address links take: `none`, `active`, `follow`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_over_mac: Option<String>,
    /// How an aggregate is chosen in mode `802.3ad`: `stable`, `bandwidth`, `count`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_select: Option<String>,
    /// Milliseconds between link checks. Absent or 0: no checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub miimon: Option<u32>,
    /// Milliseconds before a link that came up is used; a multiple of `miimon`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updelay: Option<u32>,
    /// Milliseconds before a link that went down is left; a multiple of `miimon`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub downdelay: Option<u32>,
    /// Milliseconds between ARP checks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arp_interval: Option<u32>,
    /// How many IGMP reports follow a failover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resend_igmp: Option<u32>,
    /// How many links must be up for the bond to be up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_links: Option<u32>,
    /// Seconds between learning packets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lp_interval: Option<u32>,
    /// Packets a link before the next one, in mode `balance-rr`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets_per_slave: Option<u32>,
    /// How many peer notifications follow a failover.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub num_peer_notif: Option<u8>,
    /// 1 if flows move with the load, in modes `balance-tlb` and `balance-alb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tlb_dynamic_lb: Option<u8>,
    /// 1 if duplicate frames on inactive links are delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_slaves_active: Option<u8>,
    /// Whether the link state comes from the driver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_carrier: Option<bool>,
    /// LACP system priority; only in mode `802.3ad`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_actor_sys_prio: Option<u16>,
    /// Upper ten bits of the LACP port key; only in mode `802.3ad`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ad_user_port_key: Option<u16>,
    /// Milliseconds between peer notifications.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peer_notify_delay: Option<u32>,
}
