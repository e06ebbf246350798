//! Versions of Talos, and what is asked of them.

use std::fmt;
use std::str::FromStr;

use manifest::yaml::GoYaml;
use semver::Version;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A full version of Talos, such as `1.12.6`. A leading `v` is accepted and not printed.
///
/// ```
/// use talos_config::{Minor, TalosVersion};
///
/// let version: TalosVersion = "v1.12.6".parse()?;
/// assert_eq!(version.to_string(), "1.12.6");
/// assert_eq!(version.minor(), Some(Minor::V1_12));
/// assert!(!version.has_kubernetes_documents());
/// # Ok::<(), talos_config::ParseVersionError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TalosVersion(Version);

/// A text that is not a version of Talos.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {expected}")]
pub struct ParseVersionError {
    text: String,
    expected: &'static str,
}

/// A minor version of Talos whose configuration this crate knows. Patch releases read and merge alike, with one
/// exception: lists in `extraArgs` work from 1.13.6 on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Minor {
    /// 1.9.
    V1_9,
    /// 1.10.
    V1_10,
    /// 1.11.
    V1_11,
    /// 1.12.
    V1_12,
    /// 1.13: the newest stable one, which counts where none is declared.
    #[default]
    V1_13,
    /// 1.14.
    V1_14,
}

/// Whether a version of Kubernetes runs on a version of Talos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KubernetesSupport {
    /// It does.
    Supported,
    /// It is older than the oldest one that does.
    TooOld,
    /// It is newer than the newest one that does.
    TooNew,
}

impl Minor {
    /// All of them, from the oldest on.
    pub const ALL: [Self; 6] = [Self::V1_9, Self::V1_10, Self::V1_11, Self::V1_12, Self::V1_13, Self::V1_14];

    /// The number behind `1.`.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::V1_9 => 9,
            Self::V1_10 => 10,
            Self::V1_11 => 11,
            Self::V1_12 => 12,
            Self::V1_13 => 13,
            Self::V1_14 => 14,
        }
    }

    /// The minor with a number behind `1.`, if this crate knows it.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|minor| u64::from(minor.number()) == number)
    }

    /// The release of Go's YAML library that reads and writes its configuration (its `go.mod`). What JSON patches are
    /// applied to, `gopkg.in/yaml.v2` reads, in all minors.
    #[must_use]
    pub fn yaml(self) -> GoYaml {
        match self {
            Self::V1_9 | Self::V1_10 | Self::V1_11 => GoYaml::V3,
            Self::V1_12 => GoYaml::V4Rc3,
            Self::V1_13 => GoYaml::V4Rc4,
            Self::V1_14 => GoYaml::V4Rc6,
        }
    }

    /// Minors of Kubernetes 1 that run on it, first and last (`compatibility/talosNNN`).
    #[must_use]
    pub fn kubernetes(self) -> (u64, u64) {
        match self {
            Self::V1_9 => (27, 32),
            Self::V1_10 => (28, 33),
            Self::V1_11 => (29, 34),
            Self::V1_12 => (30, 35),
            Self::V1_13 => (31, 36),
            Self::V1_14 => (32, 37),
        }
    }

    /// Minors of Talos 1 from which its installer upgrades, or goes back: the first, and the first that is too new
    /// (`MinimumHostUpgradeVersion` and `MaximumHostDowngradeVersion` of `compatibility/talosNNN`).
    ///
    /// ```
    /// use talos_config::Minor;
    ///
    /// assert_eq!(Minor::V1_12.upgrades_from(), (10, 14));
    /// ```
    #[must_use]
    pub fn upgrades_from(self) -> (u64, u64) {
        match self {
            Self::V1_9 => (8, 11),
            Self::V1_10 => (8, 12),
            Self::V1_11 => (9, 13),
            Self::V1_12 => (10, 14),
            Self::V1_13 => (11, 15),
            Self::V1_14 => (12, 16),
        }
    }

    /// Whether a version of Kubernetes runs on it. Pre-releases count as the release.
    ///
    /// ```
    /// use semver::Version;
    /// use talos_config::{KubernetesSupport, Minor};
    ///
    /// assert_eq!(Minor::V1_12.supports_kubernetes(&Version::new(1, 36, 0)), KubernetesSupport::TooNew);
    /// ```
    #[must_use]
    pub fn supports_kubernetes(self, version: &Version) -> KubernetesSupport {
        let (first, last) = self.kubernetes();
        if (version.major, version.minor) < (1, first) {
            KubernetesSupport::TooOld
        } else if (version.major, version.minor) > (1, last) {
            KubernetesSupport::TooNew
        } else {
            KubernetesSupport::Supported
        }
    }

    /// Whether documents that say nothing (`null`) are passed over, and errors name the document and its line (since
    /// 1.12, `configloader/internal/decoder`).
    pub(crate) fn names_documents_in_errors(self) -> bool {
        self >= Self::V1_12
    }

    /// Whether a patch that sets a value behind a pointer to 0 or an empty text has effect (since 1.12,
    /// `merge/merge.go`).
    pub(crate) fn merges_zero_behind_pointers(self) -> bool {
        self >= Self::V1_12
    }

    /// Whether sizes may have a sign (since 1.13, `block.ByteSize`).
    pub(crate) fn has_negative_sizes(self) -> bool {
        self >= Self::V1_13
    }

    /// Whether types with a text form, such as addresses, take nothing but texts (since 1.13, the YAML library).
    pub(crate) fn reads_only_texts_as_texts(self) -> bool {
        self >= Self::V1_13
    }

    /// Whether specs say themselves that they are empty, past what is set in them (since 1.12, `types/block`).
    pub(crate) fn asks_whether_empty(self) -> bool {
        self >= Self::V1_12
    }

    /// Whether `<<` where a list or mapping is wanted is passed over (since 1.14, the YAML library).
    pub(crate) fn passes_over_merge_signs(self) -> bool {
        self >= Self::V1_14
    }

    /// Whether nothing may stand as an item of a list, or behind a key of a mapping, that holds pointers; until 1.13, where it
    /// crashes whoever looks at it (`siderolabs/gen`, `xyaml/null.go`).
    pub(crate) fn takes_nothing_as_item(self) -> bool {
        self < Self::V1_14
    }

    /// Whether `0` is a duration (since 1.13, the YAML library).
    pub(crate) fn reads_zero_as_duration(self) -> bool {
        self >= Self::V1_13
    }

    /// Whether deletions find keys of free maps and of shared parts of documents, and compare values by their printed
    /// form (since 1.12, `configloader/internal/decoder/selector.go`).
    pub(crate) fn deletes_everywhere(self) -> bool {
        self >= Self::V1_12
    }

    /// Whether a patch on the command line that is a single word is the name of a file (since 1.12,
    /// `configpatcher/load.go`).
    pub(crate) fn takes_words_for_files(self) -> bool {
        self >= Self::V1_12
    }

    /// Whether a JSON patch that replaces the whole document by a single value does nothing instead of failing (1.9,
    /// whose `evanphx/json-patch` v5.9.0 loses that error).
    pub(crate) fn ignores_scalars_for_documents(self) -> bool {
        self == Self::V1_9
    }

    /// Whether a patch may hold a document twice, and deleting a document that is not there does nothing (since 1.14,
    /// `configpatcher/strategic.go`).
    pub(crate) fn has_lenient_patches(self) -> bool {
        self >= Self::V1_14
    }
}

