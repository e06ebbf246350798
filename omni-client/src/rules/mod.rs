//! The rules about Omni's resources and templates, one per file.

mod resource_shape;

use manifest::Rule;

pub use resource_shape::RESOURCE_SHAPE;

/// All rules of this family, by code.
pub static RULES: &[&Rule] = &[&RESOURCE_SHAPE];
