//! `dnsProxy`: the proxy between pods and DNS.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `dnsProxy`: the proxy between pods and DNS that policies for names need.
    pub struct DnsProxy {
        /// What a refused lookup gets: `refused` or `nameError`.
        ///
        /// Chart default: `refused`.
        pub dns_reject_response_code: Setting<String>,
        /// Whether answers are compressed.
        ///
        /// Chart default: `true`.
        pub enable_dns_compression: Setting<bool>,
        /// Whether the proxy keeps the pod's address. Needed with `IPsec`.
        pub enable_transparent_mode: Setting<bool>,
        /// How many addresses are kept per name and pod.
        ///
        /// Chart default: `50`, from 1.17 on `1000`.
        pub endpoint_max_ip_per_hostname: Setting<i64>,
        /// How long addresses of a name are kept without connections. A Go duration.
        ///
        /// Chart default: `0s`.
        pub idle_connection_grace_period: Setting<String>,
        /// How many addresses are kept for connections that still live.
        ///
        /// Chart default: `10000`.
        pub max_deferred_connection_deletes: Setting<i64>,
        /// The least number of seconds a name is kept.
        ///
        /// Chart default: `0`.
        pub min_ttl: Setting<i64>,
        /// Whether identities are made before a name is looked up.
        ///
        /// Chart default: `true`. Since 1.18.
        pub pre_allocate_identities: Setting<bool>,
        /// A file with names to start from.
        ///
        /// Chart default: empty.
        pub pre_cache: Setting<String>,
        /// The port; 0 for any.
        ///
        /// Chart default: `0`.
        pub proxy_port: Setting<i64>,
        /// How long an answer waits for policies to be in place. A Go duration.
        ///
        /// Chart default: `100ms`.
        pub proxy_response_max_delay: Setting<String>,
        /// Seconds that a closed socket lingers.
        ///
        /// Chart default: `10`.
        pub socket_linger_timeout: Setting<i64>,
    }
}
