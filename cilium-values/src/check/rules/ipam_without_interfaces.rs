//! CIL0116 ipam-without-interfaces.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::RoutingMode;
use crate::values::ipam::IpamMode;

/// IPAM of a cloud has the interfaces of that cloud, and native routing.
pub(super) static RULE: Rule = Rule {
    code: "CIL0116",
    name: "ipam-without-interfaces",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "IPAM of a cloud has the interfaces of that cloud, and native routing.",
    why: "The chart does not render, or the agent does not start.",
    bad: "\
ipam: {mode: eni}
",
    good: "\
ipam: {mode: eni}
eni: {enabled: true}
routingMode: native
",
    source: "cilium/cilium, chart, templates/validate.yaml; cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let mode = values.ipam.mode.value();
    if mode == Some(IpamMode::Eni) && !values.eni.enabled.is_true() {
        let message = "`ipam.mode` is `eni`, and `eni.enabled` is not on";
        let is_refused = subject.cilium.is_at_least(20);
        let mut report = subject.report(&RULE, "ipam.mode", message);
        if is_refused {
            report = report.upstream("ipam.mode=eni requires eni.enabled=true");
        }
        report.help_with("set `eni.enabled: true`");
    } else if matches!(mode, Some(IpamMode::Eni | IpamMode::AlibabaCloud))
        && values.routing_mode.value() != Some(RoutingMode::Native)
    {
        let message = "addresses of a cloud's interfaces are routed by the cloud, not by tunnels";
        subject.report(&RULE, "ipam.mode", message).help_with("set `routingMode: native`");
    }
}
