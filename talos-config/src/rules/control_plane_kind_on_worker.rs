//! TAL0229 control-plane-kind-on-worker.

use manifest::{Rule, Severity};

/// Documents about the control plane stand only in configurations of control planes (since 1.14).
pub static CONTROL_PLANE_KIND_ON_WORKER: Rule = Rule {
    code: "TAL0229",
    name: "control-plane-kind-on-worker",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "Documents about the control plane stand only in configurations of control planes (since 1.14).",
    why: "Talos refuses the configuration.",
    bad: "\
apiVersion: v1alpha1
kind: KubeAuditPolicyConfig
",
    good: "\
apiVersion: v1alpha1
kind: SysctlConfig
",
    source: "siderolabs/talos, `container/validate.go`",
};
