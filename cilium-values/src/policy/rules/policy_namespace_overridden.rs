//! CIL0516 policy-namespace-overridden.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// A network policy of a namespace selects endpoints of that namespace.
pub(super) static RULE: Rule = Rule {
    code: "CIL0516",
    name: "policy-namespace-overridden",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The `endpointSelector` of a `CiliumNetworkPolicy` names no other namespace than that of the policy.",
    why: "The agent puts the namespace of the policy in its place: the policy applies to other pods than those that are \
          meant, and only the agent's log says so.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': shop}}, ingress: [{}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: shop}
spec: {endpointSelector: {}, ingress: [{}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/utils/utils.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    if subject.kind != "CiliumNetworkPolicy" {
        return;
    }
    let Some(own) = subject.object.get("metadata").map(|metadata| metadata.text("namespace")) else { return };
    for rule in subject.rules() {
        let Some(labels) = rule.part.get("endpointSelector").and_then(|part| part.get("matchLabels")) else {
            continue;
        };
        for key in NAMESPACE {
            let other = labels.text(key);
            // A policy without a namespace gets the one that it is applied to.
            if other.is_empty() || other == own || own.is_empty() {
                continue;
            }
            let message = format!("the policy of `{own}` cannot select endpoints of `{other}`");
            subject
                .report(&RULE, labels.path.clone().key(key), message)
                .help_with("move the policy to that namespace, or use a `CiliumClusterwideNetworkPolicy`");
        }
    }
}

/// The label that says in which namespace a pod is, with and without where it comes from.
const NAMESPACE: [&str; 3] =
    ["k8s:io.kubernetes.pod.namespace", "io.kubernetes.pod.namespace", "any:io.kubernetes.pod.namespace"];
