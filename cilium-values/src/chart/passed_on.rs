//! Values that the chart hands on to Kubernetes without looking at them.

/// Keys whose value is of a type of Kubernetes.
const KUBERNETES: &[&str] = &[
    "affinity",
    "initResources",
    "nodeSelector",
    "podSecurityContext",
    "resources",
    "seLinuxOptions",
    "updateStrategy",
];

/// Keys that are called like such a key but of which the chart reads each entry by itself.
const READ: &[&str] = &["securityContext", "envoy.securityContext"];

/// Whether a path lies within a value that the chart hands on to Kubernetes without looking at it, so that the chart
/// has no say in which keys are there.
#[must_use]
pub fn is_passed_on(path: &str) -> bool {
    let ends = path.match_indices('.').map(|(end, _)| end);
    ends.into_iter().any(|end| {
        let (group, _) = path.split_at(end);
        let key = group.rsplit('.').next().unwrap_or(group);
        KUBERNETES.contains(&key) || key == "securityContext" && !READ.contains(&group)
    })
}
