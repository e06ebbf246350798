//! From trees to data, with everything that is wrong said at once.

use std::collections::{BTreeMap, BTreeSet};

use manifest::yaml::rules::{DUPLICATE_KEY, EXCESSIVE_ALIASING, UNKNOWN_KEY, WRONG_TYPE};
use manifest::yaml::{Document, Entry, Kind, Node, Reading};
use manifest::{FieldPath, Finding, Part, Place, Rule, suggest};

use super::Aliases;
use super::datum::Datum;
use crate::facts::{Facts, Shape, Special};
use crate::scalar::brief;

/// Reads one document for one minor.
pub(crate) struct Reader<'d> {
    pub(super) document: &'d Document,
    pub(super) facts: &'static Facts,
    /// The way to what is being read.
    pub(super) trail: Vec<Step<'d>>,
    findings: Vec<Finding>,
    aliases: Aliases,
}

/// The entries of a mapping that count.
#[derive(Default)]
pub(super) struct Entries<'d> {
    all: &'d [Entry],
    /// The places of those that do not, in order.
    left_out: Vec<usize>,
}

impl<'d> Entries<'d> {
    pub(super) fn iter(&self) -> impl Iterator<Item = &'d Entry> {
        let counts = |place: &usize| self.left_out.binary_search(place).is_err();
        self.all.iter().enumerate().filter(move |(place, _)| counts(place)).map(|(_, entry)| entry)
    }
}

/// One step of the way to a value. Hardly any way is ever told, so keys are not copied.
pub(super) enum Step<'d> {
    Key(&'d str),
    Index(usize),
}

impl<'d> Reader<'d> {
    /// Reads a document of a kind that has this struct.
    pub(crate) fn document(
        document: &'d Document,
        root: &'d Node,
        facts: &'static Facts,
        place: usize,
    ) -> (Datum, Vec<Finding>) {
        let mut reader =
            Self { document, facts, trail: Vec::new(), findings: Vec::new(), aliases: Aliases::default() };
        let datum = reader.fields(root, place);
        (datum, reader.findings)
    }

    /// The value of a node where a shape is wanted; the zero value where it does not fit.
    pub(super) fn value(&mut self, node: &'d Node, shape: &Shape) -> Datum {
        let Kind::Alias(target) = &node.kind else { return self.counted(node, shape) };
        self.aliases.enter();
        let datum = self.counted(target, shape);
        self.aliases.leave();
        datum
    }

    fn counted(&mut self, node: &'d Node, shape: &Shape) -> Datum {
        if self.is_bomb() {
            return Datum::zero(shape, self.facts);
        }
        if node.is_null() {
            return match shape {
                // An argument that is nothing is an argument all the same.
                Shape::String => self.string(node),
                _ => Datum::zero(shape, self.facts),
            };
        }
        if is_no_null(node) {
            self.say(&WRONG_TYPE, Part::Value, "the tag `!!null` stands before a value".to_owned());
            return Datum::zero(shape, self.facts);
        }
        if self.passes_over(node, shape) {
            return Datum::zero(shape, self.facts);
        }
        match shape {
            Shape::Pointer(inner) => self.value(node, inner),
            Shape::List { item, .. } => self.list(node, item),
            Shape::Map(inner) => self.map(node, inner),
            Shape::Struct(place) => self.fields(node, *place),
            Shape::Free => self.free(node),
            Shape::Special(Special::Args) => self.arguments(node),
            Shape::Special(Special::Pem { crt, key }) => self.pem(node, *crt, *key),
            Shape::Special(Special::InlineManifests(place)) => self.manifests(node, *place),
            _ => self.scalar(node, shape),
        }
    }

    fn path(&self) -> FieldPath {
        self.trail.iter().fold(FieldPath::root(), |path, step| match step {
            Step::Key(key) => path.key(*key),
            Step::Index(index) => path.index(*index),
        })
    }

    /// Whether the document is an attack by aliases; said once.
    fn is_bomb(&mut self) -> bool {
        let is_bomb = self.aliases.count();
        if is_bomb && !self.findings.iter().any(|finding| finding.rule == &EXCESSIVE_ALIASING) {
            self.say(
                &EXCESSIVE_ALIASING,
                Part::Value,
                "the document is mostly aliases of aliases".to_owned(),
            );
        }
        is_bomb
    }

