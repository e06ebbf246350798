//! The rules about Omni's resources and templates, one per file.

mod patch_forbidden_document;
mod patch_forbidden_element;
mod patch_forbidden_field;
mod patch_not_talos;
mod resource_shape;
mod template_bootstrap;
mod template_document;
mod template_duplicate;
mod template_encryption_version;
mod template_file;
mod template_incomplete;
mod template_machine_class;
mod template_machine_id;
mod template_machine_use;
mod template_manifest_mode;
mod template_misplaced;
mod template_name;
mod template_reserved_key;
mod template_text;
mod template_version;

use manifest::Rule;

pub use patch_forbidden_document::PATCH_FORBIDDEN_DOCUMENT;
pub use patch_forbidden_element::PATCH_FORBIDDEN_ELEMENT;
pub use patch_forbidden_field::PATCH_FORBIDDEN_FIELD;
pub use patch_not_talos::PATCH_NOT_TALOS;
pub use resource_shape::RESOURCE_SHAPE;
pub use template_bootstrap::TEMPLATE_BOOTSTRAP;
pub use template_document::TEMPLATE_DOCUMENT;
pub use template_duplicate::TEMPLATE_DUPLICATE;
pub use template_encryption_version::TEMPLATE_ENCRYPTION_VERSION;
pub use template_file::TEMPLATE_FILE;
pub use template_incomplete::TEMPLATE_INCOMPLETE;
pub use template_machine_class::TEMPLATE_MACHINE_CLASS;
pub use template_machine_id::TEMPLATE_MACHINE_ID;
pub use template_machine_use::TEMPLATE_MACHINE_USE;
pub use template_manifest_mode::TEMPLATE_MANIFEST_MODE;
pub use template_misplaced::TEMPLATE_MISPLACED;
pub use template_name::TEMPLATE_NAME;
pub use template_reserved_key::TEMPLATE_RESERVED_KEY;
pub use template_text::TEMPLATE_TEXT;
pub use template_version::TEMPLATE_VERSION;

/// All rules of this family, by code.
pub static RULES: &[&Rule] = &[
    &RESOURCE_SHAPE,
    &TEMPLATE_DOCUMENT,
    &TEMPLATE_INCOMPLETE,
    &TEMPLATE_NAME,
    &TEMPLATE_VERSION,
    &TEMPLATE_RESERVED_KEY,
    &TEMPLATE_TEXT,
    &TEMPLATE_FILE,
    &TEMPLATE_MACHINE_ID,
    &TEMPLATE_MACHINE_USE,
    &TEMPLATE_DUPLICATE,
    &TEMPLATE_MISPLACED,
    &TEMPLATE_MACHINE_CLASS,
    &TEMPLATE_BOOTSTRAP,
    &TEMPLATE_MANIFEST_MODE,
    &TEMPLATE_ENCRYPTION_VERSION,
    &PATCH_FORBIDDEN_FIELD,
    &PATCH_FORBIDDEN_ELEMENT,
    &PATCH_FORBIDDEN_DOCUMENT,
    &PATCH_NOT_TALOS,
];
