//! CIL0404 object-refused.

use manifest::{Rule, Severity};

/// Every field has the type, the form and the bounds that the definition of its kind wants.
pub(crate) static OBJECT_REFUSED: Rule = Rule {
    code: "CIL0404",
    name: "object-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every field has the type, the form and the bounds that the definition of its kind wants.",
    why: "The API server refuses the object.",
    bad: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example}
spec: {endpointSelector: {}, ingress: [{fromEntities: [everyone]}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: example}
spec: {endpointSelector: {}, ingress: [{fromEntities: [world]}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/client/crds; Kubernetes, apiextensions-apiserver",
};
