//! The rules about Omni's resources and templates, one per file.

mod access_policy;
mod cluster_spec;
mod cluster_version;
mod control_plane_locked;
mod eula_acceptance;
mod extensions_list;
mod health_check;
mod immutable_change;
mod infra_provider;
mod installation_media;
mod kernel_args;
mod kernel_args_protected;
mod machine_class;
mod machine_id;
mod machine_set_id;
mod machine_set_name;
mod machine_set_spec;
mod manifest_group;
mod metadata_limit;
mod patch_forbidden_document;
mod patch_forbidden_element;
mod patch_forbidden_field;
mod patch_not_talos;
mod read_only_type;
mod relation_label;
mod resource_shape;
mod role;
mod saml_label_rule;
mod target_nothing;
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
mod unknown_type;
mod user_text;
mod wrong_namespace;

use manifest::{Finding, Rule};

use crate::resource::AnyResource;

pub use access_policy::ACCESS_POLICY;
pub use cluster_spec::CLUSTER_SPEC;
pub use cluster_version::CLUSTER_VERSION;
pub use control_plane_locked::CONTROL_PLANE_LOCKED;
pub use eula_acceptance::EULA_ACCEPTANCE;
pub use extensions_list::EXTENSIONS_LIST;
pub use health_check::HEALTH_CHECK;
pub use immutable_change::{IMMUTABLE_CHANGE, check_update};
pub use infra_provider::INFRA_PROVIDER;
pub use installation_media::INSTALLATION_MEDIA;
pub use kernel_args::KERNEL_ARGS;
pub use kernel_args_protected::KERNEL_ARGS_PROTECTED;
pub use machine_class::MACHINE_CLASS;
pub use machine_id::MACHINE_ID;
pub use machine_set_id::MACHINE_SET_ID;
pub use machine_set_name::MACHINE_SET_NAME;
pub use machine_set_spec::MACHINE_SET_SPEC;
pub use manifest_group::MANIFEST_GROUP;
pub use metadata_limit::METADATA_LIMIT;
pub use patch_forbidden_document::PATCH_FORBIDDEN_DOCUMENT;
pub use patch_forbidden_element::PATCH_FORBIDDEN_ELEMENT;
pub use patch_forbidden_field::PATCH_FORBIDDEN_FIELD;
pub use patch_not_talos::PATCH_NOT_TALOS;
pub use read_only_type::READ_ONLY_TYPE;
pub use relation_label::RELATION_LABEL;
pub use resource_shape::RESOURCE_SHAPE;
pub use saml_label_rule::SAML_LABEL_RULE;
pub use target_nothing::TARGET_NOTHING;
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
pub use unknown_type::UNKNOWN_TYPE;
pub use wrong_namespace::WRONG_NAMESPACE;

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
    &TARGET_NOTHING,
    &MACHINE_SET_NAME,
    &RELATION_LABEL,
    &MACHINE_SET_ID,
    &MACHINE_ID,
    &KERNEL_ARGS,
    &KERNEL_ARGS_PROTECTED,
    &EXTENSIONS_LIST,
    &METADATA_LIMIT,
    &CONTROL_PLANE_LOCKED,
    &MACHINE_CLASS,
    &MACHINE_SET_SPEC,
    &MANIFEST_GROUP,
    &HEALTH_CHECK,
    &WRONG_NAMESPACE,
    &CLUSTER_VERSION,
    &UNKNOWN_TYPE,
    &READ_ONLY_TYPE,
    &CLUSTER_SPEC,
    &ACCESS_POLICY,
    &SAML_LABEL_RULE,
    &INSTALLATION_MEDIA,
    &INFRA_PROVIDER,
    &EULA_ACCEPTANCE,
    &IMMUTABLE_CHANGE,
];

/// The rules that look at one resource by itself.
static CHECKS: &[fn(&AnyResource) -> Vec<Finding>] = &[
    target_nothing::check,
    machine_set_name::check,
    relation_label::check,
    machine_set_id::check,
    machine_id::check,
    kernel_args::check,
    kernel_args_protected::check,
    extensions_list::check,
    metadata_limit::check,
    control_plane_locked::check,
    machine_class::check,
    machine_set_spec::check,
    manifest_group::check,
    health_check::check,
    wrong_namespace::check,
    cluster_version::check,
    unknown_type::check,
    read_only_type::check,
    cluster_spec::check,
    access_policy::check,
    saml_label_rule::check,
    installation_media::check,
    infra_provider::check,
    eula_acceptance::check,
];

/// Everything that one resource breaks by itself. Paths are those of its document.
///
/// The text of a patch is not looked at; [`check`](crate::check()) and [`forbidden`](crate::forbidden) do that.
#[must_use]
pub fn check(resource: &AnyResource) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(resource)).collect()
}
