//! Validation: what Talos refuses, or warns of, in a configuration that it can load.
//!
//! The conditions are upstream's own, minor by minor, and so are most of the words, so that a finding here and the line
//! that `talosctl validate` prints can be told to be the same. What needs the machine itself (its disks, its state) is
//! not checked.

mod certificates;
mod cluster;
mod components;
mod conflict;
mod devices;
mod documents;
mod encryption;
mod features;
mod inside;
mod machine;
mod metadata;
pub(crate) mod text;
mod together;
mod view;

use manifest::yaml;
use manifest::{FieldPath, Finding, Part, Place, Rule, Severity, Source, Span};

use self::view::{View, fields, keys};
use crate::configuration::{Configuration, Document, LoadAs, Stream, load_documents};
use crate::facts::Facts;
use crate::patch::{Trail, TrailReader};
use crate::scalar::{MachineType, brief};
use crate::version::Minor;

/// What the machine runs on (`--mode` of `talosctl validate`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Hardware, or a virtual machine that is installed to disk. `metal-agent` counts as [`Mode::Cloud`].
    Metal,
    /// An image of a cloud: nothing is installed.
    Cloud,
    /// A container.
    Container,
}

/// Everything that is wrong with a configuration on a platform, in upstream's order: the v1alpha1 document, the others
/// as they stand, then what concerns several of them.
///
/// ```
/// use manifest::Source;
/// use talos_config::validate::{Mode, validate};
/// use talos_config::{Configuration, Minor};
///
/// let source = Source::new("watchdog.yaml", "apiVersion: v1alpha1\nkind: WatchdogTimerConfig\ntimeout: 5s\n");
/// let configuration = Configuration::load(&source, Minor::V1_13).value.ok_or("refused")?;
/// let findings = validate(&configuration, Mode::Metal);
/// assert_eq!(findings[0].message, "watchdog device: empty value");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn validate(configuration: &Configuration, mode: Mode) -> Vec<Finding> {
    check(configuration, mode, None)
}

/// Loads a stream and validates it; every finding has its place in the text. Where the stream cannot be loaded, that is
/// all there is to say.
///
/// ```
/// use manifest::Source;
/// use talos_config::Minor;
/// use talos_config::validate::{Mode, validate_source};
///
/// let text = "apiVersion: v1alpha1\nkind: WatchdogTimerConfig\ndevice: /dev/watchdog0\ntimeout: 5s\n";
/// let source = Source::new("watchdog.yaml", text);
/// let findings = validate_source(&source, Minor::V1_13, Mode::Metal);
/// let span = findings[0].place.span.unwrap();
/// assert_eq!((source.position(span.start).line, source.slice(span)), (4, "5s"));
/// ```
#[must_use]
pub fn validate_source(source: &Source, minor: Minor, mode: Mode) -> Vec<Finding> {
    match yaml::parse_as(source, minor.yaml()) {
        Ok(documents) => {
            let reader = TrailReader::of_layer(Facts::of(minor), 0);
            let stream = load_documents(source, &documents, minor, LoadAs::Configuration, Some(reader));
            judge(stream, minor, mode, Some(source))
        }
        Err(finding) => vec![*finding],
    }
}

/// The same for the documents of one text that has been parsed, such as [`Origins::documents`](crate::patch::Origins::documents).
/// Without any there is nothing to say.
///
/// What is said of a configuration that can be loaded has its path and no bytes: nobody wrote them, and whoever did write
/// the value is asked for by the path.
#[must_use]
pub fn validate_documents<'d>(
    documents: impl IntoIterator<Item = &'d yaml::Document>,
    minor: Minor,
    mode: Mode,
) -> Vec<Finding> {
    let mut documents = documents.into_iter().peekable();
    let source = documents.peek().map(|document| document.source());
    source.map_or_else(Vec::new, |source| {
        judge(load_documents(source, documents, minor, LoadAs::Configuration, None), minor, mode, None)
    })
}

fn judge(stream: Stream, minor: Minor, mode: Mode, source: Option<&Source>) -> Vec<Finding> {
    let Stream { documents, findings, .. } = stream;
    if findings.is_empty() { check(&Configuration { minor, documents }, mode, source) } else { findings }
}

fn check(configuration: &Configuration, mode: Mode, source: Option<&Source>) -> Vec<Finding> {
    let minor = configuration.minor;
    let mut checker = Checker { minor, mode, document: None, place: None, findings: Vec::new() };
    let facts = Facts::of(minor);
    let view = |document| View::of(document, facts);
    let old = configuration.documents.iter().find(|document| document.kind.is_v1alpha1());
    if let Some(old) = old {
        checker.enter(old, source);
        machine::check(&mut checker, view(old));
    }
    for document in configuration.documents.iter().filter(|document| !document.kind.is_v1alpha1()) {
        checker.enter(document, source);
        documents::check(&mut checker, document.kind, view(document));
    }
    if let Some(old) = old {
        for document in configuration.documents.iter().filter(|document| !document.kind.is_v1alpha1()) {
            checker.enter(document, source);
            conflict::check(&mut checker, document.kind.name(), view(document), view(old));
        }
    }
    checker.leave(source);
    if minor >= Minor::V1_14 {
        together::check(&mut checker, configuration);
    }
    checker.findings
}

