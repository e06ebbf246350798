//! TAL0110 patch-without-effect.

use manifest::{Rule, Severity};

/// What a patch says is what the configuration has afterwards.
pub static PATCH_WITHOUT_EFFECT: Rule = Rule {
    code: "TAL0110",
    name: "patch-without-effect",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "What a patch says is what the configuration has afterwards.",
    why: "Talos takes an empty value of a patch for one that is not given, and merges URLs part by part and sizes side by side.",
    bad: "\
### config.yaml
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
### patch.yaml
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: accept
",
    good: "\
### config.yaml
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: accept
### patch.yaml
apiVersion: v1alpha1
kind: NetworkDefaultActionConfig
ingress: block
",
    source: "siderolabs/talos, `merge/merge.go`",
};
