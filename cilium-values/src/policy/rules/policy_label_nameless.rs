//! CIL0515 policy-label-nameless.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// Labels of a rule have a key.
pub(super) static RULE: Rule = Rule {
    code: "CIL0515",
    name: "policy-label-nameless",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Labels of a rule have a key.",
    why: "The agent cannot read the policy: it is stored and not enforced.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {labels: [{key: '', value: web}], endpointSelector: {}, ingress: [{}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {labels: [{key: app, value: web}], endpointSelector: {}, ingress: [{}]}
",
    source: "cilium/cilium, pkg/labels/labels.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    for rule in subject.rules() {
        for label in rule.part.items("labels").filter(|label| label.text("key").is_empty()) {
            subject
                .report(&RULE, label.path, "a label of the rule has no key")
                .upstream("invalid Label: ")
                .help_with("write `key`, or remove the label");
        }
    }
}
