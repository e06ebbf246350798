//! CLU0805 container-runtime-wrong.

use manifest::{Finding, Fix, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0805",
    name: "container-runtime-wrong",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No chart is told that the container runtime is Docker or CRI-O.",
    why: "Talos runs containerd, which writes logs in the form of the CRI: what parses them as Docker's finds nothing, and says nothing.",
    bad: application!(
        "crowdsec",
        "          container_runtime: docker
"
    ),
    good: application!(
        "crowdsec",
        "          container_runtime: containerd
"
    ),
    source: "derio-net/frank, agents/rules/hop-gotchas.md",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for release in &estate.releases {
        for field in release.layers().into_iter().flat_map(|layer| layer.scalars()) {
            let key: String = field.name().chars().filter(char::is_ascii_alphanumeric).collect();
            let value = field.text().unwrap_or_default().to_ascii_lowercase();
            let is_wrong = matches!(&*value, "docker" | "dockerd" | "crio" | "cri-o");
            if is_wrong && key.to_ascii_lowercase().ends_with("containerruntime") {
                let message = format!("`{}` is told that Talos runs `{value}`", release.name);
                let place = field.place();
                let span = place.span;
                let finding = Finding::new(&RULE, place, message).help("say `containerd`");
                findings.push(match span {
                    Some(span) => finding.fix(Fix {
                        title: "write `containerd`".to_owned(),
                        span,
                        replacement: "containerd".to_owned(),
                    }),
                    None => finding,
                });
            }
        }
    }
}
