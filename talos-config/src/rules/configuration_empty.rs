//! TAL0107 configuration-empty.

use manifest::{Rule, Severity};

/// There is a document.
pub static CONFIGURATION_EMPTY: Rule = Rule {
    code: "TAL0107",
    name: "configuration-empty",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The stream holds at least one document.",
    why: "Talos reports that there is no configuration.",
    bad: "\
# nothing yet
",
    good: "\
machine:
  type: worker
",
    source: "siderolabs/talos, `configloader/configloader.go`",
};
