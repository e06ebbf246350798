//! Reading resources as `omnictl apply -f` does, and saying what it passes over in silence.

use std::collections::BTreeMap;

use manifest::calendar::is_rfc3339;
use manifest::yaml::{self, Decoded, Document, Node, Reading};
use manifest::{FieldPath, Finding, Place, suggest};
use serde::de::DeserializeOwned;

use super::any::DecodeSpec;
use super::{AnyResource, Metadata, Phase, Version};
use crate::OmniVersion;
use crate::rules::RESOURCE_SHAPE;

/// Whether a document is meant to be a resource: a mapping with `metadata`, and in it a `type`.
#[must_use]
pub fn is_resource(document: &Document) -> bool {
    document.root().get("metadata").is_some_and(|metadata| metadata.get("type").is_some())
}

/// Reads a document as a resource.
///
/// Metadata are taken from the source text of each value, whatever it would be to YAML: a label `1.10`, `true` or
/// `null` is that text, and a label without a value is the empty text. What Omni would pass over (a key that it does
/// not know) is found as well as what it refuses. There is a value whenever the type can be told and the spec read.
pub fn read(document: &Document) -> Decoded<AnyResource> {
    let mut reader = Reader { document, findings: Vec::new() };
    let value = reader.resource();
    reader.findings.sort_by_key(|finding| (finding.place.span, finding.rule.code));
    Decoded { value, findings: reader.findings }
}

const METADATA_KEYS: [&str; 11] = [
    "namespace",
    "type",
    "id",
    "version",
    "owner",
    "phase",
    "created",
    "updated",
    "labels",
    "annotations",
    "finalizers",
];

struct Reader<'d> {
    document: &'d Document,
    findings: Vec<Finding>,
}

impl<'d> Reader<'d> {
    fn resource(&mut self) -> Option<AnyResource> {
        let root = self.document.root();
        let Some(entries) = root.as_mapping() else {
            self.shape(FieldPath::root(), "a resource is a mapping of `metadata` and `spec`");
            return None;
        };
        for entry in entries {
            let key = entry.key.as_text().unwrap_or_default();
            if key != "metadata" && key != "spec" {
                let place = Place::key(FieldPath::root().key(key));
                let message =
                    format!("the key `{key}` is not allowed: a resource has `metadata` and `spec` only");
                let help = "remove it; `omnictl apply` refuses the whole document";
                self.say(Finding::new(&RESOURCE_SHAPE, place, message).help(help));
            }
        }
        let metadata = self.part("metadata", "add the metadata")?;
        let metadata = self.metadata(metadata);
        let spec = self.part("spec", "write `spec: {}` for a spec without fields");
        let (metadata, spec) = (metadata?, spec?);
        AnyResource::decode(metadata, &mut SpecReader { reader: self, spec })
    }

