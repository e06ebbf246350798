//! `standaloneDnsProxy`: the proxy for DNS in pods of its own.

use crate::values::common::{Image, NodeSelector, Texts, Toleration, UpdateStrategy};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `standaloneDnsProxy`: the proxy for DNS in pods of its own. Needs `dnsProxy.proxyPort`.
    pub struct StandaloneDnsProxy {
        /// Annotations on its objects.
        ///
        /// Since 1.19.
        pub annotations: Setting<Texts>,
        /// Whether its pods get a token.
        ///
        /// Chart default: `false`. Since 1.19.
        pub automount_service_account_token: Setting<bool>,
        /// Whether it logs more.
        ///
        /// Chart default: `false`. Since 1.19.
        pub debug: Setting<bool>,
        /// Whether it is on.
        ///
        /// Chart default: `false`. Since 1.19.
        pub enabled: Setting<bool>,
        /// The image.
        ///
        /// Since 1.19.
        pub image: Group<Image>,
        /// Seconds for which a new pod must be ready before the next one is replaced.
        ///
        /// Chart default: `5`. Since 1.20.
        pub min_ready_seconds: Setting<i64>,
        /// Labels that a node must have to run its pods.
        ///
        /// Since 1.19.
        pub node_selector: Setting<NodeSelector>,
        /// Whether a changed ConfigMap replaces its pods.
        ///
        /// Chart default: `false`. Since 1.19.
        pub roll_out_pods: Setting<bool>,
        /// The port on which agents serve it.
        ///
        /// Chart default: `10095`. Since 1.19.
        pub server_port: Setting<i64>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        ///
        /// Since 1.19.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How its pods are replaced.
        ///
        /// Since 1.19.
        pub update_strategy: Group<UpdateStrategy>,
    }
}
