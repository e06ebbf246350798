//! CIL0402 version-deprecated.

use manifest::{Rule, Severity};

/// The API version of an object is not on its way out.
pub(crate) static VERSION_DEPRECATED: Rule = Rule {
    code: "CIL0402",
    name: "version-deprecated",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The API version of an object is not on its way out.",
    why: "A later Cilium serves it no more; both versions store the same bytes, so changing it costs \
          nothing.",
    bad: "\
apiVersion: cilium.io/v2alpha1
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
