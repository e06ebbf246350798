//! Documents about container images and the runtime of Kubernetes' containers.

use manifest::{Map, Secret};
use talos_config::cri::{
    CriBaseRuntimeSpecConfig, CriCustomizationConfig, ImageCacheConfig, LocalImageCacheConfig,
    RegistryAuthConfig, RegistryEndpoint, RegistryMirrorConfig, RegistryTlsConfig,
};

use crate::golden;

#[test]
fn base_runtime_spec_is_read_and_written_back() {
    golden::minimal(
        "cri/base_runtime_spec",
        &CriBaseRuntimeSpecConfig {
            overrides: Map::from_iter([("hostname", "pod")]),
            ..CriBaseRuntimeSpecConfig::default()
        },
    );
    golden::full::<CriBaseRuntimeSpecConfig>("cri/base_runtime_spec");
}

#[test]
fn customization_is_read_and_written_back() {
    golden::minimal(
        "cri/customization",
        &CriCustomizationConfig { content: Some(String::new()), ..CriCustomizationConfig::new("metrics") },
    );
    golden::full::<CriCustomizationConfig>("cri/customization");
}

#[test]
fn image_cache_is_read_and_written_back() {
    golden::minimal(
        "cri/image_cache",
        &ImageCacheConfig { local: Some(LocalImageCacheConfig::default()), ..ImageCacheConfig::default() },
    );
    golden::full::<ImageCacheConfig>("cri/image_cache");
}

#[test]
fn registry_auth_is_read_and_written_back() {
    golden::minimal(
        "cri/registry_auth",
        &RegistryAuthConfig {
            identity_token: Some(Secret::new("hunter2")),
            ..RegistryAuthConfig::new("registry.example.org")
        },
    );
    golden::full::<RegistryAuthConfig>("cri/registry_auth");
}

#[test]
fn registry_mirror_is_read_and_written_back() {
    golden::minimal(
        "cri/registry_mirror",
        &RegistryMirrorConfig {
            endpoints: vec![RegistryEndpoint {
                url: Some("https://mirror.example.org".parse().unwrap()),
                ..RegistryEndpoint::default()
            }],
            ..RegistryMirrorConfig::new("docker.io")
        },
    );
    golden::full::<RegistryMirrorConfig>("cri/registry_mirror");
}

#[test]
fn registry_tls_is_read_and_written_back() {
    golden::minimal(
        "cri/registry_tls",
        &RegistryTlsConfig {
            insecure_skip_verify: Some(true),
            ..RegistryTlsConfig::new("registry.example.org")
        },
    );
    golden::full::<RegistryTlsConfig>("cri/registry_tls");
}
