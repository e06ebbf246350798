//! CIL0606 interface-pattern-refused.

use manifest::{FieldPath, Finding, Rule, Severity};

use super::Subject;
use crate::l2::InterfacePattern;

/// Every pattern of an announcement policy is one that Go takes.
pub(super) static RULE: Rule = Rule {
    code: "CIL0606",
    name: "interface-pattern-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every entry of `interfaces` is a regular expression as Go reads them: without look-ahead, look-behind and \
             references to groups.",
    why: "One pattern that Go refuses, and the agents drop the policy with all its patterns: nobody answers ARP. Only a \
          condition of the policy says so.",
    bad: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {interfaces: ['^(?!lo).*$'], loadBalancerIPs: true}
",
    good: "\
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {name: lab}
spec: {interfaces: ['^(eth|en)'], loadBalancerIPs: true}
",
    source: "cilium/cilium, pkg/l2announcer/l2announcer.go, `io.cilium/bad-interface-regex`; Go, regexp/syntax",
};

pub(in crate::objects) fn check(subject: &Subject<'_, '_>, findings: &mut Vec<Finding>) {
    for policy in &subject.objects.policies {
        for (index, pattern) in policy.object.spec.interfaces.iter().enumerate() {
            let Err(error) = pattern.parse::<InterfacePattern>() else { continue };
            let place = policy.place(&FieldPath::root().keys("spec.interfaces").index(index));
            let finding = if error.is_refused {
                let message = format!("the agents drop the policy `{}`: {error}", policy.name());
                Finding::new(&RULE, place, message).help(cure(pattern))
            } else {
                let message = format!("whether the agents take this pattern is not known here: {error}");
                let finding = Finding::new(&RULE, place, message).help("write it more simply");
                Finding { severity: Severity::Warning, ..finding }
            };
            findings.push(finding);
        }
    }
}

/// What to do about a pattern that Go refuses.
fn cure(pattern: &str) -> &'static str {
    let looks_around = ["(?=", "(?!", "(?<=", "(?<!"].iter().any(|start| pattern.contains(start));
    if looks_around {
        "list what may match, not what may not"
    } else {
        "write it as Go reads regular expressions, such as `^eth[0-9]+$`"
    }
}
