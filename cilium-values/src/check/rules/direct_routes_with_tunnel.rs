//! CIL0204 direct-routes-with-tunnel.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::common::BoolOrText;

/// Direct routes between nodes are not combined with tunnels.
pub(super) static RULE: Rule = Rule {
    code: "CIL0204",
    name: "direct-routes-with-tunnel",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Direct routes between nodes are not combined with tunnels.",
    why: "The agent does not start.",
    bad: "\
autoDirectNodeRoutes: true
",
    good: "\
autoDirectNodeRoutes: true
routingMode: native
ipv4NativeRoutingCIDR: 10.244.0.0/16
",
    source: "cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let has_routes = values.auto_direct_node_routes.get().and_then(BoolOrText::as_bool) == Some(true);
    if has_routes && subject.uses_tunnels() {
        let message = "`autoDirectNodeRoutes` is on, and packets go through tunnels";
        subject
            .report(&RULE, "autoDirectNodeRoutes", message)
            .help_with("set `routingMode: native`, or turn it off");
    } else if !has_routes && values.direct_routing_skip_unreachable.is_true() {
        let message = "`directRoutingSkipUnreachable` skips nodes of direct routes that are off";
        subject
            .report(&RULE, "directRoutingSkipUnreachable", message)
            .help_with("set `autoDirectNodeRoutes: true`");
    }
}
