//! `daemon`: where the agent's settings come from.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `daemon`: where the agent's settings come from.
    pub struct Daemon {
        /// The only keys that further sources may set, with commas.
        ///
        /// Chart default: none.
        pub allowed_config_overrides: Setting<String>,
        /// Keys that further sources may not set, with commas.
        ///
        /// Chart default: none.
        pub blocked_config_overrides: Setting<String>,
        /// Further sources, such as `cilium-node-config`, with commas.
        ///
        /// Chart default: none.
        pub config_sources: Setting<String>,
        /// Whether packets from pods must bear the pod's address.
        ///
        /// Chart default: `true`. Since 1.17.
        #[serde(rename = "enableSourceIPVerification")]
        pub enable_source_ip_verification: Setting<bool>,
        /// Where the agent keeps its state on the host.
        ///
        /// Chart default: `/var/run/cilium`.
        pub run_path: Setting<String>,
    }
}
