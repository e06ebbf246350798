//! YML0007 unquoted-string.

use crate::rule::{Rule, Severity};

/// Where a text is wanted, an unquoted value does not read as something else.
pub static UNQUOTED_STRING: Rule = Rule {
    code: "YML0007",
    name: "unquoted-string",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Where a text is wanted, an unquoted value does not read as something else: `true`, `yes`, `8080`, `1.10`, `null`, a date.",
    why: "Readers disagree about such values. Kubernetes refuses a label `true` without quotes; a version `1.10` becomes 1.1.",
    bad: "\
name: frank
labels: {model-server: true}
",
    good: r#"name: frank
labels: {model-server: "true"}
"#,
    source: "sigs.k8s.io/yaml; YAML 1.1 and 1.2 core schema",
};
