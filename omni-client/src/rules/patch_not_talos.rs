//! OMN0204 patch-not-talos.

use manifest::{Rule, Severity};

/// A patch is machine configuration.
pub static PATCH_NOT_TALOS: Rule = Rule {
    code: "OMN0204",
    name: "patch-not-talos",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The text of a patch is YAML, holds at least one document with something in it, and is what Talos takes for configuration.",
    why: "Omni refuses the patch: `config not found` for one that holds nothing but comments, or what Talos says to it.",
    bad: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    # machine: {}
",
    good: "\
metadata:
  namespace: default
  type: ConfigPatches.omni.sidero.dev
  id: 300-patch
  labels: {omni.sidero.dev/cluster: frank}
spec:
  data: |
    machine: {}
",
    source: "`client/pkg/omni/resources/omni/config_patch.go`; Talos, `pkg/machinery/config/configloader`",
};
