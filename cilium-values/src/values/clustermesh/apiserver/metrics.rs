//! `clustermesh.apiserver.metrics`: its metrics.

use crate::values::common::{Any, Listener, ScrapeSettings, Texts};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `clustermesh.apiserver.metrics`: its metrics.
    pub struct Metrics {
        /// Whether its own are served.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Those of its store.
        pub etcd: Group<Etcd>,
        /// Those of the copy.
        pub kvstoremesh: Group<Listener>,
        /// The port its own are served on.
        ///
        /// Chart default: `9962`.
        pub port: Setting<i64>,
        /// The `ServiceMonitor` for all of them.
        pub service_monitor: Group<MetricsMonitor>,
    }

    /// `clustermesh.apiserver.metrics.etcd`: those of its store.
    pub struct Etcd {
        /// Whether they are served.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// `basic` or `extensive`.
        ///
        /// Chart default: `basic`.
        pub mode: Setting<String>,
        /// The port they are served on.
        ///
        /// Chart default: `9963`.
        pub port: Setting<i64>,
    }

    /// `clustermesh.apiserver.metrics.serviceMonitor`: the `ServiceMonitor` for all of them.
    pub struct MetricsMonitor {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether there is one.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// For its store.
        pub etcd: Group<ScrapeSettings>,
        /// Time between two scrapes.
        ///
        /// Chart default: `10s`.
        pub interval: Setting<String>,
        /// For the copy.
        pub kvstoremesh: Group<ScrapeSettings>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// Changes to the labels of samples.
        ///
        /// Chart default: none.
        pub metric_relabelings: Setting<Vec<Any>>,
        /// Its namespace, if not that of the release.
        pub namespace: Setting<String>,
        /// Changes to the labels of targets.
        ///
        /// Chart default: none.
        pub relabelings: Setting<Vec<Any>>,
        /// Time to wait for a scrape.
        ///
        /// Chart default: none. Since 1.18.
        pub scrape_timeout: Setting<String>,
    }
}
