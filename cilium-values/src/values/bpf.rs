//! `bpf`: maps, hooks and routes of the eBPF datapath.

use crate::values::common::{NumberOrText, Toggle};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `bpf`: maps, hooks and routes of the eBPF datapath.
    pub struct Bpf {
        /// Entries in the map of authenticated pairs: 256 to 16777216.
        ///
        /// Chart default: none.
        pub auth_map_max: Setting<i64>,
        /// Whether the agent mounts the file system for eBPF objects where the host has not.
        pub auto_mount: Group<Toggle>,
        /// Whether the connection tracking counts packets and bytes.
        ///
        /// Chart default: `false`. Since 1.17.
        pub ct_accounting: Setting<bool>,
        /// Entries for connections that are not TCP: 1024 to 16777216.
        ///
        /// Chart default: none.
        pub ct_any_max: Setting<i64>,
        /// Entries for TCP connections: 1024 to 16777216.
        ///
        /// Chart default: none.
        pub ct_tcp_max: Setting<i64>,
        /// What links a pod to its node.
        ///
        /// Chart default: `veth`.
        pub datapath_mode: Setting<DatapathMode>,
        /// Whether the protection against CVE-2020-8554 (services that hijack addresses by `externalIPs`)
        /// is off.
        ///
        /// Chart default: `false`.
        #[serde(rename = "disableExternalIPMitigation")]
        pub disable_external_ip_mitigation: Setting<bool>,
        /// Whether maps keep a list of old entries per CPU: less contention, less exact. Needs
        /// `mapDynamicSizeRatio`.
        ///
        /// Since a late 1.17.
        #[serde(rename = "distributedLRU")]
        pub distributed_lru: Group<Toggle>,
        /// Whether programs are attached by TCX where the kernel has it (6.6).
        ///
        /// Chart default: `true`.
        #[serde(rename = "enableTCX")]
        pub enable_tcx: Setting<bool>,
        /// Which events the datapath reports.
        pub events: Group<Events>,
        /// Whether packets of pods take the host's whole network stack. Off needs `kubeProxyReplacement`
        /// and `bpf.masquerade`, else it is on anyway. On Talos it must be on where both are and Talos
        /// forwards the cluster's DNS to the host.
        ///
        /// Chart default: none.
        pub host_legacy_routing: Setting<bool>,
        /// Whether services may choose the balancing algorithm by annotation.
        ///
        /// Chart default: `false`. Since 1.17.
        pub lb_algorithm_annotation: Setting<bool>,
        /// Whether cluster addresses of services are reachable from outside.
        ///
        /// Chart default: `false`.
        #[serde(rename = "lbExternalClusterIP")]
        pub lb_external_cluster_ip: Setting<bool>,
        /// Entries in each map of services.
        ///
        /// Chart default: `65536`.
        pub lb_map_max: Setting<i64>,
        /// Whether services may choose between SNAT and DSR by annotation. Not with mode `hybrid`.
        ///
        /// Chart default: `false`. Since 1.17.
        pub lb_mode_annotation: Setting<bool>,
        /// Whether `loadBalancerSourceRanges` hold for all types of services.
        ///
        /// Chart default: `false`. Since 1.17.
        pub lb_source_range_all_types: Setting<bool>,
        /// The share of memory for the large maps, above 0 and at most 1. Excludes sizes given one by one.
        ///
        /// Chart default: none.
        pub map_dynamic_size_ratio: Setting<NumberOrText>,
        /// Whether masquerading is done in eBPF instead of iptables.
        ///
        /// Chart default: none.
        pub masquerade: Setting<bool>,
        /// How much of similar events is reported once.
        ///
        /// Chart default: `medium`.
        pub monitor_aggregation: Setting<MonitorAggregation>,
        /// Which TCP flags bring a new report: `all` or a list.
        ///
        /// Chart default: `all`.
        pub monitor_flags: Setting<String>,
        /// How often a lasting connection is reported. A Go duration.
        ///
        /// Chart default: `5s`.
        pub monitor_interval: Setting<String>,
        /// The IP option that carries a trace identity; 0 for none, up to 255.
        ///
        /// Chart default: `0`. Since 1.19.
        #[serde(rename = "monitorTraceIPOption")]
        pub monitor_trace_ip_option: Setting<i64>,
        /// Entries for translated addresses; not more than those of both connection tables.
        ///
        /// Chart default: none.
        pub nat_max: Setting<i64>,
        /// Entries for neighbours.
        ///
        /// Chart default: none.
        pub neigh_max: Setting<i64>,
        /// Entries for nodes.
        ///
        /// Chart default: none.
        pub node_map_max: Setting<i64>,
        /// Entries for policies per endpoint: 256 to 65536.
        ///
        /// Chart default: `16384`.
        pub policy_map_max: Setting<i64>,
        /// The share of a full policy map from which on it is measured.
        ///
        /// Chart default: none. Since 1.19.
        pub policy_map_pressure_metrics_threshold: Setting<f64>,
        /// Entries for counters of policies.
        ///
        /// Chart default: `65536`. Since 1.18.
        pub policy_stats_map_max: Setting<i64>,
        /// Whether maps take their memory at once: steadier, and larger.
        ///
        /// Chart default: `false`.
        pub preallocate_maps: Setting<bool>,
        /// Where the file system for eBPF objects is mounted.
        ///
        /// Chart default: `/sys/fs/bpf`.
        pub root: Setting<String>,
        /// Whether packets to proxies are steered in eBPF instead of iptables. Not with netkit.
        ///
        /// Chart default: none.
        pub tproxy: Setting<bool>,
        /// VLAN tags that pass without being looked at; 0 for all. Needed where VLAN links exist below a
        /// device of Cilium's.
        ///
        /// Chart default: none.
        pub vlan_bypass: Setting<Vec<i64>>,
    }

    /// `bpf.events`: which events the datapath reports.
    pub struct Events {
        /// Limits for all kinds of events. Both keys or neither.
        ///
        /// Since 1.17.
        pub default_: Group<EventsDefault>,
        /// Dropped packets.
        pub drop: Group<Toggle>,
        /// Decisions of policies.
        pub policy_verdict: Group<Toggle>,
        /// Packets on their way.
        pub trace: Group<Toggle>,
    }

    /// `bpf.events.default`: limits for all kinds of events. Both keys or neither.
    pub struct EventsDefault {
        /// How many events may come at once.
        ///
        /// Chart default: none. Since 1.17.
        pub burst_limit: Setting<i64>,
        /// How many events may come in a second.
        ///
        /// Chart default: none. Since 1.17.
        pub rate_limit: Setting<i64>,
    }
}

