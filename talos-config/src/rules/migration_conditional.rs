//! TAL0303 migration-conditional.

use manifest::{Rule, Severity};

/// A migration means the same on every machine.
pub static MIGRATION_CONDITIONAL: Rule = Rule {
    code: "TAL0303",
    name: "migration-conditional",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "A migration means the same on every machine that the configuration or patch reaches.",
    why: "The two forms differ in something that the text does not tell: which machines a patch reaches, or what its \
          base says.",
    bad: "\
cluster:
  proxy:
    disabled: true
",
    good: "\
machine:
  sysctls:
    vm.max_map_count: \"262144\"
",
    source: "siderolabs/talos, `container/validate.go` and `types/v1alpha1/*_bridge.go`",
};
