//! Shapes that specs of several types share.

use serde::{Deserialize, Serialize};

/// A number that stands for no value of an enumeration known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{number} is not a value of {enumeration}")]
pub struct UnknownNumber {
    /// The number.
    pub number: i32,
    /// Whose value it should be, by its name in Omni's protocol files.
    pub enumeration: &'static str,
}

/// An enumeration that is a number on the wire and in YAML.
macro_rules! numbered {
    ($name:ident = $upstream:literal { $($variant:ident = $number:literal),+ $(,)? }) => {
        impl $name {
            /// The number that stands for it in YAML and on the wire.
            #[must_use]
            pub fn number(self) -> i32 {
                match self { $(Self::$variant => $number),+ }
            }
        }

        impl From<$name> for i32 {
            fn from(value: $name) -> Self {
                value.number()
            }
        }

        impl TryFrom<i32> for $name {
            type Error = $crate::resource::UnknownNumber;

            fn try_from(number: i32) -> Result<Self, Self::Error> {
                match number {
                    $($number => Ok(Self::$variant),)+
                    number => Err($crate::resource::UnknownNumber { number, enumeration: $upstream }),
                }
            }
        }
    };
}
pub(super) use numbered;

/// A length of time as protocol buffers write it, `google.protobuf.Duration`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProtoDuration {
    /// Whole seconds, of either sign.
    pub seconds: i64,
    /// Nanoseconds of the same sign, less than a second.
    pub nanos: i32,
}

/// A moment as protocol buffers write it, `google.protobuf.Timestamp`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProtoTimestamp {
    /// Seconds since 1970 in UTC.
    pub seconds: i64,
    /// Nanoseconds after that second, less than a second.
    pub nanos: i32,
}

/// A value that is written to a machine's META partition before it boots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetaValue {
    /// The number of the entry; Talos leaves 6 to 255 to such values, most of them with a fixed meaning.
    pub key: u32,
    /// The text.
    pub value: String,
}

/// Whether a machine speaks to Omni through gRPC instead of `WireGuard` packets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub enum GrpcTunnelMode {
    /// As Omni was started.
    #[default]
    Unset,
    /// Through gRPC.
    Enabled,
    /// Through packets.
    Disabled,
}

numbered!(GrpcTunnelMode = "GrpcTunnelMode" { Unset = 0, Enabled = 1, Disabled = 2 });
