//! `serviceAccounts`: service accounts, one per program.

use crate::values::common::{ServiceAccount, Texts};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `serviceAccounts`: service accounts, one per program.
    pub struct ServiceAccounts {
        /// Of the agent.
        pub cilium: Group<ServiceAccount>,
        /// Of the mesh's API server.
        pub clustermesh_apiserver: Group<ServiceAccount>,
        /// Of the job for the mesh's certificates.
        pub clustermeshcertgen: Group<ServiceAccount>,
        /// Of the job that configures `CoreDNS`.
        ///
        /// Since 1.19.
        #[serde(rename = "corednsMCSAPI")]
        pub coredns_mcs_api: Group<ServiceAccount>,
        /// Of Envoy.
        pub envoy: Group<ServiceAccount>,
        /// Of the job for Hubble's certificates.
        pub hubblecertgen: Group<ServiceAccount>,
        /// Of the DaemonSet that prepares nodes.
        pub nodeinit: Group<Nodeinit>,
        /// Of the operator.
        pub operator: Group<ServiceAccount>,
        /// Of the check before an upgrade.
        pub preflight: Group<ServiceAccount>,
        /// Of Hubble's relay.
        pub relay: Group<ServiceAccount>,
        /// Of Hubble's web page.
        pub ui: Group<ServiceAccount>,
        /// Of ztunnel.
        ///
        /// Since 1.19.
        pub ztunnel: Group<ServiceAccount>,
    }

    /// `serviceAccounts.nodeinit`: of the DaemonSet that prepares nodes.
    pub struct Nodeinit {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether its token is mounted into pods.
        ///
        /// Chart default: `true`.
        pub automount: Setting<bool>,
        /// Whether the chart makes it; otherwise it must be there.
        ///
        /// Chart default: `true`.
        pub create: Setting<bool>,
        /// Whether it has one of its own.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Its name.
        ///
        /// Chart default: `cilium-nodeinit`.
        pub name: Setting<String>,
    }
}
