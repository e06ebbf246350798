//! The rules of this crate, one per file.

mod api_access_invalid;
mod api_version_missing;
mod certificate_authority_missing;
mod cluster_endpoint_invalid;
mod cni_invalid;
mod cni_without_manifests;
mod component_invalid;
mod configuration_empty;
mod control_plane_kind_on_worker;
mod delete_marker_misplaced;
mod deletion_not_migrated;
mod discovery_incomplete;
mod disk_invalid;
mod document_doubtful;
mod document_duplicated;
mod document_invalid;
mod document_not_a_mapping;
mod documents_conflict;
mod encryption_key_invalid;
mod etcd_invalid;
mod expression_invalid;
mod host_dns_required;
mod install_invalid;
mod interface_invalid;
mod key_on_worker;
mod kind_missing;
mod kind_unknown;
mod kubelet_invalid;
mod kubespan_invalid;
mod logging_destination_invalid;
mod machine_type_outdated;
mod machine_type_unknown;
mod manifest_invalid;
mod migration_conditional;
mod node_metadata_invalid;
mod patch_refused;
mod patch_takes_away;
mod patch_without_effect;
mod persist_off;
mod registry_null;
mod section_missing;
mod setting_deprecated;
mod setting_lost;
mod setting_not_migrated;
mod settings_conflict;
mod sort_algorithm_unknown;

use manifest::Rule;

pub use api_access_invalid::API_ACCESS_INVALID;
pub use api_version_missing::API_VERSION_MISSING;
pub use certificate_authority_missing::CERTIFICATE_AUTHORITY_MISSING;
pub use cluster_endpoint_invalid::CLUSTER_ENDPOINT_INVALID;
pub use cni_invalid::CNI_INVALID;
pub use cni_without_manifests::CNI_WITHOUT_MANIFESTS;
pub use component_invalid::COMPONENT_INVALID;
pub use configuration_empty::CONFIGURATION_EMPTY;
pub use control_plane_kind_on_worker::CONTROL_PLANE_KIND_ON_WORKER;
pub use delete_marker_misplaced::DELETE_MARKER_MISPLACED;
pub use deletion_not_migrated::DELETION_NOT_MIGRATED;
pub use discovery_incomplete::DISCOVERY_INCOMPLETE;
pub use disk_invalid::DISK_INVALID;
pub use document_doubtful::DOCUMENT_DOUBTFUL;
pub use document_duplicated::DOCUMENT_DUPLICATED;
pub use document_invalid::DOCUMENT_INVALID;
pub use document_not_a_mapping::DOCUMENT_NOT_A_MAPPING;
pub use documents_conflict::DOCUMENTS_CONFLICT;
pub use encryption_key_invalid::ENCRYPTION_KEY_INVALID;
pub use etcd_invalid::ETCD_INVALID;
pub use expression_invalid::EXPRESSION_INVALID;
pub use host_dns_required::HOST_DNS_REQUIRED;
pub use install_invalid::INSTALL_INVALID;
pub use interface_invalid::INTERFACE_INVALID;
pub use key_on_worker::KEY_ON_WORKER;
pub use kind_missing::KIND_MISSING;
pub use kind_unknown::KIND_UNKNOWN;
pub use kubelet_invalid::KUBELET_INVALID;
pub use kubespan_invalid::KUBESPAN_INVALID;
pub use logging_destination_invalid::LOGGING_DESTINATION_INVALID;
pub use machine_type_outdated::MACHINE_TYPE_OUTDATED;
pub use machine_type_unknown::MACHINE_TYPE_UNKNOWN;
pub use manifest_invalid::MANIFEST_INVALID;
pub use migration_conditional::MIGRATION_CONDITIONAL;
pub use node_metadata_invalid::NODE_METADATA_INVALID;
pub use patch_refused::PATCH_REFUSED;
pub use patch_takes_away::PATCH_TAKES_AWAY;
pub use patch_without_effect::PATCH_WITHOUT_EFFECT;
pub use persist_off::PERSIST_OFF;
pub use registry_null::REGISTRY_NULL;
pub use section_missing::SECTION_MISSING;
pub use setting_deprecated::SETTING_DEPRECATED;
pub use setting_lost::SETTING_LOST;
pub use setting_not_migrated::SETTING_NOT_MIGRATED;
pub use settings_conflict::SETTINGS_CONFLICT;
pub use sort_algorithm_unknown::SORT_ALGORITHM_UNKNOWN;

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
    &PATCH_REFUSED,
    &PATCH_WITHOUT_EFFECT,
    &PATCH_TAKES_AWAY,
    &SECTION_MISSING,
    &MACHINE_TYPE_UNKNOWN,
    &MACHINE_TYPE_OUTDATED,
    &CERTIFICATE_AUTHORITY_MISSING,
    &KEY_ON_WORKER,
    &INSTALL_INVALID,
    &HOST_DNS_REQUIRED,
    &NODE_METADATA_INVALID,
    &PERSIST_OFF,
    &ENCRYPTION_KEY_INVALID,
    &DISK_INVALID,
    &KUBELET_INVALID,
    &LOGGING_DESTINATION_INVALID,
    &ETCD_INVALID,
    &MANIFEST_INVALID,
    &CNI_INVALID,
    &CNI_WITHOUT_MANIFESTS,
    &DISCOVERY_INCOMPLETE,
    &KUBESPAN_INVALID,
    &INTERFACE_INVALID,
    &API_ACCESS_INVALID,
    &SORT_ALGORITHM_UNKNOWN,
    &COMPONENT_INVALID,
    &CLUSTER_ENDPOINT_INVALID,
    &REGISTRY_NULL,
    &SETTING_DEPRECATED,
    &SETTINGS_CONFLICT,
    &DOCUMENT_INVALID,
    &CONTROL_PLANE_KIND_ON_WORKER,
    &DOCUMENT_DOUBTFUL,
    &EXPRESSION_INVALID,
    &SETTING_NOT_MIGRATED,
    &SETTING_LOST,
    &MIGRATION_CONDITIONAL,
    &DELETION_NOT_MIGRATED,
];
