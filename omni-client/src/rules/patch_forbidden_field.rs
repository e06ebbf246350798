//! OMN0201 patch-forbidden-field.

use manifest::{Rule, Severity};

/// A patch leaves alone what Omni sets itself.
pub static PATCH_FORBIDDEN_FIELD: Rule = Rule {
    code: "OMN0201",
    name: "patch-forbidden-field",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A patch does not name a field that Omni keeps for itself: secrets, certificates, the type of the machine, the name and address of the cluster, the list of extensions. Naming it is enough, also with nothing behind it.",
    why: "Omni refuses the patch: `overriding \"machine.install.extensions\" is not allowed in the config patch`.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    machine:
      install:
        extensions: [{image: ghcr.io/siderolabs/i915:20250509}]
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
      install:
        wipe: true
",
    source: "`client/pkg/omni/resources/omni/config_patch.go`",
};
