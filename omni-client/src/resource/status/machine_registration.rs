//! That a machine has joined, for its provider.

use super::message::message;
use crate::resource::Spec;

message! {
    /// Tells a provider that a machine of its own has joined; there is nothing but the id, the machine's UUID.
    MachineRegistration = "MachineRegistrationSpec" {}
}

impl Spec for MachineRegistration {
    const TYPE: &'static str = "InfraMachineRegistrations.omni.sidero.dev";
    const NAMESPACE: &'static str = "infra-provider";
}
