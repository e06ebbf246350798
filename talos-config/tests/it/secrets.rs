//! No field that holds a secret is shown by anything, whichever kind it belongs to.

use std::collections::BTreeSet;

use manifest::{Finding, Map, Source, Value, holds_secret, yaml};
use talos_config::validate::{Mode, validate};
use talos_config::{Configuration, Document, Minor, Patch, patch, schema};

/// What stands in every secret: base64, so that it can be a key, too.
const SECRET: &str = "aHVudGVyMmh1bnRlcjJodW50ZXIyaHVudGVyMmh1bnRlcjI=";

/// Places whose name does not sound like a secret, but which may hold one.
const HEADERS: [&str; 2] = ["headers", "extraManifestHeaders"];

/// One step down a document.
#[derive(Clone, PartialEq)]
enum Step {
    Key(String),
    /// A key that anybody may choose.
    AnyKey,
    Item,
}

/// A place that holds a secret, in a kind of document.
struct Place {
    /// What identifies the document, as the beginning of a flow mapping.
    head: String,
    way: Vec<Step>,
}

impl Place {
    /// A document with a value there and nothing else.
    fn text(&self, value: &str) -> String {
        let inner = self.way.iter().rev().fold(value.to_owned(), |inner, step| match step {
            Step::Key(key) => format!("{{{key}: {inner}}}"),
            Step::AnyKey => format!("{{any: {inner}}}"),
            Step::Item => format!("[{inner}]"),
        });
        format!("{{{}{}\n", self.head, inner.strip_prefix('{').unwrap())
    }

    fn shown(&self) -> String {
        let steps = self.way.iter().map(|step| match step {
            Step::Key(key) => key.as_str(),
            Step::AnyKey => "*",
            Step::Item => "[]",
        });
        steps.collect::<Vec<_>>().join(".")
    }
}

/// All places for secrets that Talos 1.14 knows, old ones included.
fn places() -> Vec<Place> {
    let schema = schema::patch(Minor::V1_14);
    let mut walk = Walk { schema: &schema, way: Vec::new(), open: Vec::new(), found: Vec::new() };
    let mut places = Vec::new();
    for document in schema.get("anyOf").unwrap().as_sequence().unwrap() {
        let kind = document.get("properties").and_then(|properties| properties.get("kind"));
        let kind = kind.and_then(|kind| kind.get("const")).and_then(Value::as_str);
        let is_named = document.get("properties").unwrap().get("name").is_some() && kind.is_some();
        let name = if is_named { "name: a, " } else { "" };
        let head = kind.map_or(String::new(), |kind| format!("apiVersion: v1alpha1, kind: {kind}, {name}"));
        walk.properties(document);
        places.extend(walk.found.drain(..).map(|way| Place { head: head.clone(), way }));
    }
    places
}

struct Walk<'s> {
    schema: &'s Value,
    way: Vec<Step>,
    open: Vec<&'s str>,
    found: Vec<Vec<Step>>,
}

impl<'s> Walk<'s> {
    fn below(&mut self, step: Step, schema: &'s Value) {
        self.way.push(step);
        self.value(schema);
        self.way.pop();
    }

    fn value(&mut self, schema: &'s Value) {
        if let Some(options) = schema.get("anyOf").and_then(Value::as_sequence) {
            for option in options {
                self.value(option);
            }
            return;
        }
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = name.rsplit('/').next().unwrap();
            if name != "delete" && !self.open.contains(&name) {
                self.open.push(name);
                self.value(self.schema.get("$defs").unwrap().get(name).unwrap());
                self.open.pop();
            }
            return;
        }
        self.properties(schema);
        if let Some(values) = schema.get("additionalProperties").filter(|values| values.as_bool().is_none()) {
            self.below(Step::AnyKey, values);
        }
        if let Some(items) = schema.get("items") {
            self.below(Step::Item, items);
        }
        let types = schema.get("type").and_then(Value::as_sequence).unwrap_or_default();
        if types.iter().any(|name| name.as_str() == Some("string")) && self.is_secret() {
            self.found.push(self.way.clone());
        }
    }

    fn properties(&mut self, schema: &'s Value) {
        for (key, value) in
            schema.get("properties").and_then(Value::as_mapping).into_iter().flat_map(Map::iter)
        {
            self.below(Step::Key(key.to_owned()), value);
        }
    }

    fn is_secret(&self) -> bool {
        let key = |step: &Step| match step {
            Step::Key(key) => Some(key.clone()),
            _ => None,
        };
        let keys: Vec<_> = self.way.iter().filter_map(key).collect();
        keys.last().is_some_and(|key| holds_secret(key) || HEADERS.contains(&key.as_str()))
    }
}

fn words(findings: &[Finding]) -> String {
    format!("{findings:?}")
}

#[test]
fn secrets_of_every_kind_are_masked_wherever_they_may_be_shown() {
    let minor = Minor::V1_14;
    let places = places();
    let mut shown = BTreeSet::new();
    let mut check = |place: &Place, what: &str, text: &str| {
        if text.contains(SECRET) || text.contains("hunter2") {
            shown.insert(format!("{}{} in {what}", place.head, place.shown()));
        }
    };
    for place in &places {
        let text = place.text(SECRET);
        let source = Source::new("secret.yaml", text.as_str());
        let documents = yaml::parse(&source).unwrap();
        let typed = Document::decode(&documents[0], minor).and_then(|decoded| decoded.value);
        check(place, "a type", &format!("{:?}", typed.unwrap_or_else(|| panic!("not read: {text}"))));

        let loaded = Configuration::load(&source, minor);
        check(place, "findings of a configuration", &words(&loaded.findings));
        let configuration = loaded.value.unwrap_or_else(|| panic!("not loaded: {text}"));
        check(place, "a configuration", &format!("{configuration:?}"));
        check(place, "validation", &words(&validate(&configuration, Mode::Metal)));

        let loaded = Patch::load(&source, minor).value.unwrap();
        check(place, "a patch", &format!("{loaded:?}"));
        check(place, "a diagnosis", &words(&patch::diagnose(&source, std::slice::from_ref(&loaded), minor)));
        if let Ok(patched) = patch::apply_with_origins(&source, &[loaded], minor) {
            check(place, "an origin", &format!("{:?}", patched.origins.leaves()));
        }
        // Where a text is wanted, a list of it is wrong.
        let wrong = Source::new("wrong.yaml", place.text(&format!("[{SECRET}]")));
        check(place, "what is said of a wrong type", &words(&Configuration::load(&wrong, minor).findings));
    }
    assert_eq!(shown, BTreeSet::new());
    assert!(places.len() > 30, "only {} places for secrets are known", places.len());
}
