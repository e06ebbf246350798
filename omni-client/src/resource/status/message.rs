//! How messages are written down here.

/// A message of Omni's protocol files: its fields in the order in which Omni writes them, each with its key in YAML.
///
/// A field that is not there has its empty value, and one that is not known here is passed over: newer releases of Omni
/// say more.
macro_rules! message {
    (
        $(#[$meta:meta])*
        $name:ident = $upstream:literal {
            $($(#[$about:meta])* $field:ident: $type:ty = $key:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        ///
        #[doc = concat!("Upstream's `", $upstream, "`.")]
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$about])* #[serde(rename = $key)] pub $field: $type,)*
        }
    };
}
pub(super) use message;

/// An enumeration of Omni's protocol files, a number in YAML. The first value is the one of a field that is not there.
macro_rules! enumeration {
    (
        $(#[$meta:meta])*
        $name:ident = $upstream:literal {
            $(#[$first_about:meta])* $first:ident = $first_number:literal
            $(, $(#[$about:meta])* $variant:ident = $number:literal)* $(,)?
        }
    ) => {
        $(#[$meta])*
        ///
        #[doc = concat!("Upstream's `", $upstream, "`.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(from = "i32", into = "i32")]
        #[non_exhaustive]
        pub enum $name {
            $(#[$first_about])* #[default] $first,
            $($(#[$about])* $variant,)*
            /// A value of a later release of Omni, by its number.
            Other(i32),
        }

        impl From<i32> for $name {
            fn from(number: i32) -> Self {
                match number {
                    $first_number => Self::$first,
                    $($number => Self::$variant,)*
                    other => Self::Other(other),
                }
            }
        }

        impl From<$name> for i32 {
            fn from(value: $name) -> Self {
                match value {
                    $name::$first => $first_number,
                    $($name::$variant => $number,)*
                    $name::Other(number) => number,
                }
            }
        }
    };
}
pub(super) use enumeration;
