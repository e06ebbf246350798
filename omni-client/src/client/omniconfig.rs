//! omnictl's configuration file: which servers there are, and who one is there.

use std::collections::BTreeMap;

use manifest::yaml::{self, Reading};
use manifest::{FieldPath, Map, Source, Value};

use super::{Endpoint, ParseEndpointError};
use crate::OmniVersion;

/// The contexts of an omniconfig. Keys that are not known are passed over, as omnictl does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Omniconfig {
    /// The contexts by name.
    pub contexts: BTreeMap<String, Context>,
    /// The one that is used when none is named.
    pub selected: String,
}

/// A server, and who one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The address, as it is written.
    pub url: String,
    /// The mail address that one logs in with; empty for none.
    pub identity: String,
}

/// Why an omniconfig names no server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OmniconfigError {
    /// The text is no omniconfig.
    #[error("it is no omniconfig: {0}")]
    Unreadable(String),
    /// There is no such context; upstream's words.
    #[error("context not found: {0}")]
    NoContext(String),
    /// The address of the context is none.
    #[error(transparent)]
    Endpoint(#[from] ParseEndpointError),
}

impl Omniconfig {
    /// Reads a text.
    pub fn read(source: &Source) -> Result<Self, OmniconfigError> {
        let unreadable = |message: &str| OmniconfigError::Unreadable(message.to_owned());
        let documents = yaml::parse_as(source, OmniVersion::LATEST.yaml())
            .map_err(|finding| unreadable(&finding.message))?;
        let Some(document) = documents.first() else { return Ok(Self::default()) };
        let root: Value = document
            .decode_at(document.root(), &FieldPath::root(), Reading::Go(OmniVersion::LATEST.yaml()))
            .value
            .ok_or_else(|| unreadable("it is not a mapping"))?;
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut config = Self { contexts: BTreeMap::new(), selected: text(root.get("context")) };
        for (name, context) in
            root.get("contexts").and_then(Value::as_mapping).into_iter().flat_map(Map::iter)
        {
            let siderov1 = context.get("auth").and_then(|auth| auth.get("siderov1"));
            let identity = text(siderov1.and_then(|auth| auth.get("identity")));
            config.contexts.insert(name.to_owned(), Context { url: text(context.get("url")), identity });
        }
        Ok(config)
    }

    /// The context with this name, or the selected one.
    pub fn context(&self, name: Option<&str>) -> Result<&Context, OmniconfigError> {
        let name = name.unwrap_or(&self.selected);
        self.contexts.get(name).ok_or_else(|| OmniconfigError::NoContext(name.to_owned()))
    }
}

impl Context {
    /// Where the server is.
    pub fn endpoint(&self) -> Result<Endpoint, OmniconfigError> {
        Ok(self.url.parse()?)
    }
}
