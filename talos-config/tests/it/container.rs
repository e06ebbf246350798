//! Documents about containers that Talos runs itself.

use talos_config::container::ContainerConfig;

use crate::golden;

#[test]
fn container_config_is_read_and_written_back() {
    golden::minimal(
        "container/container_config",
        &ContainerConfig { image: Some("nginx".into()), ..ContainerConfig::new("web") },
    );
    golden::full::<ContainerConfig>("container/container_config");
}
