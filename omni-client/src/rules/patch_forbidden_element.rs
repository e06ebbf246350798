//! OMN0202 patch-forbidden-element.

use manifest::{Rule, Severity};

/// A patch gives nobody in the cluster the role of an administrator of Talos.
pub static PATCH_FORBIDDEN_ELEMENT: Rule = Rule {
    code: "OMN0202",
    name: "patch-forbidden-element",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`os:admin` is not among the roles that pods may have at the API of Talos.",
    why: "Omni keeps that role to itself and refuses the patch: `element \"os:admin\" is not allowed in field`.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    machine:
      features:
        kubernetesTalosAPIAccess:
          enabled: true
          allowedRoles: [os:admin]
",
    good: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    machine:
      features:
        kubernetesTalosAPIAccess:
          enabled: true
          allowedRoles: [os:reader]
",
    source: "`client/pkg/omni/resources/omni/config_patch.go`",
};
