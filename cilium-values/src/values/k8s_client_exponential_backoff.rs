//! `k8sClientExponentialBackoff`: waiting longer after each failed request.

use crate::values::Setting;
use crate::values::shape::shapes;

shapes! {
    /// `k8sClientExponentialBackoff`: waiting longer after each failed request to the API server.
    pub struct K8sClientExponentialBackoff {
        /// Seconds after the first failure.
        ///
        /// Chart default: `1`. Since 1.18.
        pub backoff_base_seconds: Setting<i64>,
        /// Seconds at most.
        ///
        /// Chart default: `120`. Since 1.18.
        pub backoff_max_duration_seconds: Setting<i64>,
        /// Whether it waits. Not with `KUBE_CLIENT_BACKOFF_...` in `extraEnv`.
        ///
        /// Chart default: `true`. Since 1.18.
        pub enabled: Setting<bool>,
    }
}
