//! OMN0001 resource-shape.

use manifest::{Rule, Severity};

/// A resource has the two keys that Omni reads, and nothing else.
pub static RESOURCE_SHAPE: Rule = Rule {
    code: "OMN0001",
    name: "resource-shape",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A document that is a resource is a mapping of exactly `metadata` and `spec`, and both are mappings.",
    why: "`omnictl apply` refuses the document otherwise: `metadata or spec node is missing`, `expected 4 elements node, got 6`, \
          or for a spec with nothing in it `expected mapping node, got 8`.",
    bad: "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: frank-workers
    omni.sidero.dev/role-worker:
spec:
",
    good: "\
metadata:
  namespace: default
  type: MachineSetNodes.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
  labels:
    omni.sidero.dev/cluster: frank
    omni.sidero.dev/machine-set: frank-workers
    omni.sidero.dev/role-worker:
spec: {}
",
    source: "cosi-project/runtime, `pkg/resource/any.go`",
};
