//! The configuration of one machine as data for people and programs, without its secrets.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use manifest::yaml::Reading;
use manifest::{FieldPath, MASK, Place, Segment, Source, Value, holds_secret};
use serde::Serialize;

use super::{Effective, EffectiveDocument, Leaf, Said};
use crate::estate::{Estate, Machine};

/// What a machine ends up with, value by value. As JSON it is the same data.
///
/// Values of keys that hold secrets are masked; a text that has a secret somewhere in it is not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// Name of the machine.
    pub machine: String,
    /// Its UUID in Omni; absent for a machine that is not Omni's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The cluster that it is in.
    pub cluster: String,
    /// The minor of Talos by whose rules it was merged.
    pub talos: String,
    /// The other machines with the same configuration.
    pub shared_with: Vec<String>,
    /// The patches that reach it, in the order in which they are applied.
    pub patches: Vec<ViewedPatch>,
    /// Why there is no configuration: in Talos' words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// All values that hold no others, in the order of the text.
    pub values: Vec<ViewedValue>,
}

/// A patch that reaches a machine.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewedPatch {
    /// Its id.
    pub id: String,
    /// The layer by which it gets there.
    pub layer: String,
    /// Where its text stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Spot>,
    /// Why the configuration would be the same without it; absent if it makes a difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_effect: Option<String>,
}

/// A value of a configuration, and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewedValue {
    /// Kind of the document, and its name if it has one; absent for the v1alpha1 document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The way to it.
    pub path: String,
    /// The value: a text, a number, a boolean, nothing, an empty list or an empty mapping.
    pub value: Value,
    /// What set it.
    pub set_by: Setter,
    /// What that took the place of, the latest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overrode: Vec<Setter>,
}

/// What set a value. Without patch and file it is what Omni generates.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Setter {
    /// The id of the patch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch: Option<String>,
    /// The layer by which the patch reaches the machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Spot>,
    /// Whether what stands there brought the value along without saying it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub implied: bool,
}

/// A place in a file as people count it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// The file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl View {
    /// The configuration of a machine of an estate; none where the estate has no configuration for it.
    ///
    /// `prefix` is put before the names of files, so that they are what a user would write.
    #[must_use]
    pub fn of(estate: &Estate, machine: &Machine, prefix: &str) -> Option<Self> {
        let effective = estate.effective_of(machine)?;
        let sources = Sources::of(estate, prefix);
        let others = estate.machines_of(effective).filter(|other| !std::ptr::eq(*other, machine));
        let patches = effective.applied.iter().enumerate().map(|(index, applied)| ViewedPatch {
            id: applied.id.clone(),
            layer: applied.layer.to_string(),
            at: sources.spot(&applied.patch.text.place(None, &FieldPath::root(), manifest::Part::Value)),
            no_effect: effective.no_effect(index).map(|why| why.to_string()),
        });
        Some(Self {
            machine: machine.name.clone(),
            id: machine.id.as_ref().map(|id| id.value.to_string()),
            cluster: estate.name.clone(),
            talos: effective.minor.to_string(),
            shared_with: others.map(|other| other.name.clone()).collect(),
            patches: patches.collect(),
            failure: effective.failure.clone(),
            values: values(effective, &sources),
        })
    }

    /// Leaves the values at and below a path, such as `machine.network`; the kind of a document may stand before it.
    pub fn keep(&mut self, path: &str) {
        self.values.retain(|value| {
            let full = value.to_string();
            is_below(&value.path, path) || is_below(&full, path) || full.starts_with(&format!("{path} "))
        });
    }

    /// Gives every text to a function that hides what is secret in it.
    pub fn mask(&mut self, mask: impl Fn(&str) -> String) {
        for value in &mut self.values {
            if let Value::String(text) = &mut value.value {
                *text = mask(text);
            }
        }
    }

    /// What is to be known before the configuration, as lines of comments: whose it is, and the patches that reach it.
    #[must_use]
    pub fn heading(&self) -> String {
        let mut lines =
            vec![format!("{} of the cluster {}, Talos {}", self.machine, self.cluster, self.talos)];
        if !self.shared_with.is_empty() {
            lines.push(format!("the same for {}", self.shared_with.join(", ")));
        }
        for patch in &self.patches {
            let at = patch.at.as_ref().map_or_else(String::new, |spot| format!(" {spot}"));
            let no_effect =
                patch.no_effect.as_ref().map_or_else(String::new, |why| format!(", without effect: {why}"));
            lines.push(format!("patch {} ({}){at}{no_effect}", patch.id, patch.layer));
        }
        let mut text = String::new();
        for line in lines {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "# {}", line.escape_debug());
        }
        text
    }

    /// The values, one a line; with what set them below each, if that is wanted.
    #[must_use]
    pub fn lines(&self, origin: bool) -> String {
        let mut text = String::new();
        for value in &self.values {
            let _ = writeln!(text, "{value}: {}", one_line(&value.value));
            if origin {
                let _ = writeln!(text, "  set by {}", value.set_by);
                for setter in &value.overrode {
                    let _ = writeln!(text, "  overrode {setter}");
                }
            }
        }
        text
    }
}

