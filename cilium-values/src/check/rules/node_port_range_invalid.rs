//! CIL0210 node-port-range-invalid.

use manifest::{Rule, Severity};

use crate::check::Subject;

/// The range of node ports is two ports with a comma between them.
pub(super) static RULE: Rule = Rule {
    code: "CIL0210",
    name: "node-port-range-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The range of node ports is two ports with a comma between them.",
    why: "The chart renders, and the agent dies while it reads its settings.",
    bad: "\
nodePort: {range: 30000-32767}
",
    good: "\
nodePort: {range: \"30000,32767\"}
",
    source: "cilium/cilium, pkg/loadbalancer/config.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let text = subject.effective.node_port.range.text().to_owned();
    let ends =
        text.split_once(',').map(|(least, most)| (least.trim().parse::<u16>(), most.trim().parse::<u16>()));
    let is_valid = matches!(ends, Some((Ok(least), Ok(most))) if least < most);
    if !text.is_empty() && !is_valid {
        let message = format!("`nodePort.range` is `{text}`, not two ports with a comma between them");
        subject
            .report(&RULE, "nodePort.range", message)
            .help_with("write `\"30000,32767\"`, the same range as the API server's");
    }
}
