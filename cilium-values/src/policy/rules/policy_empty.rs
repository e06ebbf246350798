//! CIL0501 policy-empty.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// A network policy has rules, and each rule says something about traffic.
pub(super) static RULE: Rule = Rule {
    code: "CIL0501",
    name: "policy-empty",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A network policy has rules, and each rule says something about traffic.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: []}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{}]}
",
    source: "cilium/cilium, pkg/policy/api/rule_validation.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if !subject.is_network_policy() {
        return;
    }
    let kind = subject.kind;
    if subject.object.get("spec").is_none() && subject.object.get("specs").is_none() {
        subject
            .report(&RULE, subject.object.path.clone(), format!("the {kind} has neither `spec` nor `specs`"))
            .upstream(format!("Invalid {kind} spec(s): empty policy"))
            .help_with("write its rule below `spec`");
    }
    if !subject.cilium.is_at_least(17) {
        return;
    }
    let sections = ["ingress", "ingressDeny", "egress", "egressDeny"];
    for rule in subject.rules() {
        if sections.iter().all(|key| rule.part.count(key) == 0) {
            subject
                .report(
                    &RULE,
                    rule.part.path,
                    "the rule says nothing about traffic: all its sections are empty",
                )
                .upstream(format!(
                    "{}rule must have at least one of Ingress, IngressDeny, Egress, EgressDeny",
                    rule.prefix
                ))
                .help_with("write `ingress: [{}]` to allow all, and `ingressDeny: [{}]` to deny all");
        }
    }
}
