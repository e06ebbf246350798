//! `gke`: Google's Kubernetes service.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `gke`: google's Kubernetes service. Only with native routing.
    pub struct Gke {
        /// Whether Google's own masquerading is off.
        pub disable_default_snat: Setting<bool>,
        /// Whether it is on.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
    }
}
