//! What is compared.

mod custom_resource;
mod described;
mod effective;
mod helm_values;
mod interface_pattern;
mod omni_metadata;
mod omni_patch;
mod omni_selector;
mod omni_template;
mod policy;
mod talos;
mod talos_expression;
mod talos_scalar;
mod talos_v1alpha1;
mod yaml_read;
mod yaml_tree;
mod yaml_write;

use crate::subject::Subject;

/// Everything that is compared, in the order in which it is reported.
pub const SUBJECTS: &[Subject] = &[
    yaml_read::SCALARS,
    yaml_read::SCALARS_RC4,
    yaml_read::SCALARS_RC3,
    yaml_read::SCALARS_V3,
    yaml_read::DOCUMENTS,
    yaml_read::DOCUMENTS_RC4,
    yaml_read::DOCUMENTS_RC3,
    yaml_read::DOCUMENTS_V3,
    yaml_tree::TREES,
    yaml_tree::TREES_RC4,
    yaml_tree::TREES_RC3,
    yaml_tree::TREES_V3,
    yaml_write::WRITTEN,
    yaml_write::WRITTEN_RC4,
    yaml_write::WRITTEN_RC3,
    yaml_write::WRITTEN_V3,
    yaml_write::READ_BACK,
    interface_pattern::PATTERNS,
    custom_resource::CHECKED[0],
    custom_resource::CHECKED[1],
    custom_resource::CHECKED[2],
    custom_resource::CHECKED[3],
    custom_resource::CHECKED[4],
    helm_values::RENDERED[0],
    helm_values::RENDERED[1],
    helm_values::RENDERED[2],
    helm_values::RENDERED[3],
    helm_values::RENDERED[4],
    policy::SANITIZED[0],
    policy::SANITIZED[1],
    policy::SANITIZED[2],
    policy::SANITIZED[3],
    policy::SANITIZED[4],
    omni_metadata::METADATA,
    omni_patch::VALIDATED,
    omni_selector::SELECTORS,
    omni_template::RENDERED,
    omni_template::VALIDATED,
    omni_template::EXPORTED,
    talos_scalar::SCALARS,
    talos_v1alpha1::LATEST,
    talos_expression::EXPRESSIONS[0],
    talos_expression::EXPRESSIONS[1],
    talos_expression::EXPRESSIONS[2],
    talos_expression::EXPRESSIONS[3],
    talos_expression::EXPRESSIONS[4],
    talos_expression::EXPRESSIONS[5],
    talos::DECODED[0],
    talos::DECODED[1],
    talos::DECODED[2],
    talos::DECODED[3],
    talos::DECODED[4],
    talos::DECODED[5],
    talos::PATCHED[0],
    talos::PATCHED[1],
    talos::PATCHED[2],
    talos::PATCHED[3],
    talos::PATCHED[4],
    talos::PATCHED[5],
    effective::EFFECTIVE,
    talos::VALIDATED[0],
    talos::VALIDATED[1],
    talos::VALIDATED[2],
    talos::VALIDATED[3],
    talos::VALIDATED[4],
    talos::VALIDATED[5],
];
