//! `hubble.metrics`: metrics out of flows.

use manifest::Secret;

use crate::values::common::{Any, Dashboards, Nothing, Open, Texts};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble.metrics`: metrics out of flows.
    pub struct Metrics {
        /// Its Grafana dashboards.
        pub dashboards: Group<Dashboards>,
        /// Metrics that may change. Not with `enabled`.
        ///
        /// Since 1.17.
        pub dynamic: Group<Dynamic>,
        /// Whether they are served in the form of OpenMetrics.
        ///
        /// Chart default: `false`.
        pub enable_open_metrics: Setting<bool>,
        /// Which: `name` or `name:option=value;option`. None: no metrics. An unknown name keeps agents from
        /// starting.
        ///
        /// Chart default: none.
        pub enabled: Setting<Vec<String>>,
        /// The port they are served on.
        ///
        /// Chart default: `9965`.
        pub port: Setting<i64>,
        /// Annotations on its service.
        pub service_annotations: Setting<Texts>,
        /// The `ServiceMonitor` for them.
        pub service_monitor: Group<HubbleServiceMonitor>,
        /// TLS for them.
        pub tls: Group<Tls>,
    }

    /// `hubble.metrics.dynamic`: metrics that may change. Not with `enabled`.
    pub struct Dynamic {
        /// Which.
        ///
        /// Since 1.17.
        pub config: Group<DynamicConfig>,
        /// Whether there are any.
        ///
        /// Chart default: `false`. Since 1.17.
        pub enabled: Setting<bool>,
    }

    /// `hubble.metrics.serviceMonitor`: the `ServiceMonitor` for them.
    pub struct HubbleServiceMonitor {
        /// Annotations on it.
        pub annotations: Setting<Texts>,
        /// Whether there is one.
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
        /// Changes to the labels of targets before they are scraped.
        pub relabelings: Setting<Vec<Any>>,
        /// Time to wait for a scrape; not longer than the interval.
        ///
        /// Chart default: none. Since 1.18.
        pub scrape_timeout: Setting<String>,
        /// TLS towards the target.
        pub tls_config: Setting<Open>,
    }

    /// `hubble.metrics.tls`: TLS for them.
    pub struct Tls {
        /// Whether there is any.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The serving side.
        pub server: Group<TlsServer>,
    }

    /// `hubble.metrics.dynamic.config`: which.
    pub struct DynamicConfig {
        /// Their ConfigMap.
        ///
        /// Chart default: `cilium-dynamic-metrics-config`. Since 1.17.
        pub config_map_name: Setting<String>,
        /// What is in it.
        ///
        /// Since 1.17.
        pub content: Setting<Vec<Any>>,
        /// Whether the chart makes it.
        ///
        /// Chart default: `true`. Since 1.17.
        pub create_config_map: Setting<bool>,
    }

    /// `hubble.metrics.tls.server`: the serving side.
    pub struct TlsServer {
        /// The certificate, PEM in base64.
        ///
        /// Chart default: empty.
        pub cert: Setting<String>,
        /// A Secret that holds both.
        ///
        /// Chart default: empty.
        pub existing_secret: Setting<String>,
        /// Further names in a generated certificate.
        pub extra_dns_names: Setting<Vec<String>>,
        /// Further addresses in a generated certificate.
        pub extra_ip_addresses: Setting<Vec<String>>,
        /// The private key, PEM in base64.
        ///
        /// Chart default: empty.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
        /// Whether clients must show a certificate.
        pub mtls: Group<TlsServerMtls>,
    }

    /// `hubble.metrics.tls.server.mtls`: whether clients must show a certificate.
    pub struct TlsServerMtls {
        /// Whether they must.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The key with the authority of their certificates.
        ///
        /// Chart default: `ca.crt`.
        pub key: Setting<String>,
        /// The ConfigMap or Secret with that authority. The chart's schema lets no name through.
        ///
        /// Chart default: none.
        pub name: Setting<Nothing>,
        /// Whether it is a Secret.
        ///
        /// Chart default: `false`.
        pub use_secret: Setting<bool>,
    }
}
