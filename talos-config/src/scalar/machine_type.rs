//! Roles of machines.

use std::fmt;
use std::str::FromStr;

use super::InvalidScalar;
use super::text::text;

/// The role of a machine in the cluster (`machine.Type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "machine.Type")]
pub enum MachineType {
    /// A control plane that bootstraps etcd by itself. Kept by Talos for old configurations.
    Init,
    /// A control plane.
    ControlPlane,
    /// A worker. `join` is an old name for it.
    Worker,
}

text!(MachineType);

impl MachineType {
    /// The word.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::ControlPlane => "controlplane",
            Self::Worker => "worker",
        }
    }

    /// Whether it runs the Kubernetes control plane and etcd.
    #[must_use]
    pub fn is_control_plane(self) -> bool {
        self != Self::Worker
    }
}

impl FromStr for MachineType {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        Ok(match text {
            "init" => Self::Init,
            "controlplane" => Self::ControlPlane,
            "worker" | "join" | "" => Self::Worker,
            _ => return Err(InvalidScalar::new(format!("unknown machine type {text:?}"))),
        })
    }
}

impl fmt::Display for MachineType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
