//! CIL0119 native-routing-cidr-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::RoutingMode;
use crate::values::ipam::IpamMode;

/// With native routing the network is known in which pods are not masqueraded.
pub(super) static RULE: Rule = Rule {
    code: "CIL0119",
    name: "native-routing-cidr-missing",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "With native routing the network is known in which pods are not masqueraded.",
    why: "The chart of 1.18 and later refuses in some cases; in all of them the agent does not start.",
    bad: "\
routingMode: native
autoDirectNodeRoutes: true
",
    good: "\
routingMode: native
autoDirectNodeRoutes: true
ipv4NativeRoutingCIDR: 10.244.0.0/16
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml; cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    let cloud = matches!(values.ipam.mode.value(), Some(IpamMode::Eni | IpamMode::AlibabaCloud));
    let from_pool = values.native_routing_cidr_from_cluster_pool.is_true();
    if values.routing_mode.value() != Some(RoutingMode::Native)
        || values.ip_masq_agent.enabled.is_true()
        || cloud
        || from_pool
    {
        return;
    }
    let families = [
        (
            &values.ipv4,
            values.enable_ipv4_masquerade.is_false(),
            values.ipv4_native_routing_cidr.text(),
            "ipv4NativeRoutingCIDR",
        ),
        (
            &values.ipv6,
            values.enable_ipv6_masquerade.is_false(),
            values.ipv6_native_routing_cidr.text(),
            "ipv6NativeRoutingCIDR",
        ),
    ];
    let lacking: Vec<&str> = families
        .iter()
        .filter(|(family, is_bare, cidr, _)| family.enabled.is_true() && !is_bare && cidr.is_empty())
        .map(|(.., path)| *path)
        .collect();
    for path in lacking {
        let message = format!("native routing wants `{path}`, or no masquerading");
        subject.report(&RULE, path, message).help_with("set it to a network that holds all pods");
    }
}
