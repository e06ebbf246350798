//! The rules of this crate, one per file.

mod api_version_missing;
mod configuration_empty;
mod delete_marker_misplaced;
mod document_duplicated;
mod document_not_a_mapping;
mod documents_conflict;
mod kind_missing;
mod kind_unknown;

use manifest::Rule;

pub use api_version_missing::API_VERSION_MISSING;
pub use configuration_empty::CONFIGURATION_EMPTY;
pub use delete_marker_misplaced::DELETE_MARKER_MISPLACED;
pub use document_duplicated::DOCUMENT_DUPLICATED;
pub use document_not_a_mapping::DOCUMENT_NOT_A_MAPPING;
pub use documents_conflict::DOCUMENTS_CONFLICT;
pub use kind_missing::KIND_MISSING;
pub use kind_unknown::KIND_UNKNOWN;

/// All rules of this crate, by code.
pub static RULES: &[&Rule] = &[
    &DOCUMENT_NOT_A_MAPPING,
    &KIND_MISSING,
    &API_VERSION_MISSING,
    &KIND_UNKNOWN,
    &DOCUMENT_DUPLICATED,
    &DOCUMENTS_CONFLICT,
    &CONFIGURATION_EMPTY,
    &DELETE_MARKER_MISPLACED,
];
