//! TAL0231 expression-invalid.

use manifest::{Rule, Severity};

/// An expression that selects disks, volumes or links is one, names what is there, and gives what is asked.
pub static EXPRESSION_INVALID: Rule = Rule {
    code: "TAL0231",
    name: "expression-invalid",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "An expression names only what is there where it stands, uses it by its type, and gives true or false (a number for `cgroupRankingExpression`).",
    why: "Talos compiles every expression when it validates, and refuses the configuration. Sizes are unsigned: `disk.size > 10` compares two types of numbers, `disk.size > 10u * GiB` does not.",
    bad: "\
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector:
    match: disk.size > 100 * GB
  minSize: 10GB
",
    good: "\
apiVersion: v1alpha1
kind: UserVolumeConfig
name: data
provisioning:
  diskSelector:
    match: disk.size > 100u * GB
  minSize: 10GB
",
    source: "siderolabs/talos, `pkg/machinery/cel`",
};
