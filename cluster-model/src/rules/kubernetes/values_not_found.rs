//! CLU0818 values-not-found.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

pub(in crate::rules) static RULE: Rule = Rule {
    code: "CLU0818",
    name: "values-not-found",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The values that a release takes from a file or a `ConfigMap` are in the repository.",
    why: "Argo CD and Flux stop at values that they do not find: nothing of the release is applied any more. Where they lie in another repository, nobody here sees what they say, and what is checked is only half of it.",
    bad: concat!(
        chart_of_file!("charts/crowdsce.yaml"),
        "### charts/crowdsec.yaml\ncontainer_runtime: containerd\n"
    ),
    good: concat!(
        chart_of_file!("charts/crowdsec.yaml"),
        "### charts/crowdsec.yaml\ncontainer_runtime: containerd\n"
    ),
    source: "Argo CD documentation, Helm, Ignore Missing Value Files; Flux documentation, HelmRelease, Values references",
};

pub(in crate::rules) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    for release in &estate.releases {
        for missing in &release.not_found {
            let message = format!(
                "`{}` takes values from {}, which is not in this repository",
                release.name, missing.value
            );
            findings.push(Finding::new(&RULE, missing.place.clone(), message).help(
                "correct the name or add the values; where they lie elsewhere, check a copy of both together",
            ));
        }
    }
}
