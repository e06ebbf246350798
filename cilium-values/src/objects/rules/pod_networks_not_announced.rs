//! CIL0623 pod-networks-not-announced.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::resource::BgpAdvertisementType;
use crate::values::ipam::IpamMode;

/// Networks of pods are announced by BGP as IPAM hands them out.
pub(super) static RULE: Rule = Rule {
    code: "CIL0623",
    name: "pod-networks-not-announced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "With `ipam.mode: multi-pool`, no advertisement is of type `PodCIDR`.",
    why: "A node has no network of its own then, but parts of pools: the advertisement announces nothing.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPAdvertisement
metadata: {name: pods}
spec: {advertisements: [{advertisementType: PodCIDR}]}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumBGPAdvertisement
metadata: {name: pods}
spec: {advertisements: [{advertisementType: CiliumPodIPPool, selector: {matchLabels: {pool: default}}}]}
",
    source: "documentation, BGP control plane, multi-pool IPAM",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    if subject.effective.ipam.mode.value() != Some(IpamMode::MultiPool) {
        return;
    }
    for object in &subject.objects.bgp_advertisements {
        for (index, advertisement) in object.object.spec.advertisements.iter().enumerate() {
            if advertisement.advertisement_type != BgpAdvertisementType::PodCidr {
                continue;
            }
            let path = FieldPath::root().keys("spec.advertisements").index(index).key("advertisementType");
            let message = "with `ipam.mode: multi-pool` there is no network of a node to announce";
            let finding = Finding::new(&RULE, object.place(&path), message);
            findings.push(finding.help("use `CiliumPodIPPool` with a `selector`"));
        }
    }
}
