//! `clustermesh.mcsapi`: services across clusters.

use crate::values::common::{Affinity, Any, NodeSelector, Resources, Texts, Toleration, VolumeMount};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `clustermesh.mcsapi`: services across clusters by the Multi-Cluster Services API.
    pub struct Mcsapi {
        /// The job that tells `CoreDNS`.
        ///
        /// Since 1.19.
        pub coredns_auto_configure: Group<CorednsAutoConfigure>,
        /// Whether they are served.
        ///
        /// Chart default: `false`. Since 1.19.
        pub enabled: Setting<bool>,
        /// Whether the API's definitions are installed.
        ///
        /// Chart default: `true`. Since 1.19.
        #[serde(rename = "installCRDs")]
        pub install_crds: Setting<bool>,
    }

    /// `clustermesh.mcsapi.corednsAutoConfigure`: the job that tells `CoreDNS`.
    pub struct CorednsAutoConfigure {
        /// Which nodes attract or repel its pods.
        ///
        /// Since 1.19.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        ///
        /// Since 1.19.
        pub annotations: Setting<Texts>,
        /// What it tells which `CoreDNS`.
        ///
        /// Since 1.19.
        pub coredns: Group<CorednsAutoConfigureCoredns>,
        /// Whether there is one.
        ///
        /// Chart default: `false`. Since 1.19.
        pub enabled: Setting<bool>,
        /// Further arguments on its command line.
        ///
        /// Since 1.19.
        pub extra_args: Setting<Vec<String>>,
        /// Where its container sees further volumes.
        ///
        /// Since 1.19.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        ///
        /// Since 1.19.
        pub extra_volumes: Setting<Vec<Any>>,
        /// Labels that a node must have to run its pods.
        ///
        /// Since 1.19.
        pub node_selector: Setting<NodeSelector>,
        /// Labels on its pods.
        ///
        /// Since 1.19.
        pub pod_labels: Setting<Texts>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty. Since 1.19.
        pub priority_class_name: Setting<String>,
        /// CPU and memory.
        ///
        /// Since 1.19.
        pub resources: Group<Resources>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        ///
        /// Since 1.19.
        pub tolerations: Setting<Vec<Toleration>>,
        /// Seconds after which it is removed.
        ///
        /// Chart default: `1800`. Since 1.19.
        pub ttl_seconds_after_finished: Setting<i64>,
    }

    /// `clustermesh.mcsapi.corednsAutoConfigure.coredns`: what it tells which `CoreDNS`.
    pub struct CorednsAutoConfigureCoredns {
        /// The domain of this cluster.
        ///
        /// Chart default: `cluster.local`. Since 1.19.
        pub cluster_domain: Setting<String>,
        /// The domain of all clusters.
        ///
        /// Chart default: `clusterset.local`. Since 1.19.
        pub clusterset_domain: Setting<String>,
        /// Its ConfigMap.
        ///
        /// Chart default: `coredns`. Since 1.19.
        pub config_map_name: Setting<String>,
        /// Its Deployment.
        ///
        /// Chart default: `coredns`. Since 1.19.
        pub deployment_name: Setting<String>,
        /// Its namespace.
        ///
        /// Chart default: `kube-system`. Since 1.19.
        pub namespace: Setting<String>,
        /// Its service account.
        ///
        /// Chart default: `coredns`. Since 1.19.
        pub service_account_name: Setting<String>,
    }
}
