//! `hubble`: a view of all flows.

pub mod export;
pub mod metrics;
pub mod redact;
pub mod relay;
pub mod ui;

use self::export::Export;
use self::metrics::Metrics;
use self::redact::Redact;
use self::relay::Relay;
use self::ui::Ui;
use crate::values::common::{AutoTls, IntOrText, ServerKeyPair, Texts, Toggle};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble`: A view of all flows.
    pub struct Hubble {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Dropped packets as events on pods.
        pub drop_event_emitter: Group<DropEventEmitter>,
        /// Whether each agent records flows.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// How many flows are kept: a power of two minus 1, up to 65535.
        pub event_buffer_capacity: Setting<IntOrText>,
        /// How many events may wait.
        pub event_queue_size: Setting<IntOrText>,
        /// Flows in files on the host.
        pub export: Group<Export>,
        /// Whether its pods share the users of the host.
        ///
        /// Chart default: none. Since 1.20.
        pub host_users: Setting<bool>,
        /// Where each agent serves its flows: an address with port. Empty: nowhere, and no relay.
        ///
        /// Chart default: `:4244`.
        pub listen_address: Setting<String>,
        /// How often lost events are counted together. A Go duration.
        ///
        /// Since 1.19.
        pub lost_event_send_interval: Setting<String>,
        /// Metrics out of flows.
        pub metrics: Group<Metrics>,
        /// Naming the policies that decided about a flow.
        ///
        /// Since 1.18.
        pub network_policy_correlation: Group<Toggle>,
        /// The service by which the relay finds agents.
        pub peer_service: Group<PeerService>,
        /// Whether agents are reached by IPv6. Renamed to `preferIpv6`.
        ///
        /// Chart default: `false`.
        pub prefer_ipv6: Setting<bool>,
        /// Hiding what is private in flows.
        pub redact: Group<Redact>,
        /// One service that asks the Hubbles of all nodes. Needs `hubble.enabled`.
        pub relay: Group<Relay>,
        /// Whether flows of unknown control groups are left out.
        ///
        /// Chart default: none.
        #[serde(rename = "skipUnknownCGroupIDs")]
        pub skip_unknown_cgroup_ids: Setting<bool>,
        /// The agent's socket for flows on the host.
        ///
        /// Chart default: `/var/run/cilium/hubble.sock`.
        pub socket_path: Setting<String>,
        /// Certificates of agents and the relay.
        pub tls: Group<Tls>,
        /// The web page of Hubble. Needs `hubble.relay.enabled`.
        pub ui: Group<Ui>,
    }

    /// `hubble.dropEventEmitter`: dropped packets as events on pods.
    pub struct DropEventEmitter {
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// The least time between two events of one kind. A Go duration.
        ///
        /// Chart default: `2m`.
        pub interval: Setting<String>,
        /// Which reasons make an event.
        ///
        /// Chart default: `[auth_required, policy_denied]`.
        pub reasons: Setting<Vec<String>>,
    }

    /// `hubble.peerService`: the service by which the relay finds agents.
    pub struct PeerService {
        /// The domain of the cluster.
        ///
        /// Chart default: `cluster.local`.
        pub cluster_domain: Setting<String>,
        /// Its port; 80, or 443 with TLS, when absent.
        pub service_port: Setting<i64>,
        /// The port of agents.
        ///
        /// Chart default: `4244`.
        pub target_port: Setting<i64>,
    }

    /// `hubble.tls`: certificates of agents and the relay.
    pub struct Tls {
        /// How they are made by themselves.
        pub auto: Group<AutoTls>,
        /// Whether flows travel encrypted.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Of agents.
        pub server: Group<ServerKeyPair>,
    }
}
