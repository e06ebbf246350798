//! From a text, with findings at their places.

use manifest::yaml::{self, Decoded, Node};
use manifest::{FieldPath, Finding, Place, Rule, Source};

use super::{Migrated, Outcome, Remark, migrate};
use crate::configuration::{LoadAs, Loaded, load};
use crate::patch::Patch;
use crate::registry::Document;
use crate::rules;
use crate::version::Minor;

/// Reads a configuration or a patch as one minor does, and says it with what another one knows.
///
/// Each remark is a finding at its place: what stays where it is warns, what is lost is an error, and the rest is a
/// note. The value is there with them; it is absent only where the text is refused. `$patch: delete` and JSON patches
/// are: they name places of one form, and there is no telling what they were to hit in the other.
pub fn read(source: &Source, from: Minor, to: Minor) -> Loaded<Migrated> {
    let stream = load(source, from, LoadAs::Patch);
    if Patch::load(source, from).value.is_some_and(|patch| patch.is_json()) {
        let message = "a list of JSON operations is not migrated: it names places of one form only";
        let place = Place { source: Some(source.name().to_owned()), ..Place::default() };
        return refused(vec![Finding::new(&rules::DELETION_NOT_MIGRATED, place, message)]);
    }
    if !stream.findings.is_empty() {
        return refused(stream.findings);
    }
    let documents = match yaml::parse_as(source, from.yaml()) {
        Ok(documents) => documents,
        Err(finding) => return refused(vec![*finding]),
    };
    let mut findings: Vec<_> = documents.iter().filter_map(deletion).collect();
    let mut decoded = Vec::new();
    for document in documents.iter().filter(|document| document.root().as_mapping().is_some()) {
        let Some(Decoded { value, findings: found }) = Document::decode(document, from) else { continue };
        findings.extend(found);
        decoded.extend(value);
    }
    if !findings.is_empty() {
        return refused(findings);
    }
    let migrated = migrate(decoded, to);
    let mut findings: Vec<_> = migrated.remarks.iter().map(|remark| located(remark, &documents)).collect();
    findings.extend(unknown(&migrated, source, to));
    Loaded { value: Some(migrated), findings }
}

fn refused(findings: Vec<Finding>) -> Loaded<Migrated> {
    Loaded { value: None, findings }
}

/// The first marker of a deletion in a document.
fn deletion(document: &yaml::Document) -> Option<Finding> {
    let path = marker(document.root(), &FieldPath::root())?;
    let message = "a deletion is not migrated: it names a place of one form only";
    let finding = Finding::new(&rules::DELETION_NOT_MIGRATED, Place::key(path), message);
    Some(finding.help("write the deletion for the documents of the other form by hand").locate(document))
}

fn marker(node: &Node, path: &FieldPath) -> Option<FieldPath> {
    for entry in node.as_mapping().unwrap_or_default() {
        let key = entry.key.as_text()?;
        let path = path.clone().key(key);
        if key == "$patch" && entry.value.as_text() == Some("delete") {
            return Some(path);
        }
        if let Some(found) = marker(&entry.value, &path) {
            return Some(found);
        }
    }
    let items = node.as_sequence().unwrap_or_default().iter().enumerate();
    items.into_iter().find_map(|(index, item)| marker(item, &path.clone().index(index)))
}

fn rule(outcome: Outcome) -> &'static Rule {
    match outcome {
        Outcome::Kept => &rules::SETTING_NOT_MIGRATED,
        Outcome::Noted => &rules::MIGRATION_CONDITIONAL,
        Outcome::Lost => &rules::SETTING_LOST,
    }
}

fn located(remark: &Remark, documents: &[yaml::Document]) -> Finding {
    let text = |document: &yaml::Document, key: &str| {
        document.root().get(key).and_then(Node::as_text).map(str::to_owned)
    };
    let is_meant = |document: &&yaml::Document| match &remark.document {
        None => text(document, "kind").is_none() && document.root().as_mapping().is_some(),
        Some((kind, name)) => {
            text(document, "kind").as_deref() == Some(*kind)
                && name.as_ref().is_none_or(|name| text(document, "name").as_ref() == Some(name))
        }
    };
    let what = match (remark.limit.outcome, &remark.document) {
        (_, None) => format!("`{}`", remark.path),
        (_, Some((kind, _))) if remark.path.is_root() || remark.limit.place == "kind" => format!("`{kind}`"),
        (_, Some((kind, _))) => format!("`{}` of `{kind}`", remark.path),
    };
    let what = match remark.limit.outcome {
        Outcome::Kept => format!("{what} stays as it is"),
        Outcome::Noted => format!("{what} is not quite the same"),
        Outcome::Lost => format!("{what} is lost"),
    };
    let place = Place::key(remark.path.clone());
    let finding = Finding::new(rule(remark.limit.outcome), place, format!("{what}: {}", remark.limit.why));
    match documents.iter().find(is_meant) {
        Some(document) => finding.locate(document),
        None => finding,
    }
}

/// Fields of documents that both minors know, which only the newer one has.
fn unknown(migrated: &Migrated, source: &Source, to: Minor) -> Vec<Finding> {
    let Ok(text) = migrated.to_yaml() else { return Vec::new() };
    if text.is_empty() {
        return Vec::new();
    }
    let stream = load(&Source::new(source.name(), text), to, LoadAs::Patch);
    let lost = stream.findings.into_iter().map(|finding| {
        let place =
            Place { path: finding.place.path, source: Some(source.name().to_owned()), ..Place::default() };
        Finding::new(&rules::SETTING_LOST, place, finding.message)
    });
    lost.collect()
}
