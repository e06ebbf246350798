//! CIL0503 policy-selector-unclear.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// A rule selects either pods or nodes, and one in a namespace selects pods.
pub(super) static RULE: Rule = Rule {
    code: "CIL0503",
    name: "policy-selector-unclear",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A rule selects either pods or nodes, and one in a namespace selects pods.",
    why: "The agent refuses the whole policy: it is stored and not enforced, and only its status says \
          so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {nodeSelector: {}, ingress: [{}]}
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
    for rule in subject.rules() {
        let (pods, nodes) = (rule.part.get("endpointSelector"), rule.part.get("nodeSelector"));
        let (message, words, help) = match (pods.is_some(), nodes.is_some()) {
            (false, false) => (
                "the rule selects neither pods nor nodes",
                format!("{}rule must have one of EndpointSelector or NodeSelector", rule.prefix),
                "write `endpointSelector: {}` for all pods",
            ),
            (true, true) => (
                "the rule selects both pods and nodes",
                format!("{}rule cannot have both EndpointSelector and NodeSelector", rule.prefix),
                "make two rules of it",
            ),
            // Up to 1.17 nobody looks at `specs` here.
            (false, true)
                if subject.kind == "CiliumNetworkPolicy"
                    && (subject.cilium.is_at_least(18) || rule.prefix.ends_with("spec: ")) =>
            {
                (
                    "a policy in a namespace cannot select nodes",
                    "Invalid CiliumNetworkPolicy spec: rule cannot have NodeSelector".to_owned(),
                    "use a `CiliumClusterwideNetworkPolicy`",
                )
            }
            _ => continue,
        };
        let path = nodes.map_or(rule.part.path, |nodes| nodes.path);
        subject.report(&RULE, path, message).upstream(words).help_with(help);
    }
}
