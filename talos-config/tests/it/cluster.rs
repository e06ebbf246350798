//! Documents about how the machines of a cluster find each other.

use manifest::Secret;
use talos_config::cluster::{DiscoveryIdentityConfig, DiscoveryServiceConfig};

use crate::golden;

#[test]
fn discovery_identity_is_read_and_written_back() {
    golden::minimal(
        "cluster/discovery_identity",
        &DiscoveryIdentityConfig {
            cluster_id: Some("n5Pm1oRlXqUzDYEbJ0W1kkIkSFIQrZJ2mGv6LxPOM20=".into()),
            cluster_secret: Some(Secret::new("hunter2AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
            ..DiscoveryIdentityConfig::default()
        },
    );
    golden::full::<DiscoveryIdentityConfig>("cluster/discovery_identity");
}

#[test]
fn discovery_service_is_read_and_written_back() {
    golden::minimal(
        "cluster/discovery_service",
        &DiscoveryServiceConfig {
            endpoint: Some("https://discovery.talos.dev/".parse().unwrap()),
            ..DiscoveryServiceConfig::new("default")
        },
    );
    golden::full::<DiscoveryServiceConfig>("cluster/discovery_service");
}
