//! How the structs of the value tree are declared.

/// Declares groups of keys: plain structs, closed, in camel case, that write only what is set.
macro_rules! shapes {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default, rename_all = "camelCase", deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::values::shape::is_unset")]
                pub $field: $type,
            )*
        }

        impl std::fmt::Debug for $name {
            /// Only what is set: a group has dozens of keys and a file sets two.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut keys = f.debug_struct(stringify!($name));
                $(if !crate::values::shape::is_unset(&self.$field) {
                    keys.field(stringify!($field), &self.$field);
                })*
                keys.finish()
            }
        }

        impl crate::values::Shape for $name {
            fn empty() -> &'static Self {
                static EMPTY: std::sync::LazyLock<$name> = std::sync::LazyLock::new($name::default);
                &EMPTY
            }
        }

        impl crate::values::Overlay for $name {
            fn overlay(&mut self, over: &Self) {
                $(self.$field.overlay(&over.$field);)*
            }

            fn difference(&self, base: &Self) -> Option<Self> {
                let mut is_same = true;
                let mut left = Self::default();
                $(if let Some(difference) = self.$field.difference(&base.$field) {
                    is_same = false;
                    left.$field = difference;
                })*
                (!is_same).then_some(left)
            }

            fn drop_nulls(&mut self) {
                $(self.$field.drop_nulls();)*
            }
        }
    )*};
}

/// Declares values that replace what they are laid over as a whole.
macro_rules! replaced {
    ($($type:ty),* $(,)?) => {$(
        impl crate::values::Overlay for $type {
            fn overlay(&mut self, over: &Self) {
                self.clone_from(over);
            }

            fn difference(&self, base: &Self) -> Option<Self> {
                PartialEq::ne(self, base).then(|| self.clone())
            }
        }
    )*};
}

/// Declares words of which one is the value of a key.
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$word_meta:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$word_meta])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All words, as they are written.
            pub const WORDS: &[&str] = &[$($word),*];

            /// The word as it is written.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            // Not derived: the words are texts, so that a number in the place of "0" is refused.
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match String::deserialize(deserializer)?.as_str() {
                    $($word => Ok(Self::$variant),)*
                    other => Err(serde::de::Error::unknown_variant(other, Self::WORDS)),
                }
            }
        }

        crate::values::shape::replaced!($name);
    };
}

pub(crate) use {replaced, shapes, words};

/// What can be absent from a values file.
pub(crate) trait Unset {
    fn is_unset(&self) -> bool;
}

impl<T> Unset for super::Setting<T> {
    fn is_unset(&self) -> bool {
        self.is_unset()
    }
}

impl<T: super::Shape> Unset for super::Group<T> {
    fn is_unset(&self) -> bool {
        self.is_unset()
    }
}

/// Whether a key is left out when a group is written.
pub(crate) fn is_unset(key: &impl Unset) -> bool {
    key.is_unset()
}
