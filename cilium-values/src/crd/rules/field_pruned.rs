//! CIL0403 field-pruned.

use manifest::{Rule, Severity};

/// Every field of an object is one that its definition knows.
pub(crate) static FIELD_PRUNED: Rule = Rule {
    code: "CIL0403",
    name: "field-pruned",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every field of an object is one that its definition knows.",
    why: "The API server drops what it does not know without a word. A policy that lost its \
          `fromEntities` by a misspelling lets everyone in.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example}
spec: {endpointSelector: {}, ingress: [{fromentities: [cluster]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example}
spec: {endpointSelector: {}, ingress: [{fromEntities: [cluster]}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/client/crds; Kubernetes, apiextensions-apiserver",
};
