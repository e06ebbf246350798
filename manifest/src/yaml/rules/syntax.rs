//! YML0001 yaml-syntax.

use crate::rule::{Rule, Severity};

/// The text is YAML at all.
pub static YAML_SYNTAX: Rule = Rule {
    code: "YML0001",
    name: "yaml-syntax",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "The text is YAML at all: indentation, quotes, brackets, directives.",
    why: "A file that is not YAML is not read by any tool; nothing in it takes effect.",
    bad: "\
name: frank
  replicas: 2
",
    good: "\
name: frank
replicas: 2
",
    source: "go.yaml.in/yaml/v4, `scannerc.go` and `parserc.go`",
};
