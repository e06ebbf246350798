//! CIL0212 map-size-out-of-range.

use manifest::{Rule, Severity};

use crate::check::Subject;
use crate::values::common::NumberOrText;

/// Maps of the datapath have sizes that the agent takes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0212",
    name: "map-size-out-of-range",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Maps of the datapath have sizes that the agent takes.",
    why: "The agent does not start; a policy map that is too large is lowered.",
    bad: "\
bpf: {ctTcpMax: 100}
",
    good: "\
bpf: {ctTcpMax: 65536}
",
    source: "cilium/cilium, pkg/option",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let bpf = &subject.effective.bpf;
    let sizes = [
        ("bpf.ctTcpMax", bpf.ct_tcp_max.value(), 1024, 16_777_216),
        ("bpf.ctAnyMax", bpf.ct_any_max.value(), 1024, 16_777_216),
        ("bpf.natMax", bpf.nat_max.value(), 1024, 16_777_216),
        ("bpf.policyMapMax", bpf.policy_map_max.value(), 256, 65536),
        ("bpf.authMapMax", bpf.auth_map_max.value(), 256, 16_777_216),
        ("bpf.lbMapMax", bpf.lb_map_max.value(), 1, i64::MAX),
    ];
    let ratio = match bpf.map_dynamic_size_ratio.get() {
        Some(NumberOrText::Number(ratio)) => Some(Ok(*ratio)),
        Some(NumberOrText::Text(text)) if !text.is_empty() => {
            Some(text.parse::<f64>().map_err(|_| text.as_str()))
        }
        _ => None,
    };
    let needs_ratio = bpf.distributed_lru.enabled.is_true() && ratio.is_none();
    for (path, size, least, most) in sizes {
        // 0 leaves the size to the agent.
        if let Some(size) = size.filter(|size| *size != 0 && !(least..=most).contains(size)) {
            let message = format!("`{path}` is {size}, not from {least} to {most}");
            subject.report(&RULE, path, message).help_with("choose a size in that range, or leave it out");
        }
    }
    if let Some(ratio) = ratio.filter(|ratio| !ratio.is_ok_and(|ratio| (0.0..=1.0).contains(&ratio))) {
        let found = match ratio {
            Ok(number) => number.to_string(),
            Err(text) => format!("`{text}`"),
        };
        let message = format!("`bpf.mapDynamicSizeRatio` is {found}, no number above 0 and at most 1");
        subject.report(&RULE, "bpf.mapDynamicSizeRatio", message).help_with("0.0025 is what the chart has");
    }
    if needs_ratio && subject.values.bpf.distributed_lru.enabled.is_true() && has_no_default(subject) {
        let message = "`bpf.distributedLRU` needs `bpf.mapDynamicSizeRatio`";
        subject
            .report(&RULE, "bpf.distributedLRU.enabled", message)
            .help_with("set `bpf.mapDynamicSizeRatio: 0.08`");
    }
}

/// The chart fills the ratio in, unless the cluster is said to be older than that.
fn has_no_default(subject: &Subject<'_>) -> bool {
    matches!(subject.effective.upgrade_compatibility.text(), "1.6" | "1.7")
}
