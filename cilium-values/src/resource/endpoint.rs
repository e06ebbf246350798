//! `CiliumEndpoint`: a pod as its agent sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::shape::{fields, kind, words};

/// What the agent tells about a pod (`CiliumEndpoint`). Agents write it; there is no spec.
#[doc(alias = "CiliumEndpoint")]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Endpoint {
    /// Its state. Absent: the agent has not said anything yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<EndpointStatus>,
}

fields! { "kebab-case"
    /// The state of an endpoint (`CiliumEndpoint.status`).
    #[derive(Default)]
    pub struct EndpointStatus {
        optional {
            /// Its number on its node.
            pub id: i64,
            /// How far the agent is with it.
            pub state: EndpointState,
            /// Who it is to policies.
            pub identity: EndpointIdentity,
            /// What others call it.
            pub external_identifiers: EndpointIdentifiers,
            /// Its addresses.
            pub networking: EndpointNetworking,
            /// How its packets are encrypted.
            pub encryption: EncryptionKey,
            /// Ports with names.
            pub named_ports: Vec<NamedPort>,
            /// The service account of the pod. Since 1.18.
            pub service_account: String,
            /// What policies made of it.
            pub policy: EndpointPolicy,
            /// What is seen of its traffic, `<status>`.
            pub visibility_policy_status: String,
            /// Whether it is well.
            pub health: EndpointHealth,
            /// What the agent does for it again and again.
            pub controllers: Vec<EndpointController>,
            /// What happened to it, newest last.
            pub log: Vec<EndpointLogEntry>,
        }
    }

    /// Who an endpoint is to policies.
    #[derive(Default)]
    pub struct EndpointIdentity {
        optional {
            /// The number of the identity.
            pub id: i64,
            /// The labels of the identity, `source:key=value`.
            pub labels: Vec<String>,
        }
    }

    /// What others call an endpoint.
    #[derive(Default)]
    pub struct EndpointIdentifiers {
        optional {
            /// Container and interface, as the container runtime gave them.
            pub cni_attachment_id: String,
            /// The container's identifier.
            pub container_id: String,
            /// The container's name.
            pub container_name: String,
            /// Docker's identifier of the endpoint.
            pub docker_endpoint_id: String,
            /// Docker's identifier of the network.
            pub docker_network_id: String,
            /// Namespace of the pod.
            pub k8s_namespace: String,
            /// Name of the pod.
            pub k8s_pod_name: String,
            /// Namespace and name of the pod.
            pub pod_name: String,
        }
    }

    /// Where an endpoint is.
    pub struct EndpointNetworking {
        /// Its addresses, in pairs.
        pub addressing: Vec<AddressPair>,
        optional {
            /// The address of its node.
            pub node: String,
        }
    }

    /// An address of each family.
    #[derive(Default)]
    pub struct AddressPair {
        optional {
            /// The IPv4 address.
            pub ipv4: String,
            /// The IPv6 address.
            pub ipv6: String,
        }
    }

    /// The key that packets are encrypted with.
    #[derive(Default)]
    pub struct EncryptionKey {
        optional {
            /// Its number; 0 for none.
            pub key: i64,
        }
    }

    /// A port with a name.
    #[derive(Default)]
    pub struct NamedPort {
        optional {
            /// The name.
            pub name: String,
            /// The port.
            pub port: u16,
            /// The transport.
            pub protocol: String,
        }
    }

    /// What policies made of an endpoint, per direction.
    #[derive(Default)]
    pub struct EndpointPolicy {
        optional {
            /// What comes in.
            pub ingress: EndpointPolicyDirection,
            /// What goes out.
            pub egress: EndpointPolicyDirection,
        }
    }

    /// What policies made of one direction.
    pub struct EndpointPolicyDirection {
        /// Whether only what is allowed passes.
        pub enforcing: bool,
        optional {
            /// What is allowed.
            pub allowed: Vec<AllowedIdentity>,
            /// What is denied.
            pub denied: Vec<AllowedIdentity>,
            /// What is about to be allowed. Deprecated.
            pub adding: Vec<AllowedIdentity>,
            /// What is about to be removed. Deprecated.
            pub removing: Vec<AllowedIdentity>,
            /// Whether the datapath has it, such as `<status>`.
            pub state: String,
        }
    }

    /// Somebody who is allowed or denied.
    #[derive(Default)]
    pub struct AllowedIdentity {
        optional {
            /// The number of the identity; absent for anybody.
            pub identity: i64,
            /// The labels of the identity.
            pub identity_labels: BTreeMap<String, String>,
            /// The port; absent for any.
            pub dest_port: u16,
            /// The number of the transport protocol; absent for any.
            pub protocol: i64,
        }
    }

    /// Something that the agent does again and again.
    #[derive(Default)]
    pub struct EndpointController {
        optional {
            /// What it does.
            pub name: String,
            /// Its identifier.
            pub uuid: String,
            /// How often.
            pub configuration: EndpointControllerConfiguration,
            /// How it goes.
            pub status: EndpointControllerStatus,
        }
    }

    /// How often something is done.
    #[derive(Default)]
    pub struct EndpointControllerConfiguration {
        optional {
            /// Whether it is tried again after a failure.
            pub error_retry: bool,
            /// How long after, in nanoseconds.
            pub error_retry_base: i64,
            /// How often, in nanoseconds.
            pub interval: i64,
        }
    }

    /// How something goes that is done again and again.
    #[derive(Default)]
    pub struct EndpointControllerStatus {
        optional {
            /// Failures since the last success.
            pub consecutive_failure_count: i64,
            /// Failures in all.
            pub failure_count: i64,
            /// Successes in all.
            pub success_count: i64,
            /// What went wrong last.
            pub last_failure_msg: String,
            /// When it failed last.
            pub last_failure_timestamp: String,
            /// When it succeeded last.
            pub last_success_timestamp: String,
        }
    }

    /// Something that happened to an endpoint.
    #[derive(Default)]
    pub struct EndpointLogEntry {
        optional {
            /// How it ended.
            pub code: String,
            /// What it was.
            pub message: String,
            /// The state after it.
            pub state: String,
            /// When.
            pub timestamp: String,
        }
    }
}

fields! { "camelCase"
    /// Whether an endpoint is well.
    #[derive(Default)]
    pub struct EndpointHealth {
        optional {
            /// Its datapath program.
            pub bpf: String,
            /// Its policy.
            pub policy: String,
            /// Whether it is connected.
            pub connected: bool,
            /// All in all.
            pub overall_health: String,
        }
    }
}

words! {
    /// How far the agent is with an endpoint.
    pub enum EndpointState {
        /// Being made.
        Creating = "creating",
        /// Without identity yet.
        WaitingForIdentity = "waiting-for-identity",
        /// Not ready.
        NotReady = "not-ready",
        /// About to be built anew.
        WaitingToRegenerate = "waiting-to-regenerate",
        /// Being built.
        Regenerating = "regenerating",
        /// Being taken over after a restart.
        Restoring = "restoring",
        /// Ready.
        Ready = "ready",
        /// Being taken down.
        Disconnecting = "disconnecting",
        /// Down.
        Disconnected = "disconnected",
        /// Cannot be.
        Invalid = "invalid",
    }
}

kind!(Endpoint, "CiliumEndpoint", "ciliumendpoints", ["cep", "ciliumep"], Namespaced, Self, _ => "cilium.io/v2");
