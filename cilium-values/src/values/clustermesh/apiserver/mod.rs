//! `clustermesh.apiserver`: the API server for other clusters.

pub mod metrics;

use manifest::Secret;

use self::metrics::Metrics;
use crate::values::common::{
    Affinity, Any, CertificateMethod, EnvVar, Image, KeyPair, NodeSelector, Open, PodDisruptionBudget,
    PodSecurityContext, Resources, SecurityContext, ServiceType, Texts, Toleration, TopologySpreadConstraint,
    TrafficPolicy, UpdateStrategy, VolumeMount,
};
use crate::values::shape::{shapes, words};
use crate::values::{Group, Setting};

shapes! {
    /// `clustermesh.apiserver`: the API server for other clusters.
    pub struct Apiserver {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Its key-value store.
        pub etcd: Group<Etcd>,
        /// How many requests it may send to the store in a second.
        ///
        /// Chart default: `50`. Since 1.20.
        #[serde(rename = "etcdQPS")]
        pub etcd_qps: Setting<i64>,
        /// Further arguments on its command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// The port on which it says that it is alive.
        ///
        /// Chart default: `9880`.
        pub health_port: Setting<i64>,
        /// The image.
        pub image: Group<Image>,
        /// A copy of other clusters' stores.
        pub kvstoremesh: Group<Kvstoremesh>,
        /// What runs after its container starts and before it stops.
        pub lifecycle: Setting<Open>,
        /// Its metrics.
        pub metrics: Group<Metrics>,
        /// Labels that a node must have to run its pods.
        pub node_selector: Setting<NodeSelector>,
        /// Annotations on its pods.
        pub pod_annotations: Setting<Texts>,
        /// How many of its pods may be missing while nodes are drained.
        pub pod_disruption_budget: Group<PodDisruptionBudget>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// What its pods may do.
        pub pod_security_context: Group<PodSecurityContext>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty.
        pub priority_class_name: Setting<String>,
        /// When it counts as ready.
        pub readiness_probe: Setting<Open>,
        /// How many pods run.
        ///
        /// Chart default: `1`.
        pub replicas: Setting<i64>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Its service.
        pub service: Group<Service>,
        /// Seconds that its pods have to stop.
        ///
        /// Chart default: `30`.
        pub termination_grace_period_seconds: Setting<i64>,
        /// Its certificates.
        pub tls: Group<Tls>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// How evenly its pods are spread over places.
        pub topology_spread_constraints: Setting<Vec<TopologySpreadConstraint>>,
        /// How its pods are replaced.
        pub update_strategy: Group<UpdateStrategy>,
    }

    /// `clustermesh.apiserver.etcd`: its key-value store.
    pub struct Etcd {
        /// The init container that prepares it.
        pub init: Group<EtcdInit>,
        /// What runs after its container starts and before it stops.
        pub lifecycle: Setting<Open>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
        /// Where it keeps its data.
        ///
        /// Chart default: `Disk`.
        pub storage_medium: Setting<StorageMedium>,
    }

    /// `clustermesh.apiserver.kvstoremesh`: A copy of other clusters' stores.
    pub struct Kvstoremesh {
        /// Whether there is one.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// How many requests it may send to the store in a second.
        ///
        /// Chart default: `100`. Since 1.20.
        #[serde(rename = "etcdQPS")]
        pub etcd_qps: Setting<i64>,
        /// Further arguments on its command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// The port on which it says that it is alive.
        ///
        /// Chart default: `9881`.
        pub health_port: Setting<i64>,
        /// Where the copy is kept.
        ///
        /// Chart default: `internal`. Since 1.18.
        pub kvstore_mode: Setting<KvStoreMode>,
        /// What runs after its container starts and before it stops.
        pub lifecycle: Setting<Open>,
        /// When it counts as ready.
        pub readiness_probe: Setting<Open>,
        /// CPU and memory.
        pub resources: Group<Resources>,
        /// What its container may do.
        pub security_context: Group<SecurityContext>,
    }

    /// `clustermesh.apiserver.service`: its service.
    pub struct Service {
        /// Annotations on its objects.
        pub annotations: Setting<Texts>,
        /// Whether a client keeps its replica.
        ///
        /// Chart default: `HAOnly`.
        pub enable_session_affinity: Setting<SessionAffinity>,
        /// Which endpoints serve what comes from outside.
        ///
        /// Chart default: `Cluster`.
        pub external_traffic_policy: Setting<TrafficPolicy>,
        /// Whether somebody else makes it.
        ///
        /// Chart default: `false`. Since 1.19.
        pub externally_created: Setting<bool>,
        /// Which endpoints serve what comes from inside.
        ///
        /// Chart default: `Cluster`.
        pub internal_traffic_policy: Setting<TrafficPolicy>,
        /// Labels on its objects.
        ///
        /// Since a late 1.17.
        pub labels: Setting<Texts>,
        /// Which controller gives it an address.
        ///
        /// Chart default: none.
        pub load_balancer_class: Setting<String>,
        /// The address it asks for.
        ///
        /// Chart default: none.
        #[serde(rename = "loadBalancerIP")]
        pub load_balancer_ip: Setting<String>,
        /// Networks whose packets are let in.
        ///
        /// Since 1.17.
        pub load_balancer_source_ranges: Setting<Vec<String>>,
        /// The port of nodes.
        ///
        /// Chart default: `32379`.
        pub node_port: Setting<i64>,
        /// How it is reached.
        ///
        /// Chart default: `NodePort`.
        pub type_: Setting<ServiceType>,
    }

    /// `clustermesh.apiserver.tls`: its certificates.
    pub struct Tls {
        /// Of its administrator.
        ///
        /// Until 1.19.
        pub admin: Group<KeyPair>,
        /// What certificates of other clusters say.
        ///
        /// Chart default: `legacy`, from 1.19 on `migration`.
        pub auth_mode: Setting<MeshAuthMode>,
        /// How they are made by themselves.
        pub auto: Group<TlsAuto>,
        /// Removed in 1.15: the chart refuses it. Now `tls.ca`.
        pub ca: Group<KeyPair>,
        /// Of machines outside the cluster.
        ///
        /// Until 1.18.
        pub client: Group<KeyPair>,
        /// Whether the chart makes Secrets of given certificates.
        ///
        /// Chart default: `true`. Until 1.19.
        pub enable_secrets: Setting<bool>,
        /// Of other clusters.
        ///
        /// Until 1.19.
        pub remote: Group<KeyPair>,
        /// Of the server.
        ///
        /// Until 1.19.
        pub server: Group<TlsServer>,
    }

    /// `clustermesh.apiserver.etcd.init`: the init container that prepares it.
    pub struct EtcdInit {
        /// Further arguments on its command line.
        pub extra_args: Setting<Vec<String>>,
        /// Further variables in its environment.
        pub extra_env: Setting<Vec<EnvVar>>,
        /// CPU and memory.
        pub resources: Group<Resources>,
    }

    /// `clustermesh.apiserver.tls.auto`: how they are made by themselves.
    pub struct TlsAuto {
        /// The issuer; with method `certmanager`, and needed there.
        pub cert_manager_issuer_ref: Setting<Open>,
        /// How many days a certificate is valid.
        ///
        /// Chart default: `1095`, from 1.20 on `365`.
        pub cert_validity_duration: Setting<i64>,
        /// Whether they are.
        ///
        /// Chart default: `true`.
        pub enabled: Setting<bool>,
        /// Who makes them.
        ///
        /// Chart default: `helm`.
        pub method: Setting<CertificateMethod>,
        /// What cert-manager is told about private keys.
        ///
        /// Since 1.20.
        pub private_key: Setting<Open>,
        /// When certificates are made anew, in cron's notation; with method `cronJob`.
        pub schedule: Setting<String>,
        /// Further names and addresses in the server's certificate.
        ///
        /// Since 1.20.
        pub server: Group<TlsAutoServer>,
        /// What cert-manager is told about the subject.
        ///
        /// Since 1.20.
        pub subject: Setting<Open>,
    }

    /// `clustermesh.apiserver.tls.server`: of the server.
    pub struct TlsServer {
        /// The certificate, PEM in base64.
        ///
        /// Chart default: empty. Until 1.19.
        pub cert: Setting<String>,
        /// Further names in a generated certificate.
        ///
        /// Until 1.19.
        pub extra_dns_names: Setting<Vec<String>>,
        /// Further addresses in a generated certificate.
        ///
        /// Until 1.19.
        pub extra_ip_addresses: Setting<Vec<String>>,
        /// The private key, PEM in base64.
        ///
        /// Chart default: empty. Until 1.19.
        #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
        pub key: Setting<Secret>,
    }

    /// `clustermesh.apiserver.tls.auto.server`: further names and addresses in the server's certificate.
    pub struct TlsAutoServer {
        /// Further names in a generated certificate.
        ///
        /// Since 1.20.
        pub extra_dns_names: Setting<Vec<String>>,
        /// Further addresses in a generated certificate.
        ///
        /// Since 1.20.
        pub extra_ip_addresses: Setting<Vec<String>>,
    }
}

words! {
    /// Where the store of the mesh keeps its data.
    pub enum StorageMedium {
        /// On disk.
        Disk = "Disk",
        /// In memory.
        Memory = "Memory",
    }
}

words! {
    /// Where the copy of other clusters' stores is kept.
    pub enum KvStoreMode {
        /// In the API server's own store.
        Internal = "internal",
        /// In a store of one's own.
        External = "external",
    }
}

words! {
    /// Whether a client of the mesh's service keeps its replica.
    pub enum SessionAffinity {
        /// Where there are several replicas.
        HaOnly = "HAOnly",
        /// Always.
        Always = "Always",
        /// Never.
        Never = "Never",
    }
}

words! {
    /// What certificates of other clusters say.
    pub enum MeshAuthMode {
        /// The same for all clusters.
        Legacy = "legacy",
        /// Both, on the way from one to the other.
        Migration = "migration",
        /// Which cluster it is.
        Cluster = "cluster",
    }
}
