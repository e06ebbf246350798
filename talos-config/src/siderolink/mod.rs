//! Documents about the connection to Omni.

mod config;

pub use config::SideroLinkConfig;
