//! The rules about custom resources, one per file.

mod field_pruned;
mod kind_not_served;
mod object_refused;
mod version_deprecated;

use manifest::Rule;

pub(super) use field_pruned::FIELD_PRUNED;
pub(super) use kind_not_served::KIND_NOT_SERVED;
pub(super) use object_refused::OBJECT_REFUSED;
pub(super) use version_deprecated::VERSION_DEPRECATED;

/// All rules about custom resources, by code.
pub static RULES: &[&Rule] = &[&KIND_NOT_SERVED, &VERSION_DEPRECATED, &FIELD_PRUNED, &OBJECT_REFUSED];
