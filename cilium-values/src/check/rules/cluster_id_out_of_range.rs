//! CIL0110 cluster-id-out-of-range.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::cni::ChainingMode;

/// The number of the cluster is one that the mesh has room for.
pub(super) static RULE: Rule = Rule {
    code: "CIL0110",
    name: "cluster-id-out-of-range",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The number of the cluster is one that the mesh has room for.",
    why: "The agent does not start, or the chart does not render. With Amazon's or Alibaba's \
          interfaces numbers from 128 on also break policies (cilium/cilium#21330).",
    bad: "\
cluster: {name: frank, id: 300}
",
    good: "\
cluster: {name: frank, id: 3}
",
    source: "cilium/cilium, chart, templates/validate.yaml; cilium/cilium, pkg/clustermesh/types",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let id = values.cluster.id.value().unwrap_or_default();
    // The chart takes a missing number for 0, and the agent for 255.
    let declared = values.clustermesh.max_connected_clusters.value();
    let most = declared.unwrap_or(255);
    let chained = values.cni.chaining_mode.value() == Some(ChainingMode::AwsCni);
    let is_cloud = values.eni.enabled.is_true() || values.alibabacloud.enabled.is_true() || chained;
    let is_allowed = values.extra_config.get().and_then(|config| config.get("allow-unsafe-policy-skb-usage"));
    let is_unsafe = is_cloud
        && ((128..=255).contains(&id) || (384..=511).contains(&id))
        && is_allowed.is_none_or(|allowed| allowed.text() != "true");
    if !matches!(declared, Some(255 | 511)) {
        let shown = declared.map_or_else(|| "nothing".to_owned(), |number| number.to_string());
        let message = format!("`clustermesh.maxConnectedClusters` is {shown}, neither 255 nor 511");
        subject
            .report(&RULE, "clustermesh.maxConnectedClusters", message)
            .upstream("max-connected-clusters must be set to 255 or 511")
            .help_with("set it to 255 or 511");
    } else if !(0..=most).contains(&id) {
        let message = format!("the number of the cluster, {id}, is not from 0 to {most}");
        subject.report(&RULE, "cluster.id", message).help_with(format!("choose a number from 1 to {most}"));
    }
    if is_unsafe {
        let message = format!("with these interfaces the number {id} makes policies drop what they allow");
        subject
            .report(&RULE, "cluster.id", message)
            .upstream(
                "Cilium is currently affected by a bug that causes traffic matched by network policies to be \
                 incorrectly dropped when running in either ENI mode (both AWS and AlibabaCloud) or AWS VPC CNI \
                 chaining mode, if the cluster ID is 128-255 (and 384-511 when maxConnectedClusters=511). Please \
                 refer to https://github.com/cilium/cilium/issues/21330 for additional details.",
            )
            .help_with("choose a number from 1 to 127");
    }
}
