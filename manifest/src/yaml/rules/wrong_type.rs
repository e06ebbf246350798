//! YML0004 wrong-type.

use crate::rule::{Rule, Severity};

/// Every value has the type that its key wants.
pub static WRONG_TYPE: Rule = Rule {
    code: "YML0004",
    name: "wrong-type",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Every value has the type that its key wants: a text, a number in range, true or false, a list, a mapping.",
    why: "The reader refuses the document, or reads another value than the one that is written there.",
    bad: "\
name: frank
replicas: two
",
    good: "\
name: frank
replicas: 2
",
    source: "go.yaml.in/yaml/v4, `decode.go`",
};
