//! Words of Kubernetes that several groups use.

use crate::values::shape::words;

words! {
    /// When the kubelet pulls an image.
    pub enum PullPolicy {
        /// At every start of a container.
        Always = "Always",
        /// Where the node does not have it.
        IfNotPresent = "IfNotPresent",
        /// Not at all: the image must be on the node.
        Never = "Never",
    }
}

words! {
    /// What a Service is.
    pub enum ServiceType {
        /// Reachable in the cluster.
        ClusterIp = "ClusterIP",
        /// Reachable on a port of every node.
        NodePort = "NodePort",
        /// Reachable at an address of its own.
        LoadBalancer = "LoadBalancer",
        /// A name for something outside.
        ExternalName = "ExternalName",
    }
}

words! {
    /// Which endpoints serve traffic of one origin.
    pub enum TrafficPolicy {
        /// All of them; the client's address may be lost.
        Cluster = "Cluster",
        /// Those on the node that received it.
        Local = "Local",
    }
}

words! {
    /// Which resolver a pod asks.
    pub enum DnsPolicy {
        /// The cluster's.
        ClusterFirst = "ClusterFirst",
        /// The cluster's, also on the host's network.
        ClusterFirstWithHostNet = "ClusterFirstWithHostNet",
        /// The node's.
        Default = "Default",
        /// Only what the pod's own DNS settings say.
        None = "None",
        /// Nothing: the cluster's own default.
        Unset = "",
    }
}

words! {
    /// How certificates come about.
    pub enum CertificateMethod {
        /// Helm makes them at each render: private keys in the output, and another output each time.
        Helm = "helm",
        /// A job in the cluster makes them, again and again.
        CronJob = "cronJob",
        /// cert-manager makes them; wants an issuer.
        CertManager = "certmanager",
    }
}
