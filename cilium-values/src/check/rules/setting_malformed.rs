//! CIL0224 setting-malformed.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::bgp_control_plane::RouterIdMode;

/// Settings have the form that the agent reads.
pub(super) static RULE: Rule = Rule {
    code: "CIL0224",
    name: "setting-malformed",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Settings that the chart hands on as they are have the form that the agent reads.",
    why: "The chart renders, and the agent does not start or does nothing about it.",
    bad: "\
MTU: -5
",
    good: "\
MTU: 1450
",
    source: "cilium/cilium, pkg/option; cilium/cilium, pkg/datapath/tunnel; cilium/cilium, pkg/mtu",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let values = subject.effective;
    if let Some(mtu) = values.mtu.value().filter(|mtu| *mtu < 0) {
        subject
            .report(&RULE, "MTU", format!("no packet has {mtu} bytes"))
            .help_with("set it to 0, which leaves the size to the agent, or to that of the network");
    }
    let range = values.tunnel_source_port_range.text();
    if !range.is_empty() && !is_range(range) && subject.cilium.is_at_least(17) {
        subject.report(&RULE, "tunnelSourcePortRange", format!("`{range}` is no range of ports")).help_with(
            "write the first and the last port with `-` between them; `0-0` leaves it to the kernel",
        );
    }
    let limits = &values.bpf.events.default_;
    let (rate, burst) = (limits.rate_limit.value().unwrap_or(0), limits.burst_limit.value().unwrap_or(0));
    if (rate == 0) != (burst == 0) && subject.cilium.is_at_least(17) {
        let (missing, given) =
            if rate == 0 { ("rateLimit", "burstLimit") } else { ("burstLimit", "rateLimit") };
        subject
            .report(
                &RULE,
                &format!("bpf.events.default.{given}"),
                format!("`{given}` limits events together with `{missing}`, which is not set"),
            )
            .help_with(format!("set `bpf.events.default.{missing}` too"));
    }
    check_vtep(subject);
    let class = values.gateway_api.gateway_class.create.get().map(ToString::to_string).unwrap_or_default();
    if values.gateway_api.enabled.is_true() && !matches!(class.as_str(), "auto" | "true" | "false" | "") {
        subject
            .report(
                &RULE,
                "gatewayAPI.gatewayClass.create",
                format!("`{class}` is neither `auto` nor `true` nor `false`: no class of gateways is made"),
            )
            .help_with("set it to `auto`, or to `\"true\"` where the chart is rendered without a cluster");
    }
    let router_id = &values.bgp_control_plane.router_id_allocation;
    let is_from_pool = router_id.mode.value() == Some(RouterIdMode::IpPool) && subject.cilium.is_at_least(18);
    if values.bgp_control_plane.enabled.is_true() && is_from_pool && router_id.ip_pool.text().is_empty() {
        subject
            .report(
                &RULE,
                "bgpControlPlane.routerIDAllocation.mode",
                "the numbers of routers come from a pool, and no pool is given",
            )
            .help_with("set `bgpControlPlane.routerIDAllocation.ipPool` to a network of IPv4");
    }
    if values.hubble.enabled.is_true()
        && values.hubble.relay.enabled.is_true()
        && values.hubble.listen_address.text().is_empty()
    {
        subject
            .report(&RULE, "hubble.listenAddress", "the relay asks agents that listen nowhere")
            .help_with("set it to `:4244`");
    }
}

fn check_vtep(subject: &mut Subject<'_>) {
    let vtep = &subject.effective.vtep;
    if !vtep.enabled.is_true() {
        return;
    }
    let count = |text: &str| text.split_whitespace().count();
    let counts = [count(vtep.endpoint.text()), count(vtep.cidr.text()), count(vtep.mac.text())];
    let [endpoints, networks, macs] = counts;
    if endpoints != networks || networks != macs {
        let message = format!(
            "there are {endpoints} endpoints, {networks} networks and {macs} hardware addresses of tunnels"
        );
        subject.report(&RULE, "vtep.endpoint", message).help_with("give one of each for every device");
    } else if endpoints > MOST_VTEPS {
        let message = format!("there are {endpoints} devices, more than {MOST_VTEPS}");
        subject.report(&RULE, "vtep.endpoint", message).help_with("leave some of them out");
    }
}

/// Two ports with a dash between them; what follows is not read.
fn is_range(text: &str) -> bool {
    let port = |text: &str| text.parse::<u16>().is_ok();
    text.split_once('-').is_some_and(|(first, last)| port(first) && port(last))
}

/// Devices outside the cluster to which tunnels lead, at most.
const MOST_VTEPS: usize = 8;
