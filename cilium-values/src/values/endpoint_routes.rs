//! `endpointRoutes`: a route for each pod.

use crate::values::Setting;
use crate::values::common::BoolOrText;
use crate::values::shape::shapes;

shapes! {
    /// `endpointRoutes`: whether each pod has a route of its own instead of Cilium's device.
    pub struct EndpointRoutes {
        /// Whether it has.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<BoolOrText>,
    }
}
