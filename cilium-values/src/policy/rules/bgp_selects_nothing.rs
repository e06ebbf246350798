//! CIL0532 bgp-selects-nothing.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// An advertisement of services or pools says which ones.
pub(super) static RULE: Rule = Rule {
    code: "CIL0532",
    name: "bgp-selects-nothing",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "An advertisement of services or pools says which ones.",
    why: "Without a selector none is meant, not all: no route is announced, and nothing reports it.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumBGPAdvertisement
metadata: {name: example, labels: {a: b}}
spec: {advertisements: [{advertisementType: Service, service: {addresses: [LoadBalancerIP]}}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumBGPAdvertisement
metadata: {name: example, labels: {a: b}}
spec: {advertisements: [{advertisementType: Service, service: {addresses: [LoadBalancerIP]}, selector: {matchExpressions: [{key: none, operator: NotIn, values: [none]}]}}]}
",
    source: "cilium/cilium, pkg/bgpv1/manager/reconcilerv2/service.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.kind != "CiliumBGPAdvertisement" {
        return;
    }
    let Some(spec) = subject.object.get("spec") else { return };
    for advertisement in spec.items("advertisements") {
        let kind = advertisement.text("advertisementType");
        let is_selecting = matches!(kind, "Service" | "CiliumPodIPPool");
        if is_selecting && advertisement.get("selector").is_none() {
            subject
                .report(&RULE, advertisement.path, format!("without `selector` no {kind} is announced"))
                .help_with("for all of them select `matchExpressions: [{key: none, operator: NotIn, values: [none]}]`");
        }
    }
}
