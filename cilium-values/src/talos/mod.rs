//! What Talos Linux requires of Cilium's values.
//!
//! ```
//! use cilium_values::talos::{self, TalosMinor};
//! use cilium_values::{CiliumVersion, Values};
//!
//! let cilium = CiliumVersion::new(1, 17, 0);
//! let talos: TalosMinor = "1.12".parse()?;
//! let values = talos::preset(talos, &cilium);
//! assert_eq!(values.cgroup.host_root.text(), "/sys/fs/cgroup");
//! assert!(talos::lacks(&values, talos, &cilium).is_empty());
//!
//! let lacks = talos::lacks(&Values::default(), talos, &cilium);
//! assert_eq!(lacks[0].requirement.path, "ipam.mode");
//! # Ok::<(), talos::TalosVersionError>(())
//! ```

mod minor;
mod preset;
mod requirement;

pub use minor::{TalosMinor, TalosVersionError};
pub use preset::{Preset, preset};
pub use requirement::{
    AGENT_CAPABILITIES, CGROUP_ROOT, CLEAN_STATE_CAPABILITIES, Lack, Requirement, WITHHELD_CAPABILITIES,
    lacks, requirements,
};