words! {
    /// What links a pod to its node.
    pub enum DatapathMode {
        /// A pair of virtual Ethernet devices.
        Veth = "veth",
        /// A netkit device of layer 3; kernel 6.7 and later.
        Netkit = "netkit",
        /// A netkit device of layer 2; kernel 6.7 and later.
        NetkitL2 = "netkit-l2",
        /// No pods at all, only load balancing. Until 1.17.
        LbOnly = "lb-only",
        /// Netkit where the kernel has it. Since 1.20.
        Auto = "auto",
    }
}

words! {
    /// How much of similar events is reported once.
    pub enum MonitorAggregation {
        /// Every packet is reported.
        Unset = "",
        /// Every packet is reported.
        None = "none",
        /// Every packet is reported.
        Disabled = "disabled",
        /// Receiving is not reported.
        Lowest = "lowest",
        /// Receiving is not reported.
        Low = "low",
        /// Only new connections and the passing of time.
        Medium = "medium",
        /// Only new connections and the passing of time.
        Max = "max",
        /// Only new connections and the passing of time.
        Maximum = "maximum",
        /// As `none`.
        Level0 = "0",
        /// As `lowest`.
        Level1 = "1",
        /// As `low`.
        Level2 = "2",
        /// As `medium`.
        Level3 = "3",
        /// As `max`.
        Level4 = "4",
    }
}
