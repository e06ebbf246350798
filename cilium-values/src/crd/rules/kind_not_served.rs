//! CIL0401 kind-not-served.

use manifest::{Rule, Severity};

/// The version of Cilium serves the kind in the API version of the object.
pub(crate) static KIND_NOT_SERVED: Rule = Rule {
    code: "CIL0401",
    name: "kind-not-served",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The version of Cilium serves the kind in the API version of the object.",
    why: "The API server knows no such thing and refuses the object.",
    bad: "\
apiVersion: cilium.io/v3
kind: CiliumLoadBalancerIPPool
metadata: {name: example}
spec: {blocks: [{cidr: 10.0.0.0/24}]}
",
    good: "\
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {name: example}
spec: {blocks: [{cidr: 10.0.0.0/24}]}
",
    source: "cilium/cilium, pkg/k8s/apis/cilium.io/client/crds; Kubernetes, apiextensions-apiserver",
};