impl FromStr for Minor {
    type Err = ParseVersionError;

    /// Reads `1.12`, `v1.12`, and full versions, of which the patch release makes no difference.
    fn from_str(text: &str) -> Result<Self, ParseVersionError> {
        let number = text.strip_prefix('v').unwrap_or(text).strip_prefix("1.");
        let number = number.and_then(|rest| rest.split('.').next()).and_then(|number| number.parse().ok());
        number.and_then(Self::from_number).ok_or_else(|| ParseVersionError {
            text: text.chars().take(64).collect(),
            expected: "a version of Talos from 1.9 to 1.14",
        })
    }
}

impl fmt::Display for Minor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1.{}", self.number())
    }
}

impl TalosVersion {
    /// The minor that it belongs to, if this crate knows it.
    #[must_use]
    pub fn minor(&self) -> Option<Minor> {
        (self.0.major == 1).then(|| Minor::from_number(self.0.minor)).flatten()
    }

    /// How many minors lie between the two, whether this crate knows them or not; none between different majors.
    ///
    /// ```
    /// use talos_config::TalosVersion;
    ///
    /// let version = |text: &str| text.parse::<TalosVersion>().unwrap();
    /// assert_eq!(version("1.8.0").minors_apart(&version("1.12.6")), Some(4));
    /// ```
    #[must_use]
    pub fn minors_apart(&self, other: &Self) -> Option<u64> {
        (self.0.major == other.0.major).then(|| self.0.minor.abs_diff(other.0.minor))
    }

    /// Whether a configuration that this version generates holds the Kubernetes settings as documents of their own
    /// (`KubeNodeConfig`, `KubeProxyConfig`, ...), beside which the same settings in the v1alpha1 document are
    /// refused (since 1.14, `contract.go`).
    #[must_use]
    pub fn has_kubernetes_documents(&self) -> bool {
        (self.0.major, self.0.minor) >= (1, 14)
    }
}

impl FromStr for TalosVersion {
    type Err = ParseVersionError;

    fn from_str(text: &str) -> Result<Self, ParseVersionError> {
        Version::parse(text.strip_prefix('v').unwrap_or(text)).map(Self).map_err(|_| ParseVersionError {
            text: text.chars().take(64).collect(),
            expected: "a full version of Talos such as `1.12.6`",
        })
    }
}

impl fmt::Display for TalosVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for TalosVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TalosVersion {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
