//! Documents about the connection to Omni.

use talos_config::siderolink::SideroLinkConfig;

use crate::golden;

#[test]
fn siderolink_is_read_and_written_back() {
    golden::minimal(
        "siderolink/siderolink",
        &SideroLinkConfig {
            api_url: Some("grpc://10.0.0.1:8090".parse().unwrap()),
            ..SideroLinkConfig::default()
        },
    );
    golden::full::<SideroLinkConfig>("siderolink/siderolink");
}
