//! `machine.features.imageCache`.

use super::super::Limit;
use super::super::down::Down;
use super::super::up::{Stop, Up};
use super::{Setting, twice};
use crate::cri::{ImageCacheConfig, LocalImageCacheConfig};
use crate::v1alpha1;
use crate::version::Minor;

static TWICE: Limit = twice("machine.features.imageCache");

/// Images that a machine brings along.
pub(super) static SETTING: Setting = Setting {
    path: "machine.features.imageCache",
    kinds: &["ImageCacheConfig"],
    since: Minor::V1_14,
    limits: &[&TWICE],
    up,
    down,
};

fn up(up: &mut Up) -> Result<(), Stop> {
    let enabled = up.features().image_cache.take().and_then(|cache| cache.local_enabled);
    if enabled.is_none() {
        return Ok(());
    }
    let local = Some(LocalImageCacheConfig { enabled });
    up.add(ImageCacheConfig { local, ..ImageCacheConfig::default() }, &TWICE)
}

fn down(down: &mut Down) {
    for document in down.take::<ImageCacheConfig>() {
        let local_enabled = document.local.and_then(|local| local.enabled);
        down.features().image_cache = Some(v1alpha1::ImageCacheConfig { local_enabled });
    }
}
