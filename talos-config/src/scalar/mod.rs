//! The scalars that documents share: each reads exactly the spellings that Talos reads and prints what Talos prints.
//!
//! Every type here is read with `FromStr` and printed with `Display`; serde goes through the two. What they refuse is
//! an [`InvalidScalar`].

mod arg_value;
mod byte_size;
mod disk_size;
mod duration;
mod error;
mod expression;
mod file_mode;
mod go_float;
mod hardware_addr;
mod human_bytes;
mod ip;
mod machine_type;
mod pem;
mod text;
mod url;
mod words;

pub use arg_value::ArgValue;
pub use byte_size::{ByteSize, PercentageSize, Size};
pub use disk_size::{DiskSize, DiskSizeMatcher};
pub use duration::Duration;
pub use error::InvalidScalar;
pub(crate) use error::brief;
pub use expression::Expression;
pub use file_mode::FileMode;
pub use hardware_addr::HardwareAddr;
pub use ip::{Addr, AddrPort, Prefix};
pub(crate) use ip::{is_ip, is_prefix, is_prefix_or_ip};
pub use machine_type::MachineType;
pub use pem::{Base64, Certificate, CertificateAndKey, Key};
pub use url::Url;

pub(crate) use text::{text, unless_empty};
pub(crate) use words::words;
