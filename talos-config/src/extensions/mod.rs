//! Documents about services of system extensions.

mod service_config;

pub use service_config::{ConfigFile, ExtensionServiceConfig};
