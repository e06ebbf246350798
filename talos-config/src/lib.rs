//! Talos machine configuration.
//!
//! The types are those of the v1alpha1 document, as far as frank writes them today. Every field may be absent: a
//! value of these types is a patch, and is written with only what it sets.
//!
//! ```
//! use manifest::yaml::{self, Layout};
//! use talos_config::v1alpha1::{ClusterConfig, Config, ProxyConfig};
//!
//! let patch = Config {
//!     cluster: Some(ClusterConfig {
//!         proxy: Some(ProxyConfig { disabled: Some(true) }),
//!         ..ClusterConfig::default()
//!     }),
//!     ..Config::default()
//! };
//! assert_eq!(yaml::to_string(&patch, &Layout::default())?, "cluster:\n  proxy:\n    disabled: true\n");
//! # Ok::<(), yaml::WriteError>(())
//! ```

pub mod v1alpha1;
mod version;

pub use version::{ParseVersionError, TalosVersion};
