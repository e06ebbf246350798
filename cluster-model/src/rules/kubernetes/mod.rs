//! Rules about what runs on the machines: objects of Kubernetes, and what charts are told.

pub(super) mod config_by_sub_path;
pub(super) mod container_runtime_wrong;
pub(super) mod device_capacity_zero;
pub(super) mod device_name_retired;
mod document;
pub(super) mod document_reference_stale;
pub(super) mod document_value_stale;
pub(super) mod environment_secret_undeclared;
pub(super) mod host_port_rolling;
pub(super) mod ignored_array_item;
pub(super) mod longhorn_extensions_missing;
pub(super) mod longhorn_mount_missing;
pub(super) mod low_power_storage;
pub(super) mod metrics_server_unverified;
mod placement;
pub(super) mod privileged_namespace;
pub(super) mod selector_matches_nothing;
pub(super) mod single_writer_rolling;
pub(super) mod values_copies_differ;
pub(super) mod values_not_found;

use crate::estate::{Field, Manifest};

/// The containers of a pod, those that run before the others included.
fn containers<'e>(spec: &Field<'e>) -> Vec<Field<'e>> {
    [spec.get("initContainers").items(), spec.get("containers").items()].concat()
}

/// Whether a deployment starts new pods before it stops the old ones, and stops none until they run.
fn is_rolling(deployment: &Manifest) -> bool {
    let strategy = deployment.get("spec.strategy");
    if strategy.get("type").text() == Some("Recreate") {
        return false;
    }
    // 25% of a few pods is none.
    let unavailable = strategy.get("rollingUpdate.maxUnavailable");
    unavailable.text().is_none_or(|count| matches!(count, "0" | "0%" | "25%"))
}
