//! CIL0118 routing-mode-of-cloud.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::RoutingMode;

/// Clusters of Google route natively, those of Azure with a plugin of one's own by tunnels.
pub(super) static RULE: Rule = Rule {
    code: "CIL0118",
    name: "routing-mode-of-cloud",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Clusters of Google route natively, those of Azure with a plugin of one's own by tunnels.",
    why: "The chart does not render.",
    bad: "\
gke: {enabled: true}
routingMode: tunnel
",
    good: "\
gke: {enabled: true}
routingMode: native
ipv4NativeRoutingCIDR: 10.0.0.0/8
autoDirectNodeRoutes: true
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let mode = values.routing_mode.value().unwrap_or(RoutingMode::Unset);
    let (cloud, needed) = if values.gke.enabled.is_true() {
        ("gke", RoutingMode::Native)
    } else if values.aksbyocni.enabled.is_true() {
        ("aksbyocni", RoutingMode::Tunnel)
    } else {
        return;
    };
    if subject.has_config_map() && mode != RoutingMode::Unset && mode != needed {
        let message = format!("`{cloud}.enabled` needs the routing mode `{}`", needed.as_str());
        subject
            .report(&RULE, "routingMode", message)
            .upstream(format!("RoutingMode must be set to {} when {cloud}.enabled=true", needed.as_str()))
            .help_with(format!("set `routingMode: {}`", needed.as_str()));
    }
}
