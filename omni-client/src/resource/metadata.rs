//! The metadata that every resource has.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use manifest::MASK;
use serde::{Serialize, Serializer};

/// Identity, labels and life of a resource.
///
/// Written with the keys that say something; `omnictl apply` takes what is left out for its empty value. It has no
/// `Deserialize`: Omni reads metadata from the source text of each value (a label `1.10` or `null` is that text),
/// which serde cannot see. [`read`](super::read) can.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[doc(alias = "resource.Metadata")]
pub struct Metadata {
    /// The namespace; nearly always `default`. Neither omnictl nor the server fills it in: a file without it is
    /// written to no namespace that Omni reads.
    pub namespace: String,
    /// The full type, such as `ConfigPatches.omni.sidero.dev`.
    #[serde(rename = "type")]
    pub resource_type: String,
    /// The name among the resources of its type and namespace.
    pub id: String,
    /// How often it has been written. Counted by the server.
    #[serde(skip_serializing_if = "Version::is_undefined")]
    pub version: Version,
    /// The controller that made it and alone may write it; empty for what users made.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Whether it lives or is on its way out.
    #[serde(skip_serializing_if = "Phase::is_running")]
    pub phase: Phase,
    /// When it was made, RFC 3339; set by the server, which ignores what it is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// When it was last written, RFC 3339; set by the server, which ignores what it is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Labels: at most 256, keys of 1 to 1024 bytes, values of at most 16384 bytes, no control characters.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations, under the same limits as labels.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// Who has to let go of it before it can be destroyed. An update replaces the whole list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub finalizers: Vec<String>,
}

/// How often a resource has been written; an update must name the version that it saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// Never written to a server.
    #[default]
    Undefined,
    /// Counted by the server, from 1.
    Number(u64),
}

/// A text that is neither `undefined` nor a whole number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the version `{0}` is neither `undefined` nor a whole number")]
pub struct ParseVersionError(String);

/// Whether a resource lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// It lives.
    #[default]
    Running,
    /// It is going, and waits for its finalizers.
    TearingDown,
}

impl Metadata {
    /// Metadata with nothing but an identity.
    #[must_use]
    pub fn new(
        namespace: impl Into<String>,
        resource_type: impl Into<String>,
        id: impl Into<String>,
    ) -> Self {
        Self {
            namespace: namespace.into(),
            resource_type: resource_type.into(),
            id: id.into(),
            version: Version::Undefined,
            owner: String::new(),
            phase: Phase::Running,
            created: None,
            updated: None,
            labels: BTreeMap::new(),
            annotations: BTreeMap::new(),
            finalizers: Vec::new(),
        }
    }

    /// The value of a label; the empty text and absence are different things.
    #[must_use]
    pub fn label(&self, key: &str) -> Option<&str> {
        self.labels.get(key).map(String::as_str)
    }

    /// The value of an annotation.
    #[must_use]
    pub fn annotation(&self, key: &str) -> Option<&str> {
        self.annotations.get(key).map(String::as_str)
    }

    /// The id as it may be shown to people: masked where it is a secret, which the id of a join token is.
    #[must_use]
    pub fn shown_id(&self) -> &str {
        shown_id(&self.resource_type, &self.id)
    }
}

/// The id of a resource of a type as it may be shown to people.
pub(crate) fn shown_id<'i>(resource_type: &str, id: &'i str) -> &'i str {
    if SECRET_IDS.contains(&resource_type) { MASK } else { id }
}

/// Types whose ids let machines join.
const SECRET_IDS: [&str; 2] = ["JoinTokens.omni.sidero.dev", "JoinTokenStatuses.omni.sidero.dev"];

impl fmt::Debug for Metadata {
    /// All of it, but for an id that is a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            namespace,
            resource_type,
            id: _,
            version,
            owner,
            phase,
            created,
            updated,
            labels,
            annotations,
            finalizers,
        } = self;
        f.debug_struct("Metadata")
            .field("namespace", namespace)
            .field("resource_type", resource_type)
            .field("id", &self.shown_id())
            .field("version", version)
            .field("owner", owner)
            .field("phase", phase)
            .field("created", created)
            .field("updated", updated)
            .field("labels", labels)
            .field("annotations", annotations)
            .field("finalizers", finalizers)
            .finish()
    }
}

impl fmt::Display for Metadata {
    /// As Omni names a resource in messages: `Type(namespace/id)`. An id that is a secret is masked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({}/{})", self.resource_type, self.namespace, self.shown_id())
    }
}

impl Version {
    /// Whether no server has counted it yet.
    #[must_use]
    pub fn is_undefined(&self) -> bool {
        *self == Self::Undefined
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undefined => f.write_str("undefined"),
            Self::Number(number) => number.fmt(f),
        }
    }
}

impl FromStr for Version {
    type Err = ParseVersionError;

    fn from_str(text: &str) -> Result<Self, ParseVersionError> {
        match text {
            "undefined" => Ok(Self::Undefined),
            // As Omni reads it, a number with a sign of which the sign is then lost.
            _ => match text.parse::<i64>() {
                Ok(number) => Ok(Self::Number(number.cast_unsigned())),
                Err(_) => Err(ParseVersionError(text.to_owned())),
            },
        }
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Undefined => serializer.serialize_str("undefined"),
            Self::Number(number) => serializer.serialize_u64(*number),
        }
    }
}

impl Phase {
    /// The words for the phases, in YAML and on the wire.
    pub(super) const WORDS: [&'static str; 2] = ["running", "tearingDown"];

    /// Whether it lives.
    #[must_use]
    pub fn is_running(&self) -> bool {
        *self == Self::Running
    }

    /// The phase with this name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "running" => Some(Self::Running),
            "tearingDown" => Some(Self::TearingDown),
            _ => None,
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Running => "running",
            Self::TearingDown => "tearingDown",
        })
    }
}
