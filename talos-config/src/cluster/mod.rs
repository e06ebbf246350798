//! Documents about how the machines of a cluster find each other.

mod discovery_identity;
mod discovery_service;

pub use discovery_identity::DiscoveryIdentityConfig;
pub use discovery_service::DiscoveryServiceConfig;
