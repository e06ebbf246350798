//! From trees to values of any type that serde can build, with everything that is wrong said at once.
//!
//! Serde stops at the first error. This deserializer reports an error where it happens, remembers the node,
//! leaves it out and goes on: in place for the items of lists and maps, by another pass over the document
//! where a field of a struct failed or is missing. The last pass meets no new error, and its value holds all that was right.

mod access;
mod error;
mod node;
mod scalar;
mod stand_in;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use self::error::{Error, Problem};
use self::node::{Reader, Trail};
use self::stand_in::StandIns;
use super::node::{Document, Kind, Node};
use super::{GoYaml, rules};
use crate::finding::{Finding, Fix, Part, Place};
use crate::path::FieldPath;
use crate::rule::Rule;
use crate::source::Span;
use crate::suggest::suggest;

/// Whose rules say what a scalar means where a type is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Go's YAML library decoding into typed values, as Talos and Omni do: a text field takes the source text
    /// of any scalar, nothing stands for the empty value of every type, `yes` and `on` are booleans even in
    /// quotes, empty items of lists of plain values are dropped.
    Go(GoYaml),
    /// YAML that becomes JSON and must have its types, as for the Kubernetes API server and for our own
    /// spec: a text must read as a text to every reader, so `true`, `yes`, `8080` or `1.10` want quotes. Where a boolean
    /// or any type will do, `yes` and `on` without quotes are booleans, as they are to `kubectl` and to Helm.
    Json,
}

/// The name of a newtype ([`Deserializer::deserialize_newtype_struct`](serde::Deserializer::deserialize_newtype_struct))
/// that takes the source text of a single value, `1.10` without quotes as well, and tells lists from it. A type that asks for
/// any value would be given the number 1.1. Only [`Reading::Go`] knows the name; for others it is that of any newtype.
pub const SOURCE_TEXT: &str = "manifest::yaml::SOURCE_TEXT";

/// The value of a document and all that is wrong with it.
#[derive(Clone, Debug)]
#[must_use = "the findings are lost unless they are reported"]
pub struct Decoded<T> {
    /// What could be read: keys and items with a finding are left out. Absent where what is left out was
    /// needed.
    pub value: Option<T>,
    /// What is wrong, in the order of the text.
    pub findings: Vec<Finding>,
}

impl Document {
    /// Reads the document as a `T`.
    ///
    /// All unknown keys, wrong types, missing keys, refused values and duplicate keys are reported together.
    pub fn decode<T: DeserializeOwned>(&self, reading: Reading) -> Decoded<T> {
        self.decode_at(self.root(), &FieldPath::root(), reading)
    }

    /// Reads one value of the document, at `path`, as a `T`.
    pub fn decode_at<T: DeserializeOwned>(
        &self,
        node: &Node,
        path: &FieldPath,
        reading: Reading,
    ) -> Decoded<T> {
        let context = Context::new(self, path, reading);
        context.find_duplicate_keys(node, &Trail::Root);
        let mut value = None;
        for pass in 0.. {
            context.start_pass();
            let trail = Trail::Root;
            let reader = Reader { node, trail: &trail, context: &context, is_droppable: false };
            value = match T::deserialize(reader) {
                Ok(value) => Some(value),
                Err(error) => {
                    context.report(error, node, &trail);
                    None
                }
            };
            if !context.found_new() || (pass >= MAX_PASSES && context.steps.get() >= MAX_STEPS) {
                break;
            }
        }
        Decoded { value, findings: context.into_findings() }
    }
}

/// A pass finds at least one error of every list and mapping that has any. Whoever has made more than these passes and
/// this much reading find will run the check again anyway.
const MAX_PASSES: usize = 64;
const MAX_STEPS: usize = 8_000_000;

/// What all readers of one document share.
struct Context<'d> {
    document: &'d Document,
    base: &'d FieldPath,
    reading: Reading,
    findings: RefCell<Vec<Finding>>,
    /// Addresses of nodes that failed and are left out from now on.
    failed: RefCell<BTreeSet<usize>>,
    stand_ins: RefCell<StandIns>,
    /// Addresses of keys that are known to be unknown.
    unknown: RefCell<BTreeSet<usize>>,
    /// What has been said already: another pass would say it again.
    said: RefCell<BTreeSet<(Span, &'static str, String)>>,
    new: Cell<bool>,
    duplicate_keys: Cell<bool>,
    budget: Cell<Budget>,
    /// What all passes went through.
    steps: Cell<usize>,
    fatal: Cell<bool>,
}

/// How much of the work was done behind aliases, counted as Go's decoder counts it.
#[derive(Clone, Copy, Default)]
struct Budget {
    decoded: usize,
    aliased: usize,
    depth: usize,
}

impl<'d> Context<'d> {
    fn new(document: &'d Document, base: &'d FieldPath, reading: Reading) -> Self {
        Self {
            document,
            base,
            reading,
            findings: RefCell::default(),
            failed: RefCell::default(),
            stand_ins: RefCell::default(),
            unknown: RefCell::default(),
            said: RefCell::default(),
            new: Cell::default(),
            duplicate_keys: Cell::default(),
            budget: Cell::default(),
            steps: Cell::default(),
            fatal: Cell::default(),
        }
    }

