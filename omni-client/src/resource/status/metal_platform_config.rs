//! Bare metal that Talos runs on.

use super::cloud_platform_config::PlatformConfig;
use crate::resource::Spec;

/// Bare metal that Talos runs on. Its id is the name of the platform, `metal`.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct MetalPlatformConfig(pub PlatformConfig);

impl Spec for MetalPlatformConfig {
    const TYPE: &'static str = "MetalPlatformConfigs.omni.sidero.dev";
    const NAMESPACE: &'static str = "virtual";
}
