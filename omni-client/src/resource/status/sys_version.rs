//! The version of Omni.

use super::message::message;
use crate::resource::Spec;

message! {
    /// The version of Omni. Its id is `current`.
    SysVersion = "SysVersionSpec" {
        /// The version of the server, with a `v`.
        backend_version: String = "backendversion",
        /// The name that the server was given.
        instance_name: String = "instancename",
        /// The version of the protocol between server and clients; 0 from a server too old to have one.
        backend_api_version: u32 = "backendapiversion",
    }
}

impl Spec for SysVersion {
    const TYPE: &'static str = "SysVersions.system.sidero.dev";
    const NAMESPACE: &'static str = "ephemeral";
}
