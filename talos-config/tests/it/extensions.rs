//! Documents about services of system extensions.

use talos_config::extensions::ExtensionServiceConfig;

use crate::golden;

#[test]
fn service_config_is_read_and_written_back() {
    golden::minimal(
        "extensions/service_config",
        &ExtensionServiceConfig {
            environment: vec!["TS_USERSPACE=false".into()],
            ..ExtensionServiceConfig::new("tailscale")
        },
    );
    golden::full::<ExtensionServiceConfig>("extensions/service_config");
}
