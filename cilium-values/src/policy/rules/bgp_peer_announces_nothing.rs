//! CIL0531 bgp-peer-announces-nothing.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// A peer of BGP has a configuration, and each of its families names what is announced.
pub(super) static RULE: Rule = Rule {
    code: "CIL0531",
    name: "bgp-peer-announces-nothing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A peer of BGP has a configuration, and each of its families names what is announced.",
    why: "The session comes up and no route is announced: nothing reports it.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: example}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: example}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: a}}]}]}
",
    source: "cilium/cilium, pkg/bgpv1/manager/reconcilerv2",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let Some(spec) = subject.object.get("spec") else { return };
    match subject.kind {
        "CiliumBGPClusterConfig" => {
            for instance in spec.items("bgpInstances") {
                for peer in instance.items("peers").filter(|peer| peer.get("peerConfigRef").is_none()) {
                    let message =
                        format!("the peer `{}` has no configuration, and gets no routes", peer.text("name"));
                    subject.report(&RULE, peer.path, message).help_with("add `peerConfigRef`");
                }
            }
        }
        "CiliumBGPPeerConfig" => {
            if spec.count("families") == 0 {
                let message = "without `families` the peer gets no routes";
                subject.report(&RULE, spec.path.clone(), message).help_with(
                    "add `families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: ...}}]`",
                );
            }
            for family in spec.items("families").filter(|family| family.get("advertisements").is_none()) {
                let message = "a family without `advertisements` announces nothing";
                subject
                    .report(&RULE, family.path, message)
                    .help_with("select a `CiliumBGPAdvertisement` by its labels");
            }
        }
        _ => {}
    }
}
