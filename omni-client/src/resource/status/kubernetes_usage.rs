//! How full a cluster is.

use super::message::message;
use crate::resource::Spec;

message! {
    /// How full a cluster is, counted when it is asked for. Its id is the cluster's name.
    KubernetesUsage = "KubernetesUsageSpec" {
        /// Processors, in cores.
        cpu: Option<Quantity> = "cpu",
        /// Memory, in bytes.
        mem: Option<Quantity> = "mem",
        /// Storage, in bytes.
        storage: Option<Quantity> = "storage",
        /// Pods.
        pods: Option<Pod> = "pods",
    }
}

impl Spec for KubernetesUsage {
    const TYPE: &'static str = "KubernetesUsages.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}

message! {
    /// How much of something is spoken for.
    Quantity = "KubernetesUsageSpec.Quantity" {
        /// What the pods ask for.
        requests: f64 = "requests",
        /// What the pods may use at most.
        limits: f64 = "limits",
        /// What the nodes have.
        capacity: f64 = "capacity",
    }
}

message! {
    /// How many pods there are.
    Pod = "KubernetesUsageSpec.Pod" {
        /// How many there are.
        count: i32 = "count",
        /// How many the nodes can take.
        capacity: i32 = "capacity",
    }
}
