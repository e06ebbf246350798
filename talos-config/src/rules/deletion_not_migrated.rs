//! TAL0304 deletion-not-migrated.

use manifest::{Rule, Severity};

/// What is migrated says what is to be, not what is to go.
pub static DELETION_NOT_MIGRATED: Rule = Rule {
    code: "TAL0304",
    name: "deletion-not-migrated",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "What is migrated says what is to be, not what is to go: no `$patch: delete`, no JSON operations.",
    why: "A deletion names a place of one form; nothing tells what it was to hit in the other.",
    bad: "\
machine:
  kubelet:
    extraArgs:
      $patch: delete
",
    good: "\
machine:
  kubelet:
    extraArgs:
      v: \"2\"
",
    source: "siderolabs/talos, `configloader/internal/decoder/delete.go`",
};
