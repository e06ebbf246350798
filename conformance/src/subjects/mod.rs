//! What is compared.

mod described;
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
    yaml_tree::TREES,
    yaml_write::WRITTEN,
    yaml_write::WRITTEN_RC4,
    yaml_write::WRITTEN_RC3,
    yaml_write::WRITTEN_V3,
    yaml_write::READ_BACK,
];
