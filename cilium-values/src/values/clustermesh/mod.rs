//! `clustermesh`: several clusters as one.

pub mod apiserver;
pub mod clusters;
pub mod mcsapi;

use self::apiserver::Apiserver;
use self::clusters::MeshClusters;
use self::mcsapi::Mcsapi;
use crate::values::common::Texts;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `clustermesh`: several clusters as one.
    pub struct Clustermesh {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// The API server for other clusters.
        pub apiserver: Group<Apiserver>,
        /// How long data of a cluster that cannot be reached is kept. A Go duration.
        ///
        /// Chart default: `0s`. Since 1.19.
        #[serde(rename = "cacheTTL")]
        pub cache_ttl: Setting<String>,
        /// The other clusters.
        pub config: Group<Config>,
        /// Whether namespaces are shared unless they say otherwise.
        ///
        /// Chart default: `true`. Since 1.20.
        pub default_global_namespace: Setting<bool>,
        /// Whether names of other clusters are not written into agents' hosts files.
        ///
        /// Since 1.20.
        pub disable_kubernetes_host_aliases: Setting<bool>,
        /// Whether endpoints of other clusters become slices here.
        ///
        /// Chart default: `false`.
        pub enable_endpoint_slice_synchronization: Setting<bool>,
        /// The old name of `clustermesh.mcsapi.enabled`.
        ///
        /// Chart default: `false`. Until 1.19.
        #[serde(rename = "enableMCSAPISupport")]
        pub enable_mcs_api_support: Setting<bool>,
        /// How many clusters there can be: 255, or 511 with fewer identities each.
        ///
        /// Chart default: `255`.
        pub max_connected_clusters: Setting<i64>,
        /// Services across clusters by the Multi-Cluster Services API.
        ///
        /// Since 1.19.
        pub mcsapi: Group<Mcsapi>,
        /// Whether policies that name no cluster mean this one.
        ///
        /// Chart default: `false`, from 1.19 on `true`. Since 1.18.
        pub policy_default_local_cluster: Setting<bool>,
        /// Whether the API server is installed.
        ///
        /// Chart default: `false`.
        #[serde(rename = "useAPIServer")]
        pub use_api_server: Setting<bool>,
    }

    /// `clustermesh.config`: the other clusters.
    pub struct Config {
        /// Each with name, address, port and certificates; a list, or since 1.19 a mapping by name.
        pub clusters: Setting<MeshClusters>,
        /// The domain in which their names lie.
        ///
        /// Chart default: `mesh.cilium.io`.
        pub domain: Setting<String>,
        /// Whether they are configured.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
    }
}
