//! CIL0126 bgp-without-announcements.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The first BGP speaker announces something.
pub(super) static RULE: Rule = Rule {
    code: "CIL0126",
    name: "bgp-without-announcements",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The first BGP speaker announces something.",
    why: "The chart of 1.16 does not render; later ones have no such speaker.",
    bad: "\
bgp: {enabled: true}
",
    good: "\
bgp: {enabled: true, announce: {podCIDR: true}}
",
    source: "cilium/cilium, chart, templates/cilium-configmap.yaml",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let bgp = &subject.effective.bgp;
    let announces = bgp.announce.loadbalancer_ip.is_true() || bgp.announce.pod_cidr.is_true();
    if bgp.enabled.is_true() && !announces && !subject.cilium.is_at_least(17) && subject.has_config_map() {
        subject
            .report(&RULE, "bgp.announce", "BGP is on and announces nothing")
            .upstream("BGP was enabled, but no announcements were enabled. Please enable one or more announcements.")
            .help_with("set `bgp.announce.loadbalancerIP: true`");
    }
}
