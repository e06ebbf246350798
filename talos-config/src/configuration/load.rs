//! From a stream of documents to data.

use std::borrow::Cow;
use std::collections::BTreeMap;

use manifest::yaml::{self, Node};
use manifest::{FieldPath, Finding, Part, Place, Rule, Source, Span, suggest};

use super::Document;
use super::conflict::clashes;
use super::foreign;
use super::identity::{Unidentified, VERSION, id_of, kind_of};
use crate::facts::{Facts, Kind, Shape};
use crate::model::Reader;
use crate::patch::{Selector, TrailReader};
use crate::rules;
use crate::scalar::brief;
use crate::version::Minor;

/// What a stream is loaded as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LoadAs {
    Configuration,
    /// Delete markers are taken out, and since 1.14 documents may stand twice.
    Patch,
}

/// What was read from a stream.
#[derive(Default)]
pub(crate) struct Stream {
    pub(crate) documents: Vec<Document>,
    pub(crate) selectors: Vec<Selector>,
    pub(crate) findings: Vec<Finding>,
}

/// Reads all documents of a stream.
pub(crate) fn load(source: &Source, minor: Minor, load_as: LoadAs) -> Stream {
    load_with_trails(source, minor, load_as, None)
}

/// Reads all documents of a stream, each with where its values were said.
pub(crate) fn load_with_trails(
    source: &Source,
    minor: Minor,
    load_as: LoadAs,
    trails: Option<TrailReader<'_>>,
) -> Stream {
    let documents = match yaml::parse_as(source, minor.yaml()) {
        Ok(documents) => documents,
        Err(finding) => return Stream { findings: vec![*finding], ..Stream::default() },
    };
    load_documents(source, &documents, minor, load_as, trails)
}

/// The same for a stream that has been parsed, as the minor's release of the YAML library does.
pub(crate) fn load_documents<'d>(
    source: &Source,
    documents: impl IntoIterator<Item = &'d yaml::Document>,
    minor: Minor,
    load_as: LoadAs,
    trails: Option<TrailReader<'_>>,
) -> Stream {
    let mut loader = Loader {
        facts: Facts::of(minor),
        load_as,
        trails,
        seen: BTreeMap::new(),
        stream: Stream::default(),
        spans: Vec::new(),
    };
    for document in documents {
        loader.document(document);
    }
    loader.finish(source)
}

struct Loader<'t> {
    facts: &'static Facts,
    load_as: LoadAs,
    trails: Option<TrailReader<'t>>,
    seen: BTreeMap<(String, String, String), Span>,
    stream: Stream,
    /// Where the documents begin.
    spans: Vec<Span>,
}

