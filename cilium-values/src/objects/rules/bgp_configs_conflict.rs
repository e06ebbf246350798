//! CIL0608 bgp-configs-conflict.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::resource::LabelSelector;

/// A node is configured by one object.
pub(super) static RULE: Rule = Rule {
    code: "CIL0608",
    name: "bgp-configs-conflict",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No two cluster configurations select the same nodes for certain: one that selects all is alone.",
    why: "The one that comes later is not applied to nodes that another one has, and only the condition \
          `cilium.io/ConflictingClusterConfig` says so.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: all}
spec: {bgpInstances: [{name: a, localASN: 64512}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {nodeSelector: {matchLabels: {rack: a}}, bgpInstances: [{name: a, localASN: 64513}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: others}
spec: {nodeSelector: {matchLabels: {rack: b}}, bgpInstances: [{name: a, localASN: 64512}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {nodeSelector: {matchLabels: {rack: a}}, bgpInstances: [{name: a, localASN: 64513}]}
",
    source: "cilium/cilium, operator/pkg/bgp/cluster.go",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let clusters = &subject.objects.bgp_clusters;
    for (index, cluster) in clusters.iter().enumerate() {
        let own = cluster.object.spec.node_selector.as_ref();
        let rival = clusters.iter().take(index).find(|other| {
            let others = other.object.spec.node_selector.as_ref();
            selects_all(own) || selects_all(others) || own == others
        });
        let Some(rival) = rival else { continue };
        let message = format!("`{}` and `{}` select the same nodes", rival.name(), cluster.name());
        let place = cluster.place(&FieldPath::root().keys("spec.nodeSelector"));
        findings.push(
            Finding::new(&RULE, place, message)
                .help("give each a `nodeSelector` of its own, or make one object of both"),
        );
    }
}

/// Whether every node is selected, whatever its labels.
fn selects_all(selector: Option<&LabelSelector>) -> bool {
    selector.is_none_or(|selector| selector.match_labels.is_empty() && selector.match_expressions.is_empty())
}
