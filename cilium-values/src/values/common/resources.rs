//! CPU and memory of containers.

use super::{Any, Quantities};
use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// What a container asks for and may use (`ResourceRequirements` of Kubernetes).
    pub struct Resources {
        /// The most it may use. A container over its memory limit is killed.
        pub limits: Setting<Quantities>,
        /// What is set aside for it.
        pub requests: Setting<Quantities>,
        /// Dynamic resources that it uses.
        pub claims: Setting<Vec<Any>>,
    }
}
