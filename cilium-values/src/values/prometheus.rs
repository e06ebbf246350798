//! `prometheus`: the agent's metrics.

use crate::values::common::{Any, Texts};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `prometheus`: the agent's metrics.
    pub struct Prometheus {
        /// Groups of controllers that are measured; `all` or `none`.
        ///
        /// Chart default: `[write-cni-file, sync-host-ips, sync-lb-maps-with-k8s-services]`.
        pub controller_group_metrics: Setting<Vec<String>>,
        /// Whether they are served.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Metrics beyond (`+name`) or below (`-name`) the usual ones.
        ///
        /// Chart default: none.
        pub metrics: Setting<Vec<String>>,
        /// Whether a service for them is made also without a `ServiceMonitor`.
        ///
        /// Chart default: `false`. Since 1.17.
        pub metrics_service: Setting<bool>,
        /// The port they are served on.
        ///
        /// Chart default: `9962`.
        pub port: Setting<i64>,
        /// The `ServiceMonitor` for them.
        pub service_monitor: Group<AgentServiceMonitor>,
    }

    /// `prometheus.serviceMonitor`: the `ServiceMonitor` for them.
    pub struct AgentServiceMonitor {
        /// Annotations on it.
        pub annotations: Setting<Texts>,
        /// Whether there is one. The chart refuses where the cluster does not know the kind, unless
        /// `prometheus.serviceMonitor.trustCRDsExist` is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Time between two scrapes.
        ///
        /// Chart default: `10s`.
        pub interval: Setting<String>,
        /// The label of the service whose value names the job.
        ///
        /// Chart default: empty.
        pub job_label: Setting<String>,
        /// Labels on it; Prometheus selects monitors by them.
        pub labels: Setting<Texts>,
        /// Changes to the labels of samples after they were scraped.
        ///
        /// Chart default: none.
        pub metric_relabelings: Setting<Vec<Any>>,
        /// Its namespace, if not that of the release.
        pub namespace: Setting<String>,
        /// Changes to the labels of targets before they are scraped.
        pub relabelings: Setting<Vec<Any>>,
        /// Time to wait for a scrape; not longer than the interval.
        ///
        /// Chart default: none. Since 1.18.
        pub scrape_timeout: Setting<String>,
        /// Whether to believe that the cluster knows the kind, without looking. `helm template` never
        /// looks.
        ///
        /// Chart default: `false`.
        #[serde(rename = "trustCRDsExist")]
        pub trust_crds_exist: Setting<bool>,
    }
}
