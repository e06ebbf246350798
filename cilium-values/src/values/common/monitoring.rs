//! What Prometheus, Grafana and Go's profiler see.

use super::{Any, Texts};
use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// A `ServiceMonitor` of the Prometheus operator.
    pub struct ServiceMonitor {
        /// Whether there is one. The chart refuses where the cluster does not know the kind, unless
        /// `prometheus.serviceMonitor.trustCRDsExist` is on.
        pub enabled: Setting<bool>,
        /// Annotations on it.
        pub annotations: Setting<Texts>,
        /// Labels on it; Prometheus selects monitors by them.
        pub labels: Setting<Texts>,
        /// Its namespace, if not that of the release.
        pub namespace: Setting<String>,
        /// Time between two scrapes.
        pub interval: Setting<String>,
        /// Time to wait for a scrape; not longer than the interval.
        pub scrape_timeout: Setting<String>,
        /// Changes to the labels of targets before they are scraped.
        pub relabelings: Setting<Vec<Any>>,
        /// Changes to the labels of samples after they were scraped.
        pub metric_relabelings: Setting<Vec<Any>>,
    }

    /// How one target of a `ServiceMonitor` is scraped.
    pub struct ScrapeSettings {
        /// Time between two scrapes.
        pub interval: Setting<String>,
        /// Time to wait for a scrape; not longer than the interval.
        pub scrape_timeout: Setting<String>,
        /// Changes to the labels of targets before they are scraped.
        pub relabelings: Setting<Vec<Any>>,
        /// Changes to the labels of samples after they were scraped.
        pub metric_relabelings: Setting<Vec<Any>>,
    }

    /// Grafana dashboards in ConfigMaps, for a sidecar that picks them up.
    pub struct Dashboards {
        /// Whether there are any.
        pub enabled: Setting<bool>,
        /// The label by which the sidecar knows them.
        pub label: Setting<String>,
        /// The value of that label.
        pub label_value: Setting<String>,
        /// Their namespace, if not that of the release.
        pub namespace: Setting<String>,
        /// Annotations on them.
        pub annotations: Setting<Texts>,
    }

    /// Go's profiler over HTTP.
    pub struct Pprof {
        /// Whether it listens.
        pub enabled: Setting<bool>,
        /// The address it listens on.
        pub address: Setting<String>,
        /// The port it listens on.
        pub port: Setting<i64>,
        /// One in how many blocking nanoseconds is sampled; 0 for none.
        pub block_profile_rate: Setting<i64>,
        /// One in how many mutex contentions is sampled; 0 for none.
        pub mutex_profile_fraction: Setting<i64>,
    }
}
