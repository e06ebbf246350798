//! All that is known of a machine, in one place.

use super::machine_status::MachineStatus;
use super::machine_status_snapshot::MachineStatusSnapshot;
use super::message::message;
use crate::resource::{ProtoTimestamp, Spec};

message! {
    /// All that is known of a machine, in one place. Its id is the machine's UUID.
    MachineStatusLink = "MachineStatusLinkSpec" {
        /// What is known of the machine.
        message_status: Option<MachineStatus> = "messagestatus",
        /// What has gone through its tunnel.
        siderolink_counter: Option<SiderolinkCounter> = "siderolinkcounter",
        /// When it was first seen, in seconds since 1970 in UTC.
        machine_created_at: i64 = "machinecreatedat",
        /// Whether it is being removed from Omni.
        tearing_down: bool = "tearingdown",
        /// What it last said of itself.
        snapshot: Option<MachineStatusSnapshot> = "snapshot",
    }
}

impl Spec for MachineStatusLink {
    const TYPE: &'static str = "MachineStatusLinks.omni.sidero.dev";
    const NAMESPACE: &'static str = "metrics";
}

message! {
    /// What has gone through the tunnel of a machine.
    SiderolinkCounter = "SiderolinkCounterSpec" {
        /// How many bytes came from the machine.
        bytes_received: i64 = "bytesreceived",
        /// How many bytes went to the machine.
        bytes_sent: i64 = "bytessent",
        /// When the machine was last heard of; absent if never.
        last_alive: Option<ProtoTimestamp> = "lastalive",
    }
}
