//! The words of a cluster: newtypes that hold only what is valid, and print as they are written.

mod address_range;
mod interface_name;
mod kubernetes_version;
mod label;
mod name;
mod path_pattern;
mod subnet;

pub use address_range::AddressRange;
pub use interface_name::InterfaceName;
pub use kubernetes_version::KubernetesVersion;
pub use label::{LabelKey, LabelValue};
pub use name::Name;
pub use path_pattern::PathPattern;
pub use subnet::Subnet;

/// A text that is not of the form that its place demands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    message: String,
}

impl ParseError {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

/// Serde and `From` through `FromStr` and `Display`, and the same as a JSON schema.
macro_rules! text_form {
    ($type:ident, $description:literal) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        impl TryFrom<&str> for $type {
            type Error = $crate::scalar::ParseError;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "description": $description })
            }
        }
    };
}
use text_form;
