//! TAL0108 delete-marker-misplaced.

use manifest::{Rule, Severity};

/// A delete marker says what is deleted.
pub static DELETE_MARKER_MISPLACED: Rule = Rule {
    code: "TAL0108",
    name: "delete-marker-misplaced",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "`$patch: delete` stands in a mapping below the document, in a list item beside a key that finds it, or in a whole document with `apiVersion` and `kind`.",
    why: "Talos refuses the patch.",
    bad: "\
machine:
  network:
    interfaces:
      - $patch: delete
",
    good: "\
machine:
  network:
    interfaces:
      - interface: eth0
        $patch: delete
",
    source: "siderolabs/talos, `configloader/internal/decoder/delete.go`",
};