    /// One of the two halves, which must both be there and be mappings.
    fn part(&mut self, key: &str, help: &str) -> Option<&'d Node> {
        let node = self.document.root().get(key);
        match node {
            Some(node) if node.as_mapping().is_some() => return Some(node),
            Some(_) => {
                self.shape_with(FieldPath::root().key(key), format!("`{key}` must be a mapping"), help);
            }
            None => self.shape_with(FieldPath::root(), format!("`{key}` is missing"), help),
        }
        None
    }

    fn metadata(&mut self, node: &Node) -> Option<Metadata> {
        let path = FieldPath::root().key("metadata");
        self.known_keys(node, &path);
        let identity = ["namespace", "type", "id"].map(|key| self.required(node, &path, key));
        let [Some(namespace), Some(resource_type), Some(id)] = identity else { return None };
        let mut metadata = Metadata::new(namespace, resource_type, id);
        if let Some(text) = self.text(node, &path, "version") {
            match text.parse::<Version>() {
                Ok(version) => metadata.version = version,
                Err(error) => self.invalid(path.clone().key("version"), error.to_string()),
            }
        }
        if let Some(word) = self.text(node, &path, "phase") {
            if let Some(phase) = Phase::from_word(word) {
                metadata.phase = phase;
            } else {
                let known = Phase::WORDS.join("` and `");
                let message = format!("unknown phase `{word}`: the phases are `{known}`");
                self.invalid(path.clone().key("phase"), message);
            }
        }
        metadata.owner = self.text(node, &path, "owner").map(str::to_owned).unwrap_or_default();
        metadata.created = self.time(node, &path, "created");
        metadata.updated = self.time(node, &path, "updated");
        metadata.labels = self.texts(node, &path, "labels");
        metadata.annotations = self.texts(node, &path, "annotations");
        metadata.finalizers = self.list(node, &path, "finalizers");
        Some(metadata)
    }

    fn known_keys(&mut self, node: &Node, path: &FieldPath) {
        for entry in node.as_mapping().unwrap_or_default() {
            let key = entry.key.as_text().unwrap_or_default();
            if METADATA_KEYS.contains(&key) {
                continue;
            }
            let message = format!("the key `{key}` is not known in `{path}`; Omni passes over it");
            let place = Place::key(path.clone().key(key));
            let finding = Finding::new(&yaml::rules::UNKNOWN_KEY, place, message);
            let free = METADATA_KEYS.into_iter().filter(|known| node.get(known).is_none());
            self.say(match suggest(key, free) {
                Some(near) => finding.help(format!("did you mean `{near}`?")),
                None => finding.help("remove it, or put it under `labels` or `annotations`"),
            });
        }
    }

    fn required(&mut self, node: &Node, path: &FieldPath, key: &str) -> Option<String> {
        match node.get(key).and_then(Node::as_text) {
            Some(text) if !text.is_empty() => Some(text.to_owned()),
            _ => {
                let message =
                    format!("`{path}.{key}` is missing; neither omnictl nor the server fills it in");
                let place = Place::key(path.clone().key(key));
                self.say(Finding::new(&yaml::rules::MISSING_KEY, place, message).help(match key {
                    "namespace" => "add `namespace: default`, where users' resources live",
                    "type" => "add the full type, such as `ConfigPatches.omni.sidero.dev`",
                    _ => "add an id",
                }));
                None
            }
        }
    }

    /// A mapping of texts to texts, each as it is written.
    fn texts(&mut self, node: &Node, path: &FieldPath, key: &str) -> BTreeMap<String, String> {
        let path = path.clone().key(key);
        let mut texts = BTreeMap::new();
        for entry in self.collection(node.get(key), &path, "a mapping", Node::as_mapping) {
            match (entry.key.as_text(), entry.value.as_text()) {
                (Some(key), Some(value)) => {
                    texts.insert(key.to_owned(), value.to_owned());
                }
                (key, _) => self.wrong_type(path.clone().key(key.unwrap_or_default()), "a text"),
            }
        }
        texts
    }

    /// A list of texts, each as it is written.
    fn list(&mut self, node: &Node, path: &FieldPath, key: &str) -> Vec<String> {
        let path = path.clone().key(key);
        let mut texts = Vec::new();
        for (index, item) in
            self.collection(node.get(key), &path, "a list", Node::as_sequence).iter().enumerate()
        {
            match item.as_text() {
                Some(text) => texts.push(text.to_owned()),
                None => self.wrong_type(path.clone().index(index), "a text"),
            }
        }
        texts
    }

    /// A text as it is written; none where the key is not there.
    fn text<'n>(&mut self, node: &'n Node, path: &FieldPath, key: &str) -> Option<&'n str> {
        let text = node.get(key)?.as_text();
        if text.is_none() {
            self.wrong_type(path.clone().key(key), "a text");
        }
        text
    }

    /// A time as it is written. The server sets its own, but omnictl refuses what is none.
    fn time(&mut self, node: &Node, path: &FieldPath, key: &str) -> Option<String> {
        let text = self.text(node, path, key)?;
        if !is_rfc3339(text) {
            let path = path.clone().key(key);
            let message = format!("`{text}` is no time, which is written as `2026-08-07T10:00:00Z`");
            let finding = Finding::new(&yaml::rules::INVALID_VALUE, path, message);
            self.say(finding.help("remove it: the server sets the times"));
        }
        Some(text.to_owned())
    }

    /// What is in a mapping or list. Nothing behind the key is no empty one to omnictl.
    fn collection<'n, T>(
        &mut self,
        node: Option<&'n Node>,
        path: &FieldPath,
        expected: &str,
        open: impl FnOnce(&'n Node) -> Option<&'n [T]>,
    ) -> &'n [T] {
        let Some(node) = node else { return &[] };
        open(node).unwrap_or_else(|| {
            self.wrong_type(path.clone(), expected);
            &[]
        })
    }

    fn wrong_type(&mut self, path: FieldPath, expected: &str) {
        let message = format!("`{path}`: expected {expected}");
        let finding = Finding::new(&yaml::rules::WRONG_TYPE, path, message);
        self.say(finding.help("`omnictl apply` refuses the whole document"));
    }

    fn invalid(&mut self, path: FieldPath, message: String) {
        self.say(Finding::new(&yaml::rules::INVALID_VALUE, path, message));
    }

    fn shape(&mut self, path: FieldPath, message: &str) {
        self.say(Finding::new(&RESOURCE_SHAPE, path, message));
    }

    fn shape_with(&mut self, path: FieldPath, message: String, help: &str) {
        self.say(Finding::new(&RESOURCE_SHAPE, path, message).help(help));
    }

    fn say(&mut self, finding: Finding) {
        self.findings.push(finding.locate(self.document));
    }
}

struct SpecReader<'r, 'd> {
    reader: &'r mut Reader<'d>,
    spec: &'d Node,
}

impl DecodeSpec for SpecReader<'_, '_> {
    fn spec<S: DeserializeOwned>(&mut self) -> Option<S> {
        let path = FieldPath::root().key("spec");
        let decoded =
            self.reader.document.decode_at(self.spec, &path, Reading::Go(OmniVersion::LATEST.yaml()));
        self.reader.findings.extend(decoded.findings);
        decoded.value
    }
}
