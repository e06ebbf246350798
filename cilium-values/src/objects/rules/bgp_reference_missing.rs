//! CIL0607 bgp-reference-missing.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::resource::LabelSelector;

/// What objects of BGP name is among the objects.
pub(super) static RULE: Rule = Rule {
    code: "CIL0607",
    name: "bgp-reference-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Each configuration of a peer that is named is there, and each family of addresses selects an advertisement.",
    why: "A peer whose configuration is missing is left out, and only the condition `cilium.io/MissingPeerConfigs` says so. \
          A family that selects no advertisement announces nothing, and nothing says so.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: router}}]}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec: {bgpInstances: [{name: a, localASN: 64512, peers: [{name: router, peerAddress: 10.0.0.1, peerASN: 64513, peerConfigRef: {name: router}}]}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPPeerConfig
metadata: {name: router}
spec: {families: [{afi: ipv4, safi: unicast, advertisements: {matchLabels: {advertise: bgp}}}]}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPAdvertisement
metadata: {name: pods, labels: {advertise: bgp}}
spec: {advertisements: [{advertisementType: PodCIDR}]}
",
    source: "cilium/cilium, operator/pkg/bgp/cluster.go; cilium/cilium, pkg/bgp/manager/reconciler",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    let objects = subject.objects;
    for cluster in &objects.bgp_clusters {
        for (position, instance) in cluster.object.spec.bgp_instances.iter().enumerate() {
            for (index, peer) in instance.peers.iter().flatten().enumerate() {
                let Some(name) = peer.peer_config_ref.as_ref().map(|reference| &reference.name) else {
                    continue;
                };
                if objects.bgp_peers.iter().any(|config| &config.object.metadata.name == name) {
                    continue;
                }
                let path =
                    FieldPath::root().keys("spec.bgpInstances").index(position).key("peers").index(index);
                let place = cluster.place(&path.keys("peerConfigRef.name"));
                let message = format!(
                    "no CiliumBGPPeerConfig here is named `{name}`: the peer `{}` is left out",
                    peer.name
                );
                findings.push(
                    Finding::new(&RULE, place, message)
                        .help("add the CiliumBGPPeerConfig, or name one that there is"),
                );
            }
        }
    }
    for peer in &objects.bgp_peers {
        for (index, family) in peer.object.spec.families.iter().flatten().enumerate() {
            let Some(selector) = &family.advertisements else { continue };
            if objects.bgp_advertisements.iter().any(|one| may_match(selector, &one.object.metadata.labels)) {
                continue;
            }
            let path = FieldPath::root().keys("spec.families").index(index).key("advertisements");
            let message = "these labels select no CiliumBGPAdvertisement here: the family announces nothing";
            findings.push(
                Finding::new(&RULE, peer.place(&path), message)
                    .help("add `metadata.labels` that are selected to a CiliumBGPAdvertisement"),
            );
        }
    }
}

/// Whether labels are selected, or nobody can say because the selector is none.
fn may_match(selector: &LabelSelector, labels: &std::collections::BTreeMap<String, String>) -> bool {
    selector.matches(labels).unwrap_or(true)
}
