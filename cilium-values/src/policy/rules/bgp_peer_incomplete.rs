//! CIL0530 bgp-peer-incomplete.

use std::net::IpAddr;

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// An instance of BGP has its own number, and each peer an address and a number.
pub(super) static RULE: Rule = Rule {
    code: "CIL0530",
    name: "bgp-peer-incomplete",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An instance of BGP has its own number, and each peer an address and a number.",
    why: "The agent logs it and leaves the peer or the whole instance out: no session comes up.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: example}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerConfigRef: {name: a}}]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: example}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: a}}]}]}
",
    source: "cilium/cilium, pkg/bgpv1/manager/reconcilerv2; operator/pkg/bgpv2",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.kind != "CiliumBGPClusterConfig" {
        return;
    }
    let Some(spec) = subject.object.get("spec") else { return };
    for instance in spec.items("bgpInstances") {
        let name = instance.text("name");
        if instance.number("localASN") == 0 {
            subject
                .report(
                    &RULE,
                    instance.path.clone(),
                    format!("the instance `{name}` has no number of its own"),
                )
                .upstream(format!("local ASN not set for instance {name}"))
                .help_with("add `localASN`, unless each node has one in a `CiliumBGPNodeConfigOverride`");
        }
        for peer in instance.items("peers") {
            let (name, address) = (peer.text("name"), peer.text("peerAddress"));
            let finds_itself = peer.get("autoDiscovery").is_some();
            if peer.number("peerASN") == 0 && !finds_itself {
                subject
                    .report(&RULE, peer.path.clone(), format!("the peer `{name}` has no number"))
                    .upstream(format!("peer {name} does not have a PeerASN"))
                    .help_with("add `peerASN`");
            }
            if address.is_empty() && !finds_itself {
                subject
                    .report(
                        &RULE,
                        peer.path.clone(),
                        format!("the peer `{name}` has no address, and is left out"),
                    )
                    .help_with("add `peerAddress`");
            } else if !address.is_empty()
                && address.split('%').next().unwrap_or_default().parse::<IpAddr>().is_err()
            {
                subject
                    .report(&RULE, peer.path.clone().key("peerAddress"), format!("`{address}` is no address"))
                    .upstream(format!("failed to parse peer address {address:?}"))
                    .help_with("write an address without blanks and without a length of a prefix");
            }
        }
    }
}