    /// The release of Go's library by whose signs mappings are merged.
    fn release(&self) -> GoYaml {
        match self.reading {
            Reading::Go(release) => release,
            Reading::Json => GoYaml::default(),
        }
    }

    fn start_pass(&self) {
        self.new.set(false);
        self.budget.set(Budget::default());
    }

    /// Counts the entries of a mapping or items of a list, which every pass goes through.
    fn walk(&self, count: usize) {
        self.steps.set(self.steps.get() + count);
    }

    /// Whether the last pass left out something that the passes before it did not, so that another one is
    /// needed to see what lies behind.
    fn found_new(&self) -> bool {
        self.new.get() && !self.fatal.get()
    }

    fn has_failed(&self, node: &Node) -> bool {
        self.failed.borrow().contains(&address(node))
    }

    fn fail(&self, node: &Node) {
        if self.failed.borrow_mut().insert(address(node)) {
            self.new.set(true);
        }
    }

    /// Gives an error its place, unless it has one, and leaves the node out from now on: at once, or when it is known what
    /// else it lacks.
    fn report(&self, error: Error, node: &Node, trail: &Trail<'_>) -> Error {
        if error.reported {
            return error;
        }
        match &error.problem {
            Problem::MissingKey(key) if self.stand_ins.borrow_mut().lacks(address(node), key) => {
                self.new.set(true);
            }
            _ => self.fail(node),
        }
        let path = || self.base.clone().join(&trail.path());
        let at = |part| Place { path: path(), part, ..Place::default() };
        let finding = match &error.problem {
            Problem::Dropped | Problem::Fatal => return error,
            Problem::Incomplete => None,
            Problem::MissingKey(key) if self.lost_key(node, key) => None,
            Problem::MissingKey(_) => Some(
                Finding::new(&rules::MISSING_KEY, at(Part::Key), error.to_string())
                    .help("add the key; it has no default"),
            ),
            Problem::DuplicateKey(_) => {
                Some(Finding::new(&rules::DUPLICATE_KEY, at(Part::Value), error.to_string()))
            }
            Problem::Length(_) if self.lost_item(node) => None,
            Problem::Length(message) => {
                Some(Finding::new(&rules::INVALID_VALUE, at(Part::Value), prefixed(&path(), message)))
            }
            Problem::Mismatch { rule, message } => {
                Some(Finding::new(rule, at(Part::Value), prefixed(&path(), message)))
            }
            Problem::UnknownWord { word, known } => {
                let finding = Finding::new(&rules::INVALID_VALUE, at(Part::Value), prefixed(&path(), &error));
                Some(match suggest(word, known.iter().copied()) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding,
                })
            }
        };
        if let Some(finding) = finding {
            self.say(finding);
        }
        Error { reported: true, ..error }
    }

    /// Whether a key that is now missing was there and failed, so that its absence needs no second word.
    fn lost_key(&self, node: &Node, key: &str) -> bool {
        node.get(key).is_some_and(|value| self.has_failed(value))
    }

    /// Whether a list is too short because an item of it failed, which has been said.
    fn lost_item(&self, node: &Node) -> bool {
        node.as_sequence().is_some_and(|items| items.iter().any(|item| self.has_failed(item)))
    }

    fn say(&self, finding: Finding) {
        let finding = finding.locate(self.document);
        let span = finding.place.span.unwrap_or_default();
        if self.said.borrow_mut().insert((span, finding.rule.code, finding.message.clone())) {
            self.findings.borrow_mut().push(finding);
        }
    }

    /// Says that a key is not known. `is_own` is whether it stands in the mapping itself, and is not merged into it; `present`
    /// are the known keys that are there.
    fn unknown_key(
        &self,
        key: &Node,
        is_own: bool,
        trail: &Trail<'_>,
        known: &[&'static str],
        present: &[&str],
    ) {
        if !self.unknown.borrow_mut().insert(address(key)) {
            return;
        }
        let path = self.base.clone().join(&trail.path());
        let owner = if path.is_root() { "this document".to_owned() } else { format!("`{path}`") };
        let source = || Some(self.document.source().name().to_owned());
        let Some(text) = key.as_text() else {
            let place = Place { source: source(), span: Some(key.span), ..Place::value(path) };
            let message = format!("a key of {owner} is {}, and must be a text", scalar::describe(key));
            return self.say(Finding::new(&rules::WRONG_TYPE, place, message));
        };
        let mut place = Place::key(path.key(text));
        if is_own {
            // Looked up, each would cost a look at all the others.
            place = Place { source: source(), span: Some(key.span), ..place };
        }
        let finding =
            Finding::new(&rules::UNKNOWN_KEY, place, format!("the key `{text}` is not known in {owner}"));
        let free = known.iter().copied().filter(|known| !present.contains(known));
        self.say(match suggest(text, free) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None if known.is_empty() => finding.help("remove it"),
            None if known.len() <= 12 => finding.help(format!("the known keys are `{}`", known.join("`, `"))),
            None => finding.help("remove it, or move it to where it belongs"),
        });
    }

    /// A text is wanted and an unquoted value reads as something else: the mend is certain.
    fn unquoted(&self, node: &Node, trail: &Trail<'_>, text: &str, found: &str) -> Error {
        self.fail(node);
        let path = self.base.clone().join(&trail.path());
        let finding = Finding::new(
            &rules::UNQUOTED_STRING,
            Place::value(path.clone()),
            prefixed(&path, format!("a text is wanted, but `{text}` without quotes is {found}")),
        )
        .help(format!("put it in quotes: `\"{text}\"`"))
        .fix(Fix {
            title: "put the value in quotes".to_owned(),
            span: node.span,
            replacement: format!("\"{text}\""),
        });
        self.say(finding);
        Error {
            problem: Problem::Mismatch { rule: &rules::UNQUOTED_STRING, message: String::new() },
            reported: true,
        }
    }

    /// Counts a step; refuses the document once most of the work is done behind aliases.
    fn step(&self, node: &Node) -> Result<(), Error> {
        if self.fatal.get() {
            return Err(Error::fatal());
        }
        let mut budget = self.budget.get();
        budget.decoded += 1;
        if budget.depth > 0 {
            budget.aliased += 1;
        }
        self.budget.set(budget);
        if budget.is_spent() {
            self.fatal.set(true);
            let place = Place {
                source: Some(self.document.source().name().to_owned()),
                span: Some(node.span),
                ..Place::default()
            };
            self.say(
                Finding::new(&rules::EXCESSIVE_ALIASING, place, "the document contains excessive aliasing")
                    .help("write the values out, or use fewer aliases to aliases"),
            );
            return Err(Error::fatal());
        }
        Ok(())
    }

    fn enter_alias(&self) {
        let budget = self.budget.get();
        self.budget.set(Budget { depth: budget.depth + 1, ..budget });
    }

    fn leave_alias(&self) {
        let budget = self.budget.get();
        self.budget.set(Budget { depth: budget.depth.saturating_sub(1), ..budget });
    }

    fn has_duplicate_keys(&self) -> bool {
        self.duplicate_keys.get()
    }

    /// Go's readers refuse a key that is given twice wherever it stands, and compare the texts of the keys.
    /// What lies behind an alias has been looked at where it is anchored.
    fn find_duplicate_keys(&self, node: &Node, trail: &Trail<'_>) {
        match &node.kind {
            Kind::Scalar(_) => {}
            Kind::Alias(target) if target.span != node.span => {}
            Kind::Alias(target) => self.find_duplicate_keys(target, trail),
            Kind::Sequence(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.find_duplicate_keys(item, &Trail::Index(trail, index));
                }
            }
            Kind::Mapping(entries) => {
                let mut seen = BTreeMap::new();
                for entry in entries {
                    let Some(text) = entry.key.as_text() else { continue };
                    if let Some(first) = seen.insert(text, entry.key.span) {
                        self.duplicate_keys.set(true);
                        self.say(self.duplicate_key(text, first, entry.key.span, trail));
                    }
                    self.find_duplicate_keys(&entry.value, &Trail::Key(trail, text));
                }
            }
        }
    }

    fn duplicate_key(&self, key: &str, first: Span, second: Span, trail: &Trail<'_>) -> Finding {
        let source = self.document.source();
        let place = |span| Place {
            source: Some(source.name().to_owned()),
            path: self.base.clone().join(&trail.path()).key(key),
            part: Part::Key,
            span: Some(span),
        };
        let line = source.position(first.start).line;
        Finding::new(
            &rules::DUPLICATE_KEY,
            place(second),
            format!("the key `{key}` is already given at line {line}"),
        )
        .related(place(first), "the first one")
        .help("keep one of the two")
    }

    fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        findings.sort_by_key(|finding| (finding.place.span, finding.rule.code));
        findings
    }
}

impl Budget {
    /// `allowedAliasRatio` of Go's decoder: nearly everything may be aliased in a small document, a tenth in
    /// a large one.
    #[expect(clippy::cast_precision_loss, reason = "a ratio of counts far below the limit of exact floats")]
    fn is_spent(self) -> bool {
        const SMALL: f64 = 400_000.0;
        const LARGE: f64 = 4_000_000.0;
        let decoded = self.decoded as f64;
        let allowed = if decoded <= SMALL {
            0.99
        } else if decoded >= LARGE {
            0.10
        } else {
            0.99 - 0.89 * (decoded - SMALL) / (LARGE - SMALL)
        };
        self.aliased > 100 && self.decoded > 1000 && self.aliased as f64 / decoded > allowed
    }
}

/// The identity of a node within one decoding, during which the tree does not move.
fn address(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

fn prefixed(path: &FieldPath, message: impl std::fmt::Display) -> String {
    if path.is_root() { message.to_string() } else { format!("`{path}`: {message}") }
}

/// A wrong type, in words.
fn wrong_type(expected: &str, found: &str) -> Error {
    let rule: &'static Rule = &rules::WRONG_TYPE;
    Error::mismatch(rule, format!("expected {expected}, found {found}"))
}
