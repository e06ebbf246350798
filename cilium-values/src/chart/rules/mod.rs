//! The rules about what another version of the chart makes of a values file, one per file.

mod default_changed;
mod key_awakened;
mod key_removed;
mod key_renamed;

use manifest::Rule;

pub(super) use default_changed::DEFAULT_CHANGED;
pub(super) use key_awakened::KEY_AWAKENED;
pub(super) use key_removed::KEY_REMOVED;
pub(super) use key_renamed::KEY_RENAMED;

/// All rules about an upgrade, by code. Their examples are for one from 1.19.6 to 1.20.0.
pub static RULES: &[&Rule] = &[&KEY_RENAMED, &KEY_REMOVED, &KEY_AWAKENED, &DEFAULT_CHANGED];
