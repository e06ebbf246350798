//! How the structs of resources are declared.

/// Declares closed structs with the fields that must be there, and those that may: the latter are `Option`s, and absent
/// ones are not written. The first word is the case in which upstream writes the fields.
macro_rules! fields {
    ($case:literal $(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$must_meta:meta])* pub $must:ident: $must_type:ty,)*
            $(optional {
                $($(#[$may_meta:meta])* pub $may:ident: $may_type:ty,)*
            })?
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = $case, deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $($(#[$must_meta])* pub $must: $must_type,)*
            $($(
                $(#[$may_meta])*
                #[serde(default, skip_serializing_if = "Option::is_none")]
                pub $may: Option<$may_type>,
            )*)?
        }
    )*};
}

/// Declares the words of a field that takes only some.
macro_rules! words {
    ($($(#[$meta:meta])* pub enum $name:ident { $($(#[$word_meta:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$word_meta])* #[serde(rename = $word)] $variant,)*
        }
    )*};
}

/// Says which kind a type is the content of. The last part is the API version of each range of minors of Cilium 1.
macro_rules! kind {
    ($type:ty, $kind:literal, $plural:literal, $short:expr, $scope:ident, $body:ty, $($minors:pat => $version:literal),+ $(,)?) => {
        impl crate::resource::Kind for $type {
            const KIND: &'static str = $kind;
            const PLURAL: &'static str = $plural;
            const SHORT_NAMES: &'static [&'static str] = &$short;
            const IS_NAMESPACED: bool = crate::resource::Scope::$scope.is_namespaced();
            type Body = $body;

            fn api_version(cilium: &crate::CiliumVersion) -> Option<&'static str> {
                match cilium.covered_minor() {
                    $($minors => Some($version),)+
                    #[allow(unreachable_patterns, reason = "not every kind is in every minor")]
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use {fields, kind, words};