impl Effective {
    /// Its text with the origin of each value as a comment behind it: patch, file, line and column, and what that
    /// overrode. `prefix` is put before the names of files. It may hold secrets.
    #[must_use]
    pub fn with_origins(&self, estate: &Estate, prefix: &str) -> String {
        let sources = Sources::of(estate, prefix);
        self.annotated(|leaf| {
            let mut note = self.setter(&leaf.said, &sources).to_string();
            for said in &leaf.said.overrode {
                let _ = write!(note, ", was {}", self.setter(said, &sources));
            }
            note
        })
    }

    /// Whether what the patches were applied to is a file, and not what Omni generates.
    fn is_of_a_file(&self) -> bool {
        self.documents.first().is_some_and(|document| document.shared.written.is_some())
    }

    fn setter(&self, said: &Said, sources: &Sources<'_>) -> Setter {
        let applied = said.by.and_then(|by| self.applied.get(by));
        let is_in_file = applied.is_some() || self.is_of_a_file();
        Setter {
            patch: applied.map(|applied| applied.id.clone()),
            layer: applied.map(|applied| applied.layer.to_string()),
            at: sources.spot(&said.place).filter(|_| is_in_file),
            implied: is_in_file && !said.is_written,
        }
    }
}

fn values(effective: &Effective, sources: &Sources<'_>) -> Vec<ViewedValue> {
    let decoded: Vec<Value> = effective
        .documents
        .iter()
        .map(|document| {
            document.document.decode(Reading::Go(effective.minor.yaml())).value.unwrap_or_default()
        })
        .collect();
    let value = |leaf: Leaf| ViewedValue {
        document: effective.documents.get(leaf.document).and_then(label),
        value: decoded.get(leaf.document).map_or(Value::Null, |document| shown(document, &leaf.path)),
        path: leaf.path.to_string(),
        set_by: effective.setter(&leaf.said, sources),
        overrode: leaf.said.overrode.iter().map(|said| effective.setter(said, sources)).collect(),
    };
    effective.leaves().into_iter().map(value).collect()
}

/// Kind and name of a document.
fn label(document: &EffectiveDocument) -> Option<String> {
    let kind = document.kind()?;
    Some(document.name().map_or_else(|| kind.to_owned(), |name| format!("{kind} {name}")))
}

/// The value at a path, masked if a key on the way holds secrets.
fn shown(document: &Value, path: &FieldPath) -> Value {
    let is_secret = |segment: &Segment| matches!(segment, Segment::Key(key) if holds_secret(key));
    let found = path.segments().iter().try_fold(document, |value, segment| match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(index) => value.as_sequence()?.get(*index),
    });
    match found {
        Some(Value::String(text)) if !text.is_empty() && path.segments().iter().any(is_secret) => {
            Value::from(MASK)
        }
        found => found.cloned().unwrap_or_default(),
    }
}

fn one_line(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', "\\n"),
        other => crate::plan::words(other),
    }
}

fn is_below(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The texts of an estate by name, and what is put before their names.
struct Sources<'e> {
    texts: BTreeMap<&'e str, &'e Source>,
    prefix: &'e str,
}

impl<'e> Sources<'e> {
    fn of(estate: &'e Estate, prefix: &'e str) -> Self {
        let sources = estate.files.iter().filter_map(|file| file.source.as_ref());
        Self { texts: sources.map(|source| (source.name(), source)).collect(), prefix }
    }

    fn spot(&self, place: &Place) -> Option<Spot> {
        let file = place.source.as_deref()?;
        let position = self.texts.get(file)?.position(place.span.map_or(0, |span| span.start));
        let file = format!("{}{file}", self.prefix);
        Some(Spot { file, line: position.line, column: position.column })
    }
}

impl fmt::Display for ViewedValue {
    /// The way to it, the document before it where it is not the v1alpha1 document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.document {
            Some(document) => write!(f, "{document} {}", self.path),
            None => f.write_str(&self.path),
        }
    }
}

impl fmt::Display for Setter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.implied {
            f.write_str("implied by ")?;
        }
        match (&self.patch, &self.at) {
            (Some(patch), Some(at)) => write!(f, "{} {at}", patch.escape_debug()),
            (Some(patch), None) => write!(f, "{}", patch.escape_debug()),
            (None, Some(at)) => write!(f, "{at}"),
            (None, None) => f.write_str("Omni"),
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file.escape_debug(), self.line, self.column)
    }
}
