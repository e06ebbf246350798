//! `rbac`: the rights of service accounts.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `rbac`: the rights of service accounts.
    pub struct Rbac {
        /// Whether the chart makes roles and bindings.
        ///
        /// Chart default: `true`.
        pub create: Setting<bool>,
    }
}
