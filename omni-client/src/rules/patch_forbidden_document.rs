//! OMN0203 patch-forbidden-document.

use manifest::{Rule, Severity};

/// A patch holds no document that Omni writes itself.
pub static PATCH_FORBIDDEN_DOCUMENT: Rule = Rule {
    code: "OMN0203",
    name: "patch-forbidden-document",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "No document of a patch is of a kind that Omni keeps for itself, not even one that only deletes. Since Omni 1.10.",
    why: "Omni refuses the patch: `the \"KubeClusterConfig\" document is not allowed in the config patch`.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    apiVersion: v1alpha1
    kind: KubeClusterConfig
    clusterName: other
",
    good: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    apiVersion: v1alpha1
    kind: HostnameConfig
    auto: stable
",
    source: "`client/pkg/omni/resources/omni/config_patch.go`",
};
