//! What becomes of the kernel arguments that a user asks for.

/// What an argument begins with that Omni keeps whatever a user says: how the machine finds Omni and its
/// configuration. See `internal/backend/kernelargs/kernelargs.go`.
pub const PROTECTED_PREFIXES: [&str; 6] = [
    "siderolink.api=",
    "talos.events.sink=",
    "talos.logging.kernel=",
    "talos.config=",
    "talos.config.early=",
    "talos.config.inline=",
];

/// Whether an argument is one that users can neither set nor remove.
#[must_use]
pub fn is_protected(arg: &str) -> bool {
    PROTECTED_PREFIXES.iter().any(|prefix| arg.starts_with(prefix))
}

/// The arguments that a machine is to boot with: the protected ones that it boots with now, and then those of its
/// `KernelArgs` resource; without a resource the former only.
///
/// Where that differs from what it has in nothing but the order of protected arguments, it is what it has: an upgrade
/// with a reboot is not worth it. Omni does not drop protected arguments from `wanted`.
#[must_use]
pub fn effective(current: &[String], wanted: &[String]) -> Vec<String> {
    let kept = current.iter().filter(|arg| is_protected(arg));
    let next: Vec<String> = kept.chain(wanted).cloned().collect();
    if boots_alike(current, &next) { current.to_vec() } else { next }
}

/// Whether two lists make no difference to the machine: protected arguments may stand in any order, the others may
/// not.
#[must_use]
pub fn boots_alike(one: &[String], two: &[String]) -> bool {
    let protected = |args: &[String]| {
        let mut args: Vec<String> = args.iter().filter(|arg| is_protected(arg)).cloned().collect();
        args.sort();
        args
    };
    let extra = |args: &[String]| args.iter().filter(|arg| !is_protected(arg)).cloned().collect::<Vec<_>>();
    protected(one) == protected(two) && extra(one) == extra(two)
}
