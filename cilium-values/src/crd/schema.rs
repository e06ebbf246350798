//! The schemas of the definitions.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use manifest::Value;
use regex::bytes::Regex;
use serde::Deserialize;

use crate::CiliumVersion;
use crate::go_regex;

pub(crate) static SCHEMAS: LazyLock<Schemas> =
    // That the committed text is of this form is tested.
    LazyLock::new(|| serde_json::from_str(include_str!("../generated/crds.json")).unwrap_or_default());

/// All kinds of all minors, and the schemas that they share.
#[derive(Default, Deserialize)]
pub(crate) struct Schemas {
    kinds: Vec<KindInfo>,
    schemas: Vec<Schema>,
}

/// A kind in one minor.
#[derive(Deserialize)]
pub(crate) struct KindInfo {
    minor: u64,
    pub(crate) kind: String,
    #[cfg(test)]
    pub(crate) plural: String,
    #[cfg(test)]
    pub(crate) namespaced: bool,
    #[cfg(test)]
    #[serde(rename = "shortNames")]
    pub(crate) short_names: Vec<String>,
    pub(crate) versions: Vec<VersionInfo>,
}

/// A version of a kind.
#[derive(Deserialize)]
pub(crate) struct VersionInfo {
    pub(crate) name: String,
    pub(crate) served: bool,
    pub(crate) deprecated: bool,
    pub(crate) schema: usize,
}

/// A structural schema; schemas in it are numbers of others.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Schema {
    #[serde(rename = "type")]
    pub(crate) type_: Option<String>,
    pub(crate) properties: BTreeMap<String, usize>,
    pub(crate) additional_properties: Option<usize>,
    pub(crate) items: Option<usize>,
    pub(crate) required: Vec<String>,
    #[serde(rename = "enum")]
    pub(crate) enum_: Vec<Value>,
    pub(super) default: Option<Value>,
    pub(super) pattern: Option<String>,
    pub(super) format: Option<String>,
    pub(super) min_length: Option<usize>,
    pub(super) max_length: Option<usize>,
    pub(crate) minimum: Option<f64>,
    pub(crate) maximum: Option<f64>,
    pub(super) min_items: Option<usize>,
    pub(crate) max_items: Option<usize>,
    pub(super) min_properties: Option<usize>,
    pub(super) max_properties: Option<usize>,
    pub(super) one_of: Vec<usize>,
    pub(super) any_of: Vec<usize>,
    pub(super) all_of: Vec<usize>,
    pub(super) not: Option<usize>,
    #[serde(rename = "x-kubernetes-preserve-unknown-fields")]
    pub(crate) preserves_unknown: bool,
    #[serde(rename = "x-kubernetes-int-or-string")]
    pub(crate) is_int_or_string: bool,
    #[serde(rename = "x-kubernetes-list-type")]
    pub(super) list_type: Option<String>,
    #[serde(rename = "x-kubernetes-list-map-keys")]
    pub(super) list_keys: Vec<String>,
    #[serde(rename = "x-kubernetes-validations")]
    pub(super) validations: Vec<Validation>,
    #[serde(skip)]
    compiled: OnceLock<Option<Regex>>,
}

/// A rule in CEL with its message.
#[derive(Deserialize)]
pub(crate) struct Validation {
    pub(super) rule: String,
    pub(super) message: String,
}

impl Schemas {
    /// The kinds of the minor of a version, or of the nearest covered one.
    pub(crate) fn kinds_of(&self, cilium: &CiliumVersion) -> impl Iterator<Item = &KindInfo> {
        let minor = cilium.minor().clamp(16, 20);
        self.kinds.iter().filter(move |info| info.minor == minor)
    }

    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Schema> {
        self.schemas.iter()
    }

    /// The schema of a number.
    pub(crate) fn get(&self, number: usize) -> &Schema {
        static NONE: LazyLock<Schema> = LazyLock::new(Schema::default);
        self.schemas.get(number).unwrap_or(&NONE)
    }
}

impl Schema {
    /// Whether a text matches the pattern; one of which cannot be decided what Go makes of it matches everything.
    pub(super) fn matches(&self, text: &str) -> bool {
        self.regex().is_none_or(|regex| regex.is_match(text.as_bytes()))
    }

    fn regex(&self) -> Option<&Regex> {
        let compile = || go_regex::compile(self.pattern.as_deref()?).ok();
        self.compiled.get_or_init(compile).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::SCHEMAS;

    #[test]
    fn every_pattern_of_the_definitions_can_be_read() {
        let patterns = SCHEMAS.all().filter(|schema| schema.pattern.is_some());
        for schema in patterns {
            assert!(schema.regex().is_some(), "{:?}", schema.pattern);
        }
    }
}
