//! TAL0109 patch-refused.

use manifest::{Rule, Severity};

/// A patch can be applied to the configuration that it is for.
pub static PATCH_REFUSED: Rule = Rule {
    code: "TAL0109",
    name: "patch-refused",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "A patch can be applied to the configuration that it is for.",
    why: "Talos refuses the whole change.",
    bad: "\
### config.yaml
machine:
  type: worker
### patch.yaml
machine:
  sysctls:
    vm.swappiness:
      $patch: delete
",
    good: "\
### config.yaml
machine:
  sysctls:
    vm.swappiness: \"60\"
### patch.yaml
machine:
  sysctls:
    vm.swappiness:
      $patch: delete
",
    source: "siderolabs/talos, `configpatcher`, `configloader/internal/decoder/selector.go`",
};
