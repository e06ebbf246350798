//! `certgen`: the job that makes certificates.

use crate::values::common::{Affinity, Any, Image, NodeSelector, Resources, Texts, Toleration, VolumeMount};
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `certgen`: the job that makes certificates with method `cronJob`.
    pub struct Certgen {
        /// Which nodes attract or repel its pods.
        pub affinity: Group<Affinity>,
        /// Annotations on the job.
        pub annotations: Group<Annotations>,
        /// Limits of the repeating job.
        ///
        /// Since 1.19.
        pub cron_job: Group<CronJob>,
        /// Whether the authority is made anew when it would not outlive its certificates.
        ///
        /// Chart default: `true`. Since 1.20.
        #[serde(rename = "enforceCAValidityThroughoutLeavesDuration")]
        pub enforce_ca_validity_throughout_leaves_duration: Setting<bool>,
        /// Where its container sees further volumes.
        pub extra_volume_mounts: Setting<Vec<VolumeMount>>,
        /// Further volumes of its pods.
        pub extra_volumes: Setting<Vec<Any>>,
        /// Whether it makes the authority where there is none.
        ///
        /// Chart default: `true`. Since 1.17.
        #[serde(rename = "generateCA")]
        pub generate_ca: Setting<bool>,
        /// The image.
        pub image: Group<Image>,
        /// Labels that a node must have to run its pods.
        ///
        /// Since 1.17.
        pub node_selector: Setting<NodeSelector>,
        /// Labels on its pods.
        pub pod_labels: Setting<Texts>,
        /// The priority class of its pods.
        ///
        /// Chart default: empty. Since 1.17.
        pub priority_class_name: Setting<String>,
        /// CPU and memory.
        ///
        /// Since 1.18.
        pub resources: Group<Resources>,
        /// Taints that its pods put up with. A list given here replaces the chart's.
        pub tolerations: Setting<Vec<Toleration>>,
        /// Seconds after which a finished job is removed; none for never.
        ///
        /// Chart default: `1800`, from 1.19 on none.
        pub ttl_seconds_after_finished: Setting<i64>,
    }

    /// `certgen.annotations`: annotations on the job.
    pub struct Annotations {
        /// On the repeating job.
        pub cron_job: Setting<Texts>,
        /// On the first job.
        pub job: Setting<Texts>,
    }

    /// `certgen.cronJob`: limits of the repeating job.
    pub struct CronJob {
        /// How many failed runs are kept.
        ///
        /// Chart default: `1`. Since 1.19.
        pub failed_jobs_history_limit: Setting<i64>,
        /// How many successful runs are kept.
        ///
        /// Chart default: `3`. Since 1.19.
        pub successful_jobs_history_limit: Setting<i64>,
    }
}
