//! CLU0504 versions-known-bad.

use manifest::{Finding, Rule, Severity};

use crate::estate::{CiliumEstate, Estate};

pub(super) static RULE: Rule = Rule {
    code: "CLU0504",
    name: "versions-known-bad",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The declared versions of Talos and Cilium are no pair that is reported to fail.",
    why: "Others have lost the network of their machines with exactly these two.",
    bad: "\
versions: {talos: 1.12.7, cilium: 1.19.0}
cilium: {values: {externalIPs: null}}
",
    good: "\
versions: {talos: 1.12.6, cilium: 1.19.0}
cilium: {values: {externalIPs: null}}
",
    source: "cilium/cilium issue 46010",
};

/// Pairs that fail while Cilium replaces kube-proxy: a version of Talos, a minor of Cilium, the report.
const BAD: [(&str, u64, &str); 1] = [("1.12.7", 19, "cilium/cilium issue 46010")];

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let (Some(talos), Some(version)) = (&estate.versions.talos, &estate.versions.cilium) else { return };
    let replaces = estate.cilium.as_ref().is_some_and(CiliumEstate::replaces_kube_proxy);
    for (bad, minor, report) in BAD {
        if replaces && talos.value.to_string() == bad && version.minor() == minor {
            let message =
                format!("Cilium 1.{minor} is reported to take the network of Talos {bad} down ({report})");
            findings.push(
                Finding::new(&RULE, version.place.clone(), message)
                    .related(talos.place.clone(), "the version of Talos")
                    .help("stay below one of the two until the report is closed"),
            );
        }
    }
}
