//! Documents about container images and the runtime of Kubernetes' containers.

mod base_runtime_spec;
mod customization;
mod image_cache;
mod registry_auth;
mod registry_mirror;
mod registry_tls;

pub use base_runtime_spec::CriBaseRuntimeSpecConfig;
pub use customization::CriCustomizationConfig;
pub use image_cache::{ImageCacheConfig, LocalImageCacheConfig};
pub use registry_auth::RegistryAuthConfig;
pub use registry_mirror::{RegistryEndpoint, RegistryMirrorConfig};
pub use registry_tls::RegistryTlsConfig;
