//! `k8sServiceHostRef`: a ConfigMap with the host of the API server.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `k8sServiceHostRef`: A ConfigMap with the host, instead of `k8sServiceHost`.
    pub struct K8sServiceHostRef {
        /// The key in it.
        ///
        /// Chart default: none. Since 1.18.
        pub key: Setting<String>,
        /// Its name.
        ///
        /// Chart default: none. Since 1.18.
        pub name: Setting<String>,
    }
}
