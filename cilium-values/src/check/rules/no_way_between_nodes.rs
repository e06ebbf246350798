//! CIL0205 no-way-between-nodes.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::RoutingMode;
use crate::values::common::BoolOrText;

/// With native routing somebody brings packets to the pods of other nodes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0205",
    name: "no-way-between-nodes",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "With native routing somebody brings packets to the pods of other nodes.",
    why: "Without direct routes, BGP or a cloud that routes, pods of different nodes do not reach each \
          other. Nothing reports it.",
    bad: "\
routingMode: native
ipv4NativeRoutingCIDR: 10.244.0.0/16
",
    good: "\
routingMode: native
ipv4NativeRoutingCIDR: 10.244.0.0/16
autoDirectNodeRoutes: true
",
    source: "cilium/cilium, Documentation/network/concepts/routing.rst",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let has_routes = values.auto_direct_node_routes.get().and_then(BoolOrText::as_bool) == Some(true);
    let is_cloud =
        [&values.eni.enabled, &values.azure.enabled, &values.alibabacloud.enabled, &values.gke.enabled]
            .iter()
            .any(|enabled| enabled.is_true());
    let has_way = has_routes || is_cloud || values.bgp_control_plane.enabled.is_true();
    if values.routing_mode.value() == Some(RoutingMode::Native) && !has_way {
        let message =
            "native routing without direct routes, BGP or a cloud: nothing here leads to pods of other nodes";
        subject
            .report(&RULE, "routingMode", message)
            .help_with("set `autoDirectNodeRoutes: true` where all nodes share a network segment");
    }
}
