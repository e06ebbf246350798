//! Kernel arguments of a machine.

use serde::{Deserialize, Serialize};

use crate::MachineId;
use crate::resource::{Resource, Spec};

/// The extra kernel arguments of one machine, whose id it has. Labels make no difference. Since Omni 1.3.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[doc(alias = "KernelArgsSpec")]
pub struct KernelArgs {
    /// The arguments in order; at most 64, of at most 256 bytes each, without control characters. They take
    /// effect only where the machine boots a unified kernel image, or takes its command line from one.
    pub args: Vec<String>,
}

impl KernelArgs {
    /// Exactly these arguments.
    #[must_use]
    pub fn new(args: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { args: args.into_iter().map(Into::into).collect() }
    }
}

impl Spec for KernelArgs {
    const TYPE: &'static str = "KernelArgs.omni.sidero.dev";
}

impl Resource<KernelArgs> {
    /// The extra kernel arguments of a machine.
    #[must_use]
    pub fn of_machine(machine: &MachineId, args: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::new(machine.as_str(), KernelArgs::new(args))
    }
}