    fn fields(&mut self, node: &'d Node, place: usize) -> Datum {
        let facts = self.facts;
        let owner = facts.at(place);
        let mut values: Vec<_> = owner.fields.iter().map(|field| Datum::zero(&field.shape, facts)).collect();
        let Some(entries) = self.entries(node) else { return Datum::Struct(values) };
        for entry in entries.iter() {
            let key = entry.key.as_text().unwrap_or_default();
            self.trail.push(Step::Key(key));
            if let Some((index, field)) = owner.field(key) {
                let value = self.value(&entry.value, &field.shape);
                if let Some(slot) = values.get_mut(index) {
                    *slot = value;
                }
            } else {
                self.unknown(key, place);
            }
            self.trail.pop();
        }
        Datum::Struct(values)
    }

    /// Says that a struct has no such key. What stands behind an alias goes unchecked, as upstream does it.
    pub(super) fn unknown_key(&mut self, key: &str, known: &[&str]) {
        if !self.aliases.is_behind() {
            let help = suggest(key, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            self.say_with(&UNKNOWN_KEY, Part::Key, format!("unknown key `{key}`"), help);
        }
    }

    fn unknown(&mut self, key: &str, place: usize) {
        if self.aliases.is_behind() {
            return;
        }
        let owner = self.facts.at(place);
        let (minor, window) = (self.facts.minor, self.facts.other_window(owner.name, key));
        match window {
            Some((first, _)) if first > minor => {
                let message = format!("`{key}` is not known to Talos {minor}; it came with {first}");
                let help = format!("leave it out, or declare Talos {first}");
                self.say_with(&UNKNOWN_KEY, Part::Key, message, Some(help));
            }
            Some((_, last)) => {
                let message = format!("`{key}` is not known to Talos {minor}; it went after {last}");
                self.say_with(&UNKNOWN_KEY, Part::Key, message, None);
            }
            None => {
                let known: Vec<_> = owner.fields.iter().map(|field| field.key).collect();
                self.unknown_key(key, &known);
            }
        }
    }

    /// The entries of a mapping; keys that stand twice are said and left out the second time.
    pub(super) fn entries(&mut self, node: &'d Node) -> Option<Entries<'d>> {
        /// Of so many keys each is compared with all.
        const FEW: usize = 16;

        let Some(all) = node.as_mapping() else {
            self.wrong_type("a mapping", node);
            return None;
        };
        let mut many = (all.len() > FEW).then(BTreeSet::new);
        let mut left_out = Vec::new();
        for (place, entry) in all.iter().enumerate() {
            let mut is_known = |key| match &mut many {
                Some(seen) => !seen.insert(key),
                None => all.iter().take(place).any(|known| known.key.as_text() == Some(key)),
            };
            match entry.key.as_text() {
                Some(key) if is_known(key) => {
                    self.trail.push(Step::Key(key));
                    self.say(&DUPLICATE_KEY, Part::Key, format!("duplicate key `{key}`"));
                    self.trail.pop();
                    left_out.push(place);
                }
                Some(_) => {}
                None => {
                    self.say(&WRONG_TYPE, Part::Value, "a key of a mapping must be a text".to_owned());
                    left_out.push(place);
                }
            }
        }
        Some(Entries { all, left_out })
    }

    /// Whether a value is a merge sign with nothing to merge, where what is wanted is no text.
    fn passes_over(&self, node: &Node, shape: &Shape) -> bool {
        if !self.facts.minor.passes_over_merge_signs() {
            return false;
        }
        let is_no_text = matches!(
            shape,
            Shape::List { .. }
                | Shape::Map(_)
                | Shape::Struct(_)
                | Shape::Free
                | Shape::Duration
                | Shape::Special(
                    Special::Args | Special::Pem { .. } | Special::InlineManifests(_) | Special::PortRange
                )
        );
        is_no_text && node.is_merge_sign(self.facts.minor.yaml())
    }

    fn list(&mut self, node: &'d Node, item: &Shape) -> Datum {
        let Some(items) = node.as_sequence() else {
            self.wrong_type("a list", node);
            return Datum::Nil;
        };
        let keeps_nothing = matches!(item, Shape::Pointer(_));
        let mut list = Vec::with_capacity(items.len());
        for (index, node) in items.iter().enumerate() {
            if node.is_null() && !keeps_nothing {
                continue;
            }
            self.trail.push(Step::Index(index));
            self.no_nothing(node, item);
            list.push(self.value(node, item));
            self.trail.pop();
        }
        Datum::List(list)
    }

    /// Refuses nothing as an item of a list or mapping of pointers.
    fn no_nothing(&mut self, node: &Node, item: &Shape) {
        let is_pointer = matches!(item, Shape::Pointer(_));
        if is_pointer && node.is_null() && !self.facts.minor.takes_nothing_as_item() {
            let message = format!("`{}` must not be null: leave it out, or say what it is", self.path());
            self.say(&WRONG_TYPE, Part::Value, message);
        }
    }

    fn map(&mut self, node: &'d Node, inner: &Shape) -> Datum {
        self.map_of(node, &mut |reader, node| {
            reader.no_nothing(node, inner);
            reader.value(node, inner)
        })
    }

    /// A mapping of what is read from each of its values.
    pub(super) fn map_of(
        &mut self,
        node: &'d Node,
        read: &mut dyn FnMut(&mut Self, &'d Node) -> Datum,
    ) -> Datum {
        let mut map = BTreeMap::new();
        let Some(entries) = self.entries(node) else { return Datum::Nil };
        let release = self.facts.minor.yaml();
        for entry in entries.iter() {
            if entry.key.is_null() || entry.key.is_merge_sign(release) {
                continue;
            }
            self.trail.push(Step::Key(entry.key.as_text().unwrap_or_default()));
            let key = self.string_text(&entry.key).unwrap_or_default();
            map.insert(key.into(), read(self, &entry.value));
            self.trail.pop();
        }
        for merged in entries.iter().filter(|entry| entry.key.is_merge_sign(release)) {
            self.merge_key(&merged.value, read, &mut map);
        }
        Datum::Map(map)
    }

    /// Adds what a merge key brings; what is there already stays.
    fn merge_key(
        &mut self,
        node: &'d Node,
        read: &mut dyn FnMut(&mut Self, &'d Node) -> Datum,
        map: &mut BTreeMap<String, Datum>,
    ) {
        let sources = node.as_sequence().unwrap_or(std::slice::from_ref(node));
        for source in sources {
            if source.as_mapping().is_none() {
                self.wrong_type("a mapping or a list of mappings", source);
                continue;
            }
            self.aliases.enter();
            if let Datum::Map(more) = self.map_of(source.target(), read) {
                for (key, value) in more {
                    map.entry(key).or_insert(value);
                }
            }
            self.aliases.leave();
        }
    }

    /// Lets manifest read a value whose type it knows.
    pub(super) fn leaf<T: serde::de::DeserializeOwned>(&mut self, node: &Node) -> Option<T> {
        let decoded = self.document.decode_at(node, &self.path(), Reading::Go(self.facts.minor.yaml()));
        let whole = decoded.findings.is_empty();
        self.findings.extend(decoded.findings);
        decoded.value.filter(|_| whole)
    }

    pub(super) fn wrong_type(&mut self, expected: &str, node: &Node) {
        let found = match &node.target().kind {
            Kind::Scalar(_) => "a single value",
            Kind::Sequence(_) => "a list",
            Kind::Mapping(_) | Kind::Alias(_) => "a mapping",
        };
        let path = self.path();
        let shown = if path.is_root() { "the document".to_owned() } else { format!("`{path}`") };
        self.say(&WRONG_TYPE, Part::Value, format!("{shown} must be {expected}, not {found}"));
    }

    pub(super) fn say(&mut self, rule: &'static Rule, part: Part, message: String) {
        self.say_with(rule, part, message, None);
    }

    fn say_with(&mut self, rule: &'static Rule, part: Part, message: String, help: Option<String>) {
        let place = Place { path: self.path(), part, ..Place::default() };
        let finding = Finding::new(rule, place, brief(message)).locate(self.document);
        self.findings.push(match help {
            Some(help) => finding.help(help),
            None => finding,
        });
    }
}

const NULL_TAG: &str = "tag:yaml.org,2002:null";

/// Whether a tag says that a scalar is nothing which is something.
fn is_no_null(node: &Node) -> bool {
    let node = node.target();
    node.tag.as_deref() == Some(NULL_TAG) && node.as_scalar().is_some() && !node.is_null()
}
