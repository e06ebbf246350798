//! `cni`: the CNI plugin and its configuration on nodes.

use crate::values::common::Resources;
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `cni`: the CNI plugin and its configuration on nodes.
    pub struct Cni {
        /// The directory of plugins on the host.
        ///
        /// Chart default: `/opt/cni/bin`.
        pub bin_path: Setting<String>,
        /// Another plugin that Cilium is put behind.
        ///
        /// Chart default: none.
        pub chaining_mode: Setting<ChainingMode>,
        /// The name of the network that Cilium is put behind.
        ///
        /// Chart default: none.
        pub chaining_target: Setting<String>,
        /// Where the agent sees a configuration of one's own.
        ///
        /// Chart default: `/tmp/cni-configuration`.
        pub conf_file_mount_path: Setting<String>,
        /// The directory of configurations on the host.
        ///
        /// Chart default: `/etc/cni/net.d`.
        pub conf_path: Setting<String>,
        /// The ConfigMap with a configuration of one's own.
        pub config_map: Setting<String>,
        /// The key in that ConfigMap.
        ///
        /// Chart default: `cni-config`.
        pub config_map_key: Setting<String>,
        /// Whether a configuration of one's own is used, and none is written.
        ///
        /// Chart default: `false`.
        pub custom_conf: Setting<bool>,
        /// Whether routes in chained pods get a size of packets.
        ///
        /// Chart default: `false`.
        #[serde(rename = "enableRouteMTUForCNIChaining")]
        pub enable_route_mtu_for_cni_chaining: Setting<bool>,
        /// Whether configurations of other plugins are put out of use. Off with Multus and its like.
        ///
        /// Chart default: `true`.
        pub exclusive: Setting<bool>,
        /// Whether somebody else makes the routes of pods.
        pub external_routing: Setting<bool>,
        /// Where the agent sees the host's directory of configurations.
        ///
        /// Chart default: `/host/etc/cni/net.d`.
        pub host_conf_dir_mount_path: Setting<String>,
        /// Whether plugin and configuration are installed.
        ///
        /// Chart default: `true`.
        pub install: Setting<bool>,
        /// Whether left-over rules of Amazon's plugin are removed.
        ///
        /// Chart default: `true`. Since 1.18.
        #[serde(rename = "iptablesRemoveAWSRules")]
        pub iptables_remove_aws_rules: Setting<bool>,
        /// Where the plugin logs on the host.
        ///
        /// Chart default: `/var/run/cilium/cilium-cni.log`.
        pub log_file: Setting<String>,
        /// A file from which the agent takes further settings.
        pub read_cni_conf: Setting<String>,
        /// CPU and memory of the init container that installs the plugin.
        pub resources: Group<Resources>,
        /// Whether the plugin is removed when an agent stops.
        ///
        /// Chart default: `false`.
        pub uninstall: Setting<bool>,
    }
}

words! {
    /// Another plugin that Cilium is put behind.
    pub enum ChainingMode {
        /// None.
        None = "none",
        /// Amazon's.
        AwsCni = "aws-cni",
        /// Flannel.
        Flannel = "flannel",
        /// Any that makes pairs of virtual Ethernet devices.
        GenericVeth = "generic-veth",
        /// The port mapper.
        Portmap = "portmap",
    }
}
