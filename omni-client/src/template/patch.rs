//! Patches inside a template.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Inline;

/// A patch of a cluster, a machine set or a machine: `client/pkg/template/internal/models/patch.go`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Patch {
    /// The name, which becomes the annotation `name` and part of the id. Absent: the name of the file.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The whole id of the resource. Absent: made of a weight, the scope and the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id_override: String,
    /// Labels of the resource. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub labels: BTreeMap<String, String>,
    /// Annotations of the resource; `name` wins over the name above. Keys under `omni.sidero.dev/` are refused.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub annotations: BTreeMap<String, String>,
    /// The file with the text, relative to the template. Excludes `inline`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The text itself. Excludes `file`; needs a name or an id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inline: Option<Inline>,
}

impl Patch {
    /// A patch that becomes the resource of this id, with exactly this text: so a template and a file that was
    /// applied with `omnictl apply` can name the same resource.
    #[must_use]
    pub fn with_id(id: impl Into<String>, inline: impl Into<Inline>) -> Self {
        Self { id_override: id.into(), inline: Some(inline.into()), ..Self::default() }
    }

    /// A patch whose text is in a file next to the template.
    #[must_use]
    pub fn of_file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// What the patch is called: its name, or else its file.
    pub(super) fn effective_name(&self) -> &str {
        if self.name.is_empty() { &self.file } else { &self.name }
    }

    /// Names the patch.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self { name: name.into(), ..self }
    }
}
