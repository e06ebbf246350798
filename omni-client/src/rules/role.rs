//! Roles that resources give.

use crate::go::quoted;

/// What Omni says of a role that a resource of some kind gives; nothing if it may be given.
pub(super) fn unassignable(role: &str, by: &str) -> Option<String> {
    if !ROLES.contains(&role) {
        return Some(format!("unknown role to parse: {}", quoted(role)));
    }
    (!ASSIGNABLE.contains(&role)).then(|| format!("role {} cannot be assigned by {by}", quoted(role)))
}

pub(super) const HELP: &str = "roles that can be given this way are `None`, `Reader`, `Operator` and `Admin`";

const ROLES: [&str; 6] = ["None", "InfraProvider", "Reader", "Auditor", "Operator", "Admin"];
/// Auditors and providers of machines are not on it.
const ASSIGNABLE: [&str; 4] = ["None", "Reader", "Operator", "Admin"];
