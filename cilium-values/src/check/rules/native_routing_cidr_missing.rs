//! CIL0119 native-routing-cidr-missing.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::RoutingMode;
use crate::values::Setting;
use crate::values::common::TextOrList;
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
    let is_new = subject.cilium.is_at_least(18);
    let is_native = values.routing_mode.value() == Some(RoutingMode::Native);
    // Since 1.19 the switch for network interfaces of AWS sets the mode, too.
    let is_eni = subject.cilium.is_at_least(19) && values.eni.enabled.is_true();
    let mode = if is_eni { Some(IpamMode::Eni) } else { values.ipam.mode.value() };
    let is_cloud = matches!(mode, Some(IpamMode::Eni | IpamMode::AlibabaCloud));
    let is_pool = matches!(mode, None | Some(IpamMode::ClusterPool));
    let from_pool = subject.cilium.is_at_least(20) && values.native_routing_cidr_from_cluster_pool.is_true();
    let is_rendered = subject.has_config_map();
    let pools = &values.ipam.operator;
    let size = |list: &Setting<TextOrList>| list.get().map_or(0, |list| list.iter().count());
    let families = [
        Family {
            number: 4,
            is_on: values.ipv4.enabled.is_true(),
            masquerades: &values.enable_ipv4_masquerade,
            cidr: values.ipv4_native_routing_cidr.text(),
            pools: size(&pools.cluster_pool_ipv4_pod_cidr_list),
            is_spared: is_cloud,
        },
        Family {
            number: 6,
            is_on: values.ipv6.enabled.is_true(),
            masquerades: &values.enable_ipv6_masquerade,
            cidr: values.ipv6_native_routing_cidr.text(),
            pools: size(&pools.cluster_pool_ipv6_pod_cidr_list),
            is_spared: false,
        },
    ];
    for family in families.iter().filter(|family| family.is_on && family.cidr.is_empty()) {
        let path = format!("ipv{}NativeRoutingCIDR", family.number);
        let lists = format!("ipam.operator.clusterPoolIPv{}PodCIDRList", family.number);
        if from_pool && is_pool && family.pools != 1 {
            let message = format!(
                "the network of native routing is to be that of the pool, of which there are {}",
                family.pools
            );
            let words = format!(
                "nativeRoutingCIDRFromClusterPool requires exactly one CIDR in {lists}; set {path} explicitly instead"
            );
            subject
                .report(&RULE, &lists, message)
                .upstream_if(is_rendered, words)
                .help_with(format!("keep one network, or set `{path}`"));
        }
        // What is absent masquerades to the agent, and not to the chart.
        let masquerades = !family.masquerades.is_false();
        if is_native
            && masquerades
            && !(family.is_spared || values.ip_masq_agent.enabled.is_true() || from_pool && is_pool)
        {
            let message = format!("native routing wants `{path}`, or no masquerading");
            let blank = if family.number == 4 { " " } else { "" };
            let is_refused = is_new && family.masquerades.is_true() && is_rendered;
            subject
                .report(&RULE, &path, message)
                .upstream_if(is_refused, format!("{blank}{path} must be set when routingMode is native"))
                .help_with("set it to a network that holds all pods");
        }
    }
}

/// What counts in one family of addresses.
struct Family<'a> {
    number: u8,
    is_on: bool,
    masquerades: &'a Setting<bool>,
    cidr: &'a str,
    pools: usize,
    is_spared: bool,
}