/// Gathers what is wrong.
struct Checker<'c> {
    minor: Minor,
    mode: Mode,
    /// The document that is looked at; none while all are looked at together.
    document: Option<&'c Document>,
    /// The text, and where the values of the document that is looked at stand in it.
    place: Option<(&'c Source, Option<&'c Trail>)>,
    findings: Vec<Finding>,
}

impl<'c> Checker<'c> {
    /// Looks at a document from now on.
    fn enter(&mut self, document: &'c Document, source: Option<&'c Source>) {
        self.document = Some(document);
        self.place = source.map(|source| (source, document.trail.as_deref()));
    }

    /// Looks at all documents together from now on.
    fn leave(&mut self, source: Option<&'c Source>) {
        self.document = None;
        self.place = source.map(|source| (source, None));
    }

    /// Says that something is wrong at a spot of the document.
    fn say(&mut self, rule: &'static Rule, spot: impl Into<Spot>, message: impl Into<String>) {
        self.say_inside(rule, spot, message, None);
    }

    /// Says that something is wrong with a part of the text at a spot: the text, and the bytes of it.
    fn say_inside(
        &mut self,
        rule: &'static Rule,
        spot: impl Into<Spot>,
        message: impl Into<String>,
        part: Option<(&str, Span)>,
    ) {
        let Spot { path, part: of_entry } = spot.into();
        let mut place = Place { path, part: of_entry, ..Place::default() };
        if let Some((source, trail)) = self.place {
            place.source = Some(source.name().to_owned());
            let key = trail.filter(|_| of_entry == Part::Key).and_then(|trail| trail.find_key(&place.path));
            let value = || trail.and_then(|trail| trail.find(&place.path)).map(|(mark, _)| mark.span);
            place.span = key.or_else(value).map(|span| {
                // Of a mapping or list the first line is enough.
                let line = source.slice(span).lines().next().unwrap_or_default();
                let whole = Span::new(span.start, span.start + line.trim_end().len());
                part.and_then(|(text, part)| inside::inside(source, span, text, part)).unwrap_or(whole)
            });
        }
        let finding = Finding::new(rule, place, brief(message.into()));
        self.findings.push(match self.document {
            Some(document) => finding.label(format!("in {}", id(document))),
            None => finding,
        });
    }
}

/// A value of a document, or the key in front of it.
#[derive(Clone)]
struct Spot {
    path: FieldPath,
    part: Part,
}

impl Spot {
    /// The value of a key, or an item, of what is at a path.
    fn below(path: &str, key: &str) -> Self {
        Self { path: field_path(path).key(key), part: Part::Value }
    }

    /// A key of what is at a path.
    fn key(path: &str, key: &str) -> Self {
        Self { part: Part::Key, ..Self::below(path, key) }
    }
}

impl<T: AsRef<str>> From<T> for Spot {
    fn from(path: T) -> Self {
        Self { path: field_path(path.as_ref()), part: Part::Value }
    }
}

/// A path that is written with points between keys and numbers in brackets behind lists.
fn field_path(text: &str) -> FieldPath {
    let mut path = FieldPath::root();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let (key, indices) = part.split_once('[').unwrap_or((part, ""));
        path = path.key(key);
        let numbers = indices.split(['[', ']']).filter_map(|number| number.parse().ok());
        path = numbers.fold(path, FieldPath::index);
    }
    path
}

/// The role that a machine section gives; none where upstream does not know it.
fn role(machine: View<'_>) -> Option<MachineType> {
    machine.text(keys!("type")).parse().ok()
}

/// A document as upstream names it in front of its errors.
fn id(document: &Document) -> String {
    match document.name() {
        Some(name) => format!("{}/{name}", document.kind.name()),
        None if document.kind.is_v1alpha1() => "v1alpha1.Config".to_owned(),
        None => document.kind.name().to_owned(),
    }
}

/// What to do about what Talos does not say yet.
const LATER: &str =
    "mend it as well: Talos stops at the first fault of such a document and would say it next time";

/// Whether Talos says a finding only once what comes before it in the same document is mended: of documents of some
/// kinds it says the first fault alone.
#[must_use]
pub fn is_said_later(finding: &Finding) -> bool {
    finding.help.as_deref() == Some(LATER)
}

/// Whether a finding keeps Talos from taking the configuration.
#[must_use]
pub fn is_fatal(finding: &Finding, strict: bool) -> bool {
    let of_old = finding.label.as_deref() == Some("in v1alpha1.Config");
    finding.severity == Severity::Error || (strict && of_old)
}
