//! CIL0621 bgp-override-without-effect.

use manifest::{Finding, Rule, Severity};

use super::Subject;
use crate::policy::part::Part;

/// What is overridden for a node is there.
pub(super) static RULE: Rule = Rule {
    code: "CIL0621",
    name: "bgp-override-without-effect",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The instances and peers of a `CiliumBGPNodeConfigOverride` have names that an instance or peer of a cluster configuration has.",
    why: "An entry of another name is passed over without a word: the node keeps what the cluster configuration says.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPNodeConfigOverride
metadata: {name: node-1}
spec: {bgpInstances: [{name: b, routerID: 10.0.0.1}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPNodeConfigOverride
metadata: {name: node-1}
spec: {bgpInstances: [{name: a, routerID: 10.0.0.1}]}
",
    source: "cilium/cilium, operator/pkg/bgp/node.go",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let of_kind = |kind: &'static str| {
        subject.of_cilium.iter().filter(move |(object, _)| Part::root(object).text("kind") == kind)
    };
    let instances =
        |object| Part::root(object).get("spec").into_iter().flat_map(|spec| spec.items("bgpInstances"));
    let known: Vec<Part<'_>> =
        of_kind("CiliumBGPClusterConfig").flat_map(|(object, _)| instances(object)).collect();
    // The cluster configuration of a set without one is somewhere else.
    if known.is_empty() {
        return;
    }
    for (object, placing) in of_kind("CiliumBGPNodeConfigOverride") {
        let mut report = |part: &Part<'_>, what: &str| {
            let message = format!("no cluster configuration here has {what} `{}`", part.text("name"));
            let place = placing.place(&part.path.clone().key("name"));
            findings.push(
                Finding::new(&RULE, place, message).help("name one that there is, or remove the entry"),
            );
        };
        for instance in instances(object) {
            let same: Vec<_> =
                known.iter().filter(|other| other.text("name") == instance.text("name")).collect();
            if same.is_empty() {
                report(&instance, "an instance");
                continue;
            }
            for peer in instance.items("peers") {
                let is_peer = |other: Part<'_>| other.text("name") == peer.text("name");
                if !same.iter().any(|other| other.items("peers").any(is_peer)) {
                    report(&peer, "a peer");
                }
            }
        }
    }
}
