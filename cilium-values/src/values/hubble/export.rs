//! `hubble.export`: flows in files on the host.

use crate::values::common::Any;
use crate::values::shape::shapes;
use crate::values::{Group, Setting};

shapes! {
    /// `hubble.export`: flows in files on the host.
    pub struct Export {
        /// Renamed to `static.aggregationInterval`. A Go duration.
        ///
        /// Since 1.19.
        pub aggregation_interval: Setting<String>,
        /// Flows by filters that may change.
        pub dynamic: Group<Dynamic>,
        /// Renamed to `static.fileCompress`.
        ///
        /// Since 1.18.
        pub file_compress: Setting<bool>,
        /// How many old files are kept. Renamed to `static.fileMaxBackups`.
        pub file_max_backups: Setting<i64>,
        /// How many megabytes make a file old. Renamed to `static.fileMaxSizeMb`.
        pub file_max_size_mb: Setting<i64>,
        /// Flows by filters that stay.
        pub static_: Group<Static>,
    }

    /// `hubble.export.dynamic`: flows by filters that may change.
    pub struct Dynamic {
        /// The filters.
        pub config: Group<DynamicConfig>,
        /// Whether they are written.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
    }

    /// `hubble.export.static`: flows by filters that stay.
    pub struct Static {
        /// How long like flows are counted together. A Go duration.
        ///
        /// Chart default: `0s`. Since 1.19.
        pub aggregation_interval: Setting<String>,
        /// Filters of flows that are written.
        pub allow_list: Setting<Vec<Any>>,
        /// Filters of flows that are not.
        pub deny_list: Setting<Vec<Any>>,
        /// Whether they are written.
        ///
        /// Chart default: `false`.
        pub enabled: Setting<bool>,
        /// What makes flows alike.
        ///
        /// Since 1.19.
        pub field_aggregate: Setting<Vec<String>>,
        /// What of a flow is written; none for all.
        pub field_mask: Setting<Vec<String>>,
        /// Whether old files are compressed.
        ///
        /// Chart default: `false`. Since 1.18.
        pub file_compress: Setting<bool>,
        /// How many old files are kept.
        ///
        /// Chart default: `5`. Since 1.18.
        pub file_max_backups: Setting<i64>,
        /// How many megabytes make a file old.
        ///
        /// Chart default: `10`. Since 1.18.
        pub file_max_size_mb: Setting<i64>,
        /// The file; `stdout` for the agent's own log.
        ///
        /// Chart default: `/var/run/cilium/hubble/events.log`.
        pub file_path: Setting<String>,
    }

    /// `hubble.export.dynamic.config`: the filters.
    pub struct DynamicConfig {
        /// Their ConfigMap.
        ///
        /// Chart default: `cilium-flowlog-config`.
        pub config_map_name: Setting<String>,
        /// What is in it.
        pub content: Setting<Vec<Any>>,
        /// Whether the chart makes it.
        ///
        /// Chart default: `true`.
        pub create_config_map: Setting<bool>,
    }
}
