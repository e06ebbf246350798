//! OMN0307 kernel-args-protected.

use manifest::{FieldPath, Finding, Place, Rule, Severity};

use crate::resource::AnyResource;
use crate::scope::kernel_args::is_protected;

/// Kernel arguments of Omni's own are left to Omni.
pub static KERNEL_ARGS_PROTECTED: Rule = Rule {
    code: "OMN0307",
    name: "kernel-args-protected",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "No kernel argument of a user is one that says how the machine finds Omni and its configuration.",
    why: "Omni keeps those that the machine was installed with. One of the user's comes behind it on the command line, and may cut the machine off.",
    bad: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {args: [quiet, talos.config=https://example.org/config.yaml]}
",
    good: "\
metadata:
  namespace: default
  type: KernelArgs.omni.sidero.dev
  id: ce4d0d52-6c10-bdc9-746c-88aedd67681b
spec: {args: [quiet]}
",
    source: "`internal/backend/kernelargs/kernelargs.go`",
};

pub(super) fn check(resource: &AnyResource) -> Vec<Finding> {
    let AnyResource::KernelArgs(found) = resource else { return Vec::new() };
    let path = FieldPath::root().keys("spec.args");
    let protected = found.spec.args.iter().enumerate().filter(|(_, arg)| is_protected(arg));
    protected
        .map(|(index, arg)| {
            let name = arg.split('=').next().unwrap_or_default();
            let message = format!("the kernel argument `{name}` belongs to Omni");
            let place = Place::value(path.clone().index(index));
            Finding::new(&KERNEL_ARGS_PROTECTED, place, message).help("remove it: Omni sets it itself")
        })
        .collect()
}
