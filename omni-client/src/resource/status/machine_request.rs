//! A machine that a provider is asked to make.

use super::message::message;
use crate::resource::{GrpcTunnelMode, MetaValue, Spec};

message! {
    /// A machine that a provider is asked to make. Only providers and Omni itself see it.
    MachineRequest = "MachineRequestSpec" {
        /// The version of Talos that it is to start with.
        talos_version: String = "talosversion",
        /// What a single-board computer needs besides Talos; absent for other machines.
        overlay: Option<Overlay> = "overlay",
        /// The system extensions.
        extensions: Vec<String> = "extensions",
        /// Extra arguments for the kernel.
        kernel_args: Vec<String> = "kernelargs",
        /// Values for the META partition.
        meta_values: Vec<MetaValue> = "metavalues",
        /// What the provider wants to know, as YAML that fits the provider's own schema.
        provider_data: String = "providerdata",
        /// How the machine speaks to Omni.
        grpc_tunnel: GrpcTunnelMode = "grpctunnel",
    }
}

impl Spec for MachineRequest {
    const TYPE: &'static str = "MachineRequests.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}

message! {
    /// What a single-board computer needs besides Talos.
    Overlay = "Overlay" {
        /// The name of the overlay, such as `rpi_generic`.
        name: String = "name",
        /// The container image that has it.
        image: String = "image",
    }
}
