//! How a cluster is doing.

use super::message::{enumeration, message};
use crate::resource::Spec;

message! {
    /// How a cluster is doing. Its id is the cluster's name.
    ClusterStatus = "ClusterStatusSpec" {
        /// Whether its control plane has a machine.
        available: bool = "available",
        /// How many machines it has.
        machines: Option<Machines> = "machines",
        /// What it is busy with.
        phase: Phase = "phase",
        /// Whether it has the machines that it should have, and all its machine sets are ready.
        ready: bool = "ready",
        /// Whether the Kubernetes API answers.
        kubernetes_api_ready: bool = "kubernetesapiready",
        /// Whether the control plane is ready.
        control_plane_ready: bool = "controlplaneready",
        /// Whether at least one control plane machine is connected to Omni.
        has_connected_control_planes: bool = "hasconnectedcontrolplanes",
        /// Whether its machines find each other through Omni itself, after all settings were weighed.
        use_embedded_discovery_service: bool = "useembeddeddiscoveryservice",
        /// The version of Talos that is wanted.
        talos_version: String = "talosversion",
        /// The version of Kubernetes that is wanted.
        kubernetes_version: String = "kubernetesversion",
        /// Whether its machines stay away from the public discovery service.
        disable_public_discovery_service: bool = "disablepublicdiscoveryservice",
        /// The version of Talos that it was made with.
        initial_talos_version: String = "initialtalosversion",
    }
}

impl Spec for ClusterStatus {
    const TYPE: &'static str = "ClusterStatuses.omni.sidero.dev";
}

message! {
    /// How many machines a cluster or a machine set has.
    Machines = "Machines" {
        /// All that it has.
        total: u32 = "total",
        /// Those that run and are ready.
        healthy: u32 = "healthy",
        /// Those that are connected to Omni.
        connected: u32 = "connected",
        /// How many it should have.
        requested: u32 = "requested",
    }
}

enumeration! {
    /// What a cluster is busy with.
    Phase = "ClusterStatusSpec.Phase" {
        /// Nobody knows.
        Unknown = 0,
        /// Machines are being added.
        ScalingUp = 1,
        /// Machines are being removed.
        ScalingDown = 2,
        /// It has the machines that it should have.
        Running = 3,
        /// It is being taken down.
        Destroying = 4,
    }
}
