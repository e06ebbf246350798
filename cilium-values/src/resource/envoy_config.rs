//! `CiliumEnvoyConfig`: configuration of Envoy, and services whose traffic is led through it.

use std::collections::BTreeMap;

use super::shape::{fields, kind};
use super::{LabelSelector, Spec};

fields! { "camelCase"
    /// Configuration of Envoy (`CiliumEnvoyConfig.spec` and `CiliumClusterwideEnvoyConfig.spec`).
    #[doc(alias = "CiliumEnvoyConfig")]
    pub struct EnvoyConfigSpec {
        /// Envoy's own resources, each an object with its `@type`; listeners, routes, clusters, endpoints, secrets.
        pub resources: Vec<EnvoyResource>,
        optional {
            /// Services whose traffic goes to a listener instead of their endpoints.
            pub services: Vec<EnvoyServiceListener>,
            /// Services whose endpoints are made known to Envoy.
            pub backend_services: Vec<EnvoyBackendService>,
            /// The nodes, by their labels. Absent: every node.
            pub node_selector: LabelSelector,
        }
    }

    /// A service whose traffic goes to Envoy.
    pub struct EnvoyServiceListener {
        /// Its name.
        pub name: String,
        optional {
            /// Its namespace. Absent: that of the object, or `default` for one of the whole cluster.
            pub namespace: String,
            /// Which of its ports. Absent: all.
            pub ports: Vec<u16>,
            /// The listener among the resources. Absent: the first one.
            pub listener: String,
        }
    }

    /// A service that Envoy sends to.
    pub struct EnvoyBackendService {
        /// Its name.
        pub name: String,
        optional {
            /// Its namespace. Absent: that of the object, or `default` for one of the whole cluster.
            pub namespace: String,
            /// Which of its ports, by number or name. Absent: all.
            #[serde(rename = "number")]
            pub ports: Vec<String>,
        }
    }
}

/// A resource of Envoy, of any content.
pub type EnvoyResource = BTreeMap<String, serde_json::Value>;

kind!(
    EnvoyConfigSpec, "CiliumEnvoyConfig", "ciliumenvoyconfigs", ["cec"], Namespaced, Spec<Self>, _ => "cilium.io/v2",
);
