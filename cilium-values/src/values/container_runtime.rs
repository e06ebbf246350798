//! `containerRuntime`: how the container runtime was told about Cilium, until 1.15.

use crate::values::Setting;
use crate::values::common::Any;
use crate::values::shape::shapes;

shapes! {
    /// `containerRuntime`: how the container runtime was told about Cilium.
    pub struct ContainerRuntime {
        /// Removed in 1.16: the chart refuses it.
        pub integration: Setting<Any>,
    }
}
