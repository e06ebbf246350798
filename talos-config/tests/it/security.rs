//! Documents about trust.

use talos_config::security::{
    ImageKeylessVerifier, ImageVerificationConfig, ImageVerificationRule, TrustedRootsConfig,
};

use crate::golden;

#[test]
fn image_verification_is_read_and_written_back() {
    golden::minimal(
        "security/image_verification",
        &ImageVerificationConfig {
            rules: vec![ImageVerificationRule {
                image: Some("registry.k8s.io/*".into()),
                keyless: Some(ImageKeylessVerifier {
                    issuer: Some("https://accounts.google.com".into()),
                    subject: Some("krel-trust@k8s-releng-prod.iam.gserviceaccount.com".into()),
                    ..ImageKeylessVerifier::default()
                }),
                ..ImageVerificationRule::default()
            }],
            ..ImageVerificationConfig::default()
        },
    );
    golden::full::<ImageVerificationConfig>("security/image_verification");
}

#[test]
fn trusted_roots_is_read_and_written_back() {
    golden::minimal("security/trusted_roots", &TrustedRootsConfig::new("company"));
    golden::full::<TrustedRootsConfig>("security/trusted_roots");
}
