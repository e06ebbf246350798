//! Enumerations of words.

/// Declares an enumeration whose variants are words, read as upstream's generated enumerations read them: in any case,
/// never by number. The text behind the name is upstream's, which stands in the message of a refusal.
macro_rules! words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident = $upstream:literal {
            $($(#[$doc:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::scalar::InvalidScalar;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let word = Self::ALL.iter().find(|word| word.as_str().eq_ignore_ascii_case(text));
                word.copied().ok_or_else(|| {
                    let shown: String = text.chars().take(64).collect();
                    $crate::scalar::InvalidScalar::new(format!(
                        concat!("{} does not belong to ", $upstream, " values"),
                        shown
                    ))
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        $crate::scalar::text!($name);
    };
}

pub(crate) use words;
