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
    let most = values.clustermesh.max_connected_clusters.value().unwrap_or(255);
    let chained = values.cni.chaining_mode.value() == Some(ChainingMode::AwsCni);
    let is_cloud = values.eni.enabled.is_true() || values.alibabacloud.enabled.is_true() || chained;
    let is_allowed = values.extra_config.get().and_then(|config| config.get("allow-unsafe-policy-skb-usage"));
    let is_unsafe = is_cloud
        && ((128..=255).contains(&id) || (384..=511).contains(&id))
        && is_allowed.is_none_or(|allowed| allowed.text() != "true");
    if most != 255 && most != 511 {
        let message = format!("`clustermesh.maxConnectedClusters` is {most}, neither 255 nor 511");
        subject.report(&RULE, "clustermesh.maxConnectedClusters", message).help_with("set it to 255 or 511");
    } else if !(0..=most).contains(&id) {
        let message = format!("the number of the cluster, {id}, is not from 0 to {most}");
        subject.report(&RULE, "cluster.id", message).help_with(format!("choose a number from 1 to {most}"));
    } else if is_unsafe {
        let message = format!("with these interfaces the number {id} makes policies drop what they allow");
        subject.report(&RULE, "cluster.id", message).help_with("choose a number from 1 to 127");
    }
}
