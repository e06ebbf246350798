//! CIL0614 service-class-unhandled.

use manifest::{FieldPath, Finding, Rule, Severity};

use crate::lb::Handler;
use crate::objects::{Objects, Solved};

/// What the class of a service leaves to Cilium is switched on.
pub(super) static RULE: Rule = Rule {
    code: "CIL0614",
    name: "service-class-unhandled",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The feature that `loadBalancerClass` names, if it is one of Cilium's, is on in the chart's values.",
    why: "Nobody gives the service an address, and nothing says why.",
    bad: "\
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: LoadBalancer, loadBalancerClass: io.cilium/node, ports: [{port: 80}]}
",
    good: "\
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: LoadBalancer, loadBalancerClass: io.cilium/l2-announcer, ports: [{port: 80}]}
",
    source: "cilium/cilium, operator/pkg/lbipam/lbipam.go, isResponsible; operator/pkg/nodeipam",
};

pub(in crate::objects) fn check(objects: &Objects<'_>, solved: &Solved, findings: &mut Vec<Finding>) {
    for (service, handler) in objects.services.iter().zip(&solved.handlers) {
        let Handler::Off(key) = handler else { continue };
        let message = format!("nobody gives `{}` an address: `{key}` is off", service.name());
        let place = service.place(&FieldPath::root().keys("spec.loadBalancerClass"));
        findings.push(
            Finding::new(&RULE, place, message)
                .help(format!("set `{key}: true` in the chart's values, or another class")),
        );
    }
}