impl Loader<'_> {
    fn document(&mut self, document: &yaml::Document) {
        let minor = self.facts.minor;
        let root = document.root();
        if root.is_null() && minor.names_documents_in_errors() {
            return;
        }
        let start = document.span_of(&FieldPath::root(), Part::Key);
        if root.as_mapping().is_none() {
            let message = "a document of a machine configuration must be a mapping";
            self.say(document, &rules::DOCUMENT_NOT_A_MAPPING, "", message.to_owned());
            return;
        }
        let mut cut = Cow::Borrowed(root);
        if self.load_as == LoadAs::Patch {
            match Selector::take(&mut cut) {
                Ok(taken) => {
                    let before = self.stream.documents.iter().filter(|known| !known.kind.is_v1alpha1());
                    let turn = before.count();
                    let mut selectors = taken.selectors;
                    for selector in &mut selectors {
                        selector.turn = turn;
                    }
                    self.stream.selectors.append(&mut selectors);
                    if !taken.has_rest {
                        return;
                    }
                }
                Err(message) => {
                    self.say(document, &rules::DELETE_MARKER_MISPLACED, "", message);
                    return;
                }
            }
        }
        let id = id_of(&cut);
        if let Some(first) = self.seen.get(&id).copied() {
            if !(self.load_as == LoadAs::Patch && minor.has_lenient_patches()) {
                let (version, kind, name) = &id;
                let message = format!("duplicate document {version}/{kind}/{name}");
                let place = Place {
                    span: Some(first),
                    source: Some(document.source().name().to_owned()),
                    ..Place::default()
                };
                let finding = located(document, &rules::DOCUMENT_DUPLICATED, "", message)
                    .related(place, "it is here already");
                self.stream.findings.push(finding);
            }
        } else {
            self.seen.insert(id, start);
        }
        self.typed(document, &cut, start);
    }

    fn typed(&mut self, document: &yaml::Document, root: &Node, start: Span) {
        let kind = match kind_of(root.as_mapping().unwrap_or_default(), self.facts) {
            Ok(kind) => kind,
            Err(reason) => return self.unidentified(document, reason),
        };
        let place = self.facts.place(kind.type_name());
        let (datum, findings) = Reader::document(document, root, self.facts, place);
        // What is wrong may be that it is too much.
        let readable = self.trails.filter(|_| findings.is_empty());
        let trail = readable.map(|trails| Box::new(trails.read(root, &Shape::Struct(place))));
        self.stream.findings.extend(findings);
        let name = self.facts.at(place).field("name").filter(|_| kind.is_named()).map(|(index, _)| index);
        self.stream.documents.push(Document { kind, place, datum, name, trail });
        self.spans.push(start);
    }

    fn unidentified(&mut self, document: &yaml::Document, reason: Unidentified) {
        let minor = self.facts.minor;
        match reason {
            Unidentified::NoKind => {
                let message = "missing kind: nothing says what kind of document this is";
                let finding = located(document, &rules::KIND_MISSING, "", message.to_owned());
                self.stream.findings.push(finding.help(foreign::help(document.root())));
            }
            Unidentified::NoVersion { kind } => {
                let message = format!("missing apiVersion: `{kind}` needs `apiVersion: v1alpha1`");
                self.say(document, &rules::API_VERSION_MISSING, "kind", message);
            }
            Unidentified::NotRegistered { kind, version } => {
                let since = self.facts.any_kind(&kind).filter(|known| known.since() > minor);
                let message = match since {
                    Some(known) => {
                        format!("`{kind}` is not known to Talos {minor}; it came with {}", known.since())
                    }
                    None => format!("\"{kind}\" \"{version}\": not registered"),
                };
                let finding = located(document, &rules::KIND_UNKNOWN, "kind", message);
                let near = suggest(&kind, self.facts.kinds().map(Kind::name));
                self.stream.findings.push(match near {
                    _ if since.is_some() => finding,
                    Some(near) if version == VERSION => finding.help(format!("did you mean `{near}`?")),
                    Some(near) if near == kind => finding.help(format!("write `apiVersion: {VERSION}`")),
                    None if version == VERSION => finding,
                    _ => finding.help(foreign::help(document.root())),
                });
            }
        }
    }

    fn finish(mut self, source: &Source) -> Stream {
        let minor = self.facts.minor;
        let nothing = self.stream.documents.is_empty() && self.stream.selectors.is_empty();
        if self.stream.findings.is_empty() && nothing {
            let place = Place { source: Some(source.name().to_owned()), ..Place::default() };
            let message = "config not found: there is no document".to_owned();
            self.stream.findings.push(Finding::new(&rules::CONFIGURATION_EMPTY, place, message));
        }
        if self.load_as == LoadAs::Configuration || !minor.has_lenient_patches() {
            for clash in clashes(&self.stream.documents, minor) {
                let at = |index: usize| Place {
                    source: Some(source.name().to_owned()),
                    span: self.spans.get(index).copied(),
                    ..Place::default()
                };
                let rule =
                    if clash.duplicate { &rules::DOCUMENT_DUPLICATED } else { &rules::DOCUMENTS_CONFLICT };
                let finding = Finding::new(rule, at(clash.document), brief(clash.message));
                if !self
                    .stream
                    .findings
                    .iter()
                    .any(|known| known.rule == rule && known.place.span == finding.place.span)
                {
                    self.stream.findings.push(finding.related(at(clash.other), "the other one is here"));
                }
            }
            // Upstream keeps the oldest kind first; later minors take patches as they come.
            self.stream.documents.sort_by_key(|document| !document.kind.is_v1alpha1());
        }
        self.stream
    }

    fn say(&mut self, document: &yaml::Document, rule: &'static Rule, key: &str, message: String) {
        self.stream.findings.push(located(document, rule, key, message));
    }
}

fn located(document: &yaml::Document, rule: &'static Rule, key: &str, message: String) -> Finding {
    let path = if key.is_empty() { FieldPath::root() } else { FieldPath::root().key(key) };
    Finding::new(rule, Place::value(path), brief(message)).locate(document)
}
