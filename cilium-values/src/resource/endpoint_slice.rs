//! `CiliumEndpointSlice`: many endpoints in one object.

use serde::{Deserialize, Serialize};

use super::shape::{fields, kind};
use super::{EncryptionKey, EndpointNetworking, NamedPort};

/// Endpoints of one namespace, as far as other nodes need them (`CiliumEndpointSlice`). The operator writes it.
#[doc(alias = "CiliumEndpointSlice")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EndpointSlice {
    /// The namespace of the endpoints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// The endpoints.
    pub endpoints: Vec<CoreEndpoint>,
}

fields! { "kebab-case"
    /// What other nodes need to know of an endpoint.
    #[derive(Default)]
    pub struct CoreEndpoint {
        optional {
            /// The name of the pod.
            pub name: String,
            /// The number of its identity.
            pub id: i64,
            /// Its addresses.
            pub networking: EndpointNetworking,
            /// How its packets are encrypted.
            pub encryption: EncryptionKey,
            /// Ports with names.
            pub named_ports: Vec<NamedPort>,
            /// The service account of the pod. Since 1.18.
            pub service_account: String,
            /// The identifier of the pod. Since 1.20.
            pub pod_uid: String,
        }
    }
}

kind!(
    EndpointSlice, "CiliumEndpointSlice", "ciliumendpointslices", ["ces"], Cluster, Self, _ => "cilium.io/v2alpha1",
);
