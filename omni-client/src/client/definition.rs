//! What a server says of its types: `ResourceDefinitions.meta.cosi.dev`.

use manifest::Value;

use super::{Client, ClientError, Query, Stored};
use crate::go::quoted;
use crate::resource::AnyResource;

/// A type as the server knows it.
#[derive(Clone, Debug, PartialEq)]
#[doc(alias = "ResourceDefinition")]
pub struct Definition {
    /// The full type, such as `Clusters.omni.sidero.dev`.
    pub resource_type: String,
    /// The word for one resource of it, such as `Cluster`.
    pub display_type: String,
    /// The namespace in which its resources are, unless one is named.
    pub namespace: String,
    /// What a table shows of a spec.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "PrintColumn")]
pub struct Column {
    /// The heading.
    pub name: String,
    /// Which value of the spec it shows, such as `{.machines.total}`; with `[:]` behind a list, each of its elements.
    pub path: String,
}

/// Why a word names no type; the words are those of omnictl.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DefinitionError {
    /// The server could not be asked.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// There is no such type.
    #[error("resource {} is not registered", quoted(.0))]
    Unknown(String),
    /// Several types go by this word.
    #[error("resource type {} is ambiguous: [{}]", quoted(.word), .types.join(" "))]
    Ambiguous {
        /// The word.
        word: String,
        /// The types, in lower case.
        types: Vec<String>,
    },
}

impl Client {
    /// The type that a word means: its full name, or one of the shorter ones that the server knows, in any case.
    pub async fn definition(&self, word: &str) -> Result<Definition, DefinitionError> {
        let mut list = self.list_all(NAMESPACE, TYPE, &Query::default()).await?;
        list.retain(|stored| is_called(stored, word));
        match &*list {
            [] => Err(DefinitionError::Unknown(word.to_owned())),
            [one] => Ok(Definition::of(one)),
            several => {
                let types = several.iter().map(|stored| stored.metadata().id.clone()).collect();
                Err(DefinitionError::Ambiguous { word: word.to_owned(), types })
            }
        }
    }
}

impl Definition {
    fn of(stored: &Stored) -> Self {
        let text = |key| spec(stored, key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let column = |column: &Value| Column {
            name: column.get("name").and_then(Value::as_str).unwrap_or_default().to_owned(),
            path: column.get("jsonPath").and_then(Value::as_str).unwrap_or_default().to_owned(),
        };
        let columns = spec(stored, "printColumns").and_then(Value::as_sequence).unwrap_or_default();
        Self {
            resource_type: text("type"),
            display_type: text("displayType"),
            namespace: text("defaultNamespace"),
            columns: columns.iter().map(column).collect(),
        }
    }
}

impl Column {
    /// What the column shows of a spec; nothing where there is nothing.
    ///
    /// Understands the paths that Omni's definitions have: keys with dots between them, and `[:]` for all elements.
    #[must_use]
    pub fn text(&self, spec: &Value) -> String {
        let path = self.path.trim_start_matches('{').trim_end_matches('}');
        let mut values = vec![spec];
        for key in path.split('.').filter(|key| !key.is_empty()) {
            let (key, is_all) = key.strip_suffix("[:]").map_or((key, false), |key| (key, true));
            values = values.into_iter().filter_map(|value| value.get(key)).collect();
            if is_all {
                values = values.into_iter().filter_map(Value::as_sequence).flatten().collect();
            }
        }
        values.into_iter().map(text).collect::<Vec<_>>().join(" ")
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => serde_json::to_string(other).unwrap_or_default(),
    }
}

fn spec<'s>(stored: &'s Stored, key: &str) -> Option<&'s Value> {
    match &stored.resource {
        AnyResource::Other(resource) => resource.spec.get(key),
        _ => None,
    }
}

fn is_called(stored: &Stored, word: &str) -> bool {
    let aliases = spec(stored, "allAliases").and_then(Value::as_sequence).unwrap_or_default();
    let mut names = aliases.iter().filter_map(Value::as_str).chain([&*stored.metadata().id]);
    names.any(|name| name.eq_ignore_ascii_case(word))
}

const NAMESPACE: &str = "meta";
const TYPE: &str = "ResourceDefinitions.meta.cosi.dev";
