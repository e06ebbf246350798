//! `alibabacloud`: Alibaba Cloud's network interfaces.

use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `alibabacloud`: Alibaba Cloud's network interfaces.
    pub struct Alibabacloud {
        /// Whether addresses come from them.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// What each node's `CiliumNode` says.
        ///
        /// Since 1.19.
        pub node_spec: Group<NodeSpec>,
    }

    /// `alibabacloud.nodeSpec`: what each node's `CiliumNode` says.
    pub struct NodeSpec {
        /// Tags of security groups.
        ///
        /// Since 1.19.
        pub security_group_tags: Setting<Vec<String>>,
        /// Security groups.
        ///
        /// Since 1.19.
        pub security_groups: Setting<Vec<String>>,
        /// Tags of switches.
        ///
        /// Since 1.19.
        #[serde(rename = "vSwitchTags")]
        pub vswitch_tags: Setting<Vec<String>>,
        /// Switches.
        ///
        /// Since 1.19.
        #[serde(rename = "vSwitches")]
        pub vswitches: Setting<Vec<String>>,
    }
}
