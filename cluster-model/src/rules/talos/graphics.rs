//! Labels of accelerators, and the extensions that hold their drivers.

use super::extension::NVIDIA_MODULES;
use crate::estate::ACCELERATOR;

/// The labels by which pods find accelerators.
pub(super) const LABELS: [&str; 2] = [ACCELERATOR, "igpu"];

/// The extensions of which one must be there for the value of such a label; none for values that are not known.
pub(super) fn drivers(value: &str) -> Option<&'static [&'static str]> {
    let drivers: [(&str, &[&str]); 3] = [
        ("nvidia", NVIDIA_MODULES),
        ("intel", &["i915", "xe", "i915-ucode"]),
        ("amd", &["amdgpu", "amdgpu-firmware"]),
    ];
    drivers.into_iter().find(|(word, _)| value.starts_with(word)).map(|(_, extensions)| extensions)
}
