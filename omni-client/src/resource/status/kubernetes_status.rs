//! What Kubernetes says of a cluster.

use super::message::message;
use crate::resource::Spec;

message! {
    /// What Kubernetes says of a cluster's nodes. Its id is the cluster's name.
    KubernetesStatus = "KubernetesStatusSpec" {
        /// The nodes, in the order of their names.
        nodes: Vec<NodeStatus> = "nodes",
        /// The static pods of each node, in the order of the nodes' names.
        static_pods: Vec<NodeStaticPods> = "staticpods",
    }
}

impl Spec for KubernetesStatus {
    const TYPE: &'static str = "KubernetesStatuses.omni.sidero.dev";
}

message! {
    /// A node.
    NodeStatus = "KubernetesStatusSpec.NodeStatus" {
        /// Its name.
        node_name: String = "nodename",
        /// The version of its kubelet.
        kubelet_version: String = "kubeletversion",
        /// Whether Kubernetes has it as ready.
        ready: bool = "ready",
        /// Whether Omni leaves it alone when it removes nodes that have no machine.
        skip_audit: bool = "skipaudit",
    }
}

message! {
    /// A static pod.
    StaticPodStatus = "KubernetesStatusSpec.StaticPodStatus" {
        /// What runs in it, such as `kube-apiserver`.
        app: String = "app",
        /// The version of that.
        version: String = "version",
        /// Whether it is ready.
        ready: bool = "ready",
    }
}

message! {
    /// The static pods of a node.
    NodeStaticPods = "KubernetesStatusSpec.NodeStaticPods" {
        /// The name of the node.
        node_name: String = "nodename",
        /// The pods, in the order of what runs in them.
        static_pods: Vec<StaticPodStatus> = "staticpods",
    }
}
