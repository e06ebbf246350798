//! CIL0622 bgp-generations-mixed.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::policy::part::Part;

/// BGP is configured by objects of one generation.
pub(super) static RULE: Rule = Rule {
    code: "CIL0622",
    name: "bgp-generations-mixed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "There is no `CiliumBGPPeeringPolicy` beside a `CiliumBGPClusterConfig`.",
    why: "Of a node that both select, the peering policy wins, and the cluster configuration does nothing.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPPeeringPolicy
metadata: {name: rack}
spec: {virtualRouters: [{localASN: 64512, neighbors: [{peerAddress: 10.0.0.1/32, peerASN: 64513}]}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512}]}
",
    source: "cilium/cilium, pkg/bgpv1/agent/controller.go",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(cluster) = subject.objects.bgp_clusters.first() else { return };
    let kind = FieldPath::root().key("kind");
    for (object, placing) in subject.of_cilium {
        if Part::root(object).text("kind") != "CiliumBGPPeeringPolicy" {
            continue;
        }
        let message = format!("on nodes that this policy selects, `{}` does nothing", cluster.name());
        findings.push(
            Finding::new(&RULE, placing.place(&kind), message)
                .related(cluster.place(&kind), "the cluster configuration")
                .help("say what the policy says in the cluster configuration, and remove the policy"),
        );
    }
}
