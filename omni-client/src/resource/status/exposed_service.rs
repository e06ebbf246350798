//! A service of a cluster that Omni puts within reach.

use super::message::message;
use crate::resource::Spec;

message! {
    /// A service of a cluster that Omni's workload proxy puts within reach. Its id begins with the cluster's name.
    ExposedService = "ExposedServiceSpec" {
        /// The port under which the nodes of the cluster offer it.
        port: u32 = "port",
        /// Its name for people.
        label: String = "label",
        /// Its icon, in base64; empty for none.
        icon_base64: String = "iconbase64",
        /// Where a browser finds it.
        url: String = "url",
        /// Why it cannot be reached; empty if it can.
        error: String = "error",
        /// Whether somebody chose the alias in its address; otherwise Omni made one up.
        has_explicit_alias: bool = "hasexplicitalias",
    }
}

impl Spec for ExposedService {
    const TYPE: &'static str = "ExposedServices.omni.sidero.dev";
}
