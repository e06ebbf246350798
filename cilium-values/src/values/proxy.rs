//! `proxy`: where the metrics of Envoy were set, until 1.15.

use crate::values::common::Any;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `proxy`: where the metrics of Envoy were set.
    pub struct Proxy {
        /// Its metrics. Now `envoy.prometheus`.
        pub prometheus: Group<ProxyPrometheus>,
    }

    /// `proxy.prometheus`: the metrics of Envoy.
    pub struct ProxyPrometheus {
        /// Removed in 1.16: the chart refuses it, `false` included.
        pub enabled: Setting<Any>,
        /// Removed in 1.16: the chart refuses it.
        pub port: Setting<Any>,
    }
}
