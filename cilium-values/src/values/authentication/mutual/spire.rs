//! `authentication.mutual.spire`: SPIRE, which hands out the certificates.

use crate::values::common::{
    Affinity, Any, Image, NodeSelector, Open, Resources, ServiceType, Texts, Toleration,
};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `authentication.mutual.spire`: SPIRE, which hands out the certificates.
    pub struct Spire {
        /// The socket of SPIRE's agent for administration.
        ///
        /// Chart default: `/run/spire/sockets/admin.sock`.
        pub admin_socket_path: Setting<String>,
        /// The socket of SPIRE's agent for pods.
        ///
        /// Chart default: `/run/spire/sockets/agent/agent.sock`.
        pub agent_socket_path: Setting<String>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// How long to wait for SPIRE. A Go duration.
        ///
        /// Chart default: `30s`.
        pub connection_timeout: Setting<String>,
        /// Whether it is used. Needs `authentication.enabled`.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// Installing it.
        pub install: Group<Install>,
        /// The address of the server; none for the installed one.
        ///
        /// Chart default: none.
        pub server_address: Setting<String>,
        /// The domain of all identities.
        ///
        /// Chart default: `spiffe.cilium`.
        pub trust_domain: Setting<String>,
    }

    /// `authentication.mutual.spire.install`: installing it.
    pub struct Install {
        /// SPIRE's agent, on every node.
        pub agent: Group<InstallAgent>,
        /// Whether the chart installs it.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Whether its namespace is there already.
        ///
        /// Chart default: `false`.
        pub existing_namespace: Setting<bool>,
        /// The image of its init container.
        pub init_image: Group<Image>,
        /// Its namespace. Must be privileged.
        ///
        /// Chart default: `cilium-spire`.
        pub namespace: Setting<String>,
        /// SPIRE's server.
        pub server: Group<InstallServer>,
    }

    /// `authentication.mutual.spire.install.agent`: SPIRE's agent, on every node.
    pub struct InstallAgent {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// The image.
        pub image: Group<Image>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// What its pods may do.
        pub pod_security_context: Setting<Open>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty. Since 1.17.
        pub priority_class_name: Setting<String>,
        /// CPU and memory.
        ///
        /// Since 1.17.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Setting<Open>,
        /// Its service account.
        pub service_account: Group<InstallAgentServiceAccount>,
        /// Whether the kubelet's certificate is believed unseen.
        ///
        /// Chart default: `true`.
        pub skip_kubelet_verification: Setting<bool>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
    }

    /// `authentication.mutual.spire.install.server`: SPIRE's server.
    pub struct InstallServer {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Its authority.
        pub ca: Group<InstallServerCa>,
        /// Where it keeps its data.
        pub data_storage: Group<InstallServerDataStorage>,
        /// The image.
        pub image: Group<Image>,
        /// Further containers that run before the others.
        pub init_containers: Setting<Vec<Any>>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// What its pods may do.
        pub pod_security_context: Setting<Open>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty. Since 1.17.
        pub priority_class_name: Setting<String>,
        /// CPU and memory.
        ///
        /// Since 1.17.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Setting<Open>,
        /// Its service.
        pub service: Group<InstallServerService>,
        /// Its service account.
        pub service_account: Group<InstallServerServiceAccount>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
    }

    /// `authentication.mutual.spire.install.agent.serviceAccount`: its service account.
    pub struct InstallAgentServiceAccount {
        /// Whether the chart makes it.
        ///
        /// Chart default: `true`.
        pub create: Setting<bool>,
        /// Its name.
        ///
        /// Chart default: `spire-agent`.
        pub name: Setting<String>,
    }

    /// `authentication.mutual.spire.install.server.ca`: its authority.
    pub struct InstallServerCa {
        /// The kind of its keys.
        ///
        /// Chart default: `rsa-4096`.
        pub key_type: Setting<String>,
        /// Its name.
        pub subject: Group<InstallServerCaSubject>,
    }

    /// `authentication.mutual.spire.install.server.dataStorage`: where it keeps its data.
    pub struct InstallServerDataStorage {
        /// The access mode of the volume.
        ///
        /// Chart default: `ReadWriteOnce`.
        pub access_mode: Setting<String>,
        /// Whether there is a volume.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// The size of the volume.
        ///
        /// Chart default: `1Gi`.
        pub size: Setting<String>,
        /// The class of the volume.
        ///
        /// Chart default: none.
        pub storage_class: Setting<String>,
    }

    /// `authentication.mutual.spire.install.server.service`: its service.
    pub struct InstallServerService {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Labels on its objects.
        pub labels: Setting<Texts>,
        /// How it is reached.
        ///
        /// Chart default: `ClusterIP`.
        pub type_: Setting<ServiceType>,
    }

    /// `authentication.mutual.spire.install.server.serviceAccount`: its service account.
    pub struct InstallServerServiceAccount {
        /// Whether the chart makes it.
        ///
        /// Chart default: `true`.
        pub create: Setting<bool>,
        /// Its name.
        ///
        /// Chart default: `spire-server`.
        pub name: Setting<String>,
    }

    /// `authentication.mutual.spire.install.server.ca.subject`: its name.
    pub struct InstallServerCaSubject {
        /// The common name.
        ///
        /// Chart default: `Cilium SPIRE CA`.
        pub common_name: Setting<String>,
        /// The country.
        ///
        /// Chart default: `US`.
        pub country: Setting<String>,
        /// The organization.
        ///
        /// Chart default: `SPIRE`.
        pub organization: Setting<String>,
    }
}
