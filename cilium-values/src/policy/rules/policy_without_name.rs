//! CIL0502 policy-without-name.

use manifest::{Rule, Severity};

use crate::policy::Subject;

/// A network policy has a name.
pub(super) static RULE: Rule = Rule {
    code: "CIL0502",
    name: "policy-without-name",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A network policy has a name.",
    why: "The API server refuses it unless it makes the name up itself, and so does the agent.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {namespace: default}
spec: {endpointSelector: {}, ingress: [{}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example, namespace: default}
spec: {endpointSelector: {}, ingress: [{}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/v2/cnp_types.go",
};

pub(super) fn check(subject: &mut Subject<'_>) {
    let Some(metadata) = subject.object.get("metadata").filter(|_| subject.is_network_policy()) else {
        return;
    };
    if metadata.text("name").is_empty() && metadata.text("generateName").is_empty() {
        let kind = subject.kind;
        subject
            .report(&RULE, metadata.path, format!("the {kind} has no name"))
            .upstream(format!("{kind} must have name"))
            .help_with("give it a name");
    }
}
