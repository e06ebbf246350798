//! OMN0306 kernel-args-limit.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use super::user_text::{MAX_ARG, MAX_ARGS};
use crate::resource::AnyResource;

/// Kernel arguments keep to Omni's limits.
pub static KERNEL_ARGS: Rule = Rule {
    code: "OMN0306",
    name: "kernel-args-limit",
    severity: Severity::Error,
    since: "0.1.0",
    checks: "There are at most 64 kernel arguments, of at most 256 bytes each, without control characters.",
    why: "Omni refuses more: `args has too many entries: 65 (max 64)`, `args[0] is too long: 300 bytes (max 256)`, `args[0] contains a control character`.",
    bad: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {args: [\"console=ttyS0\\tquiet\"]}
",
    good: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {args: [console=ttyS0, quiet]}
",
    source: "`internal/backend/runtime/omni/validations/kernel_args.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::KernelArgs(found) = resource else { return Vec::new() };
    let args = &found.spec.args;
    let path = FieldPath::root().keys("spec.args");
    let mut findings = Vec::new();
    if args.len() > MAX_ARGS {
        let message = format!("args has too many entries: {} (max {MAX_ARGS})", args.len());
        findings.push(Finding::new(&KERNEL_ARGS, Place::key(path.clone()), message).help("remove some"));
    }
    for (index, arg) in args.iter().enumerate() {
        let at = Place::value(path.clone().index(index));
        if arg.len() > MAX_ARG {
            let message = format!("args[{index}] is too long: {} bytes (max {MAX_ARG})", arg.len());
            findings.push(Finding::new(&KERNEL_ARGS, at.clone(), message).help("shorten it"));
        }
        if arg.chars().any(char::is_control) {
            let message = format!("args[{index}] contains a control character");
            findings.push(Finding::new(&KERNEL_ARGS, at, message).help("write one argument per entry"));
        }
    }
    findings
}
