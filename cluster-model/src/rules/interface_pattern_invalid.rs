//! CLU0409 interface-pattern-invalid.

use manifest::{Finding, Rule, Severity};

use crate::estate::Estate;

/// Every pattern of an announcement policy is a regular expression that Go takes.
pub(super) static RULE: Rule = Rule {
    code: "CLU0409",
    name: "interface-pattern-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every pattern of an announcement policy is a regular expression that Go takes.",
    why: "Cilium drops a policy with a pattern that it cannot read: nobody announces its addresses, and only a condition on the resource says so.",
    bad: r#"cilium:
  l2: {default-l2-policy: {interfaces: ["^(?!wlan).*"]}}
"#,
    good: r#"cilium:
  l2: {default-l2-policy: {interfaces: ["^e"]}}
"#,
    source: "cilium/cilium, pkg/l2announcer, condition `io.cilium/bad-interface-regex`; Go, package regexp/syntax",
};

pub(super) fn check(estate: &Estate, findings: &mut Vec<Finding>) {
    let policies = estate.cilium.iter().flat_map(|cilium| &cilium.policies);
    for pattern in policies.flat_map(|policy| &policy.interfaces) {
        if let Err(error) = pattern.read() {
            let message = format!("`{}` is not a pattern that Cilium can read: {error}", pattern.value);
            findings.push(
                Finding::new(&RULE, pattern.place.clone(), message)
                    .help("use Go's syntax for regular expressions: no look-around, no references"),
            );
        }
    }
}
