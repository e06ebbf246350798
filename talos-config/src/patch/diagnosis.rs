//! What is to be said about patches that meet a configuration.

mod surprise;

use std::borrow::Cow;

use manifest::yaml::{self, Document as Parsed};
use manifest::{FieldPath, Finding, Part, Place, Source, Span};

use super::apply::{Applier, State};
use super::error::{At, Refused};
use super::{Form, Patch, PatchError, Selector};
use crate::configuration::{Document, Id};
use crate::facts::V1ALPHA1;
use crate::rules;
use crate::version::Minor;

/// What [`apply`](super::apply) does that nobody would expect, patch by patch: what a patch says without effect, and
/// what it changes without saying so. Where the patches cannot be applied, why not, at the place that is to blame.
///
/// All of it is what Talos does. Of lists, the items are looked into that Talos merges by a key.
///
/// ```
/// use manifest::Source;
/// use talos_config::{Minor, Patch, patch};
///
/// let minor = Minor::V1_13;
/// let config = Source::new("worker.yaml", "machine: {sysctls: {a: b}}");
/// let source = Source::new("empty.yaml", "machine: {sysctls: {a: \"\"}}");
/// let patch = Patch::load(&source, minor).value.ok_or("refused")?;
/// let findings = patch::diagnose(&config, &[patch], minor);
/// assert_eq!(findings[0].rule.name, "patch-without-effect");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diagnose(config: &Source, patches: &[Patch], minor: Minor) -> Vec<Finding> {
    let applier = Applier { minor, follows: false };
    let mut findings = Vec::new();
    let outcome = walk(&applier, config, patches, &mut findings);
    if let Err(refused) = outcome {
        refusal(refused, (config, minor), patches, &mut findings);
    }
    findings
}

fn walk(
    applier: &Applier,
    config: &Source,
    patches: &[Patch],
    findings: &mut Vec<Finding>,
) -> Result<(), Refused> {
    let mut state = State::Source(config);
    for (index, patch) in patches.iter().enumerate() {
        let in_layer = |refused: Refused| match refused.layer {
            // A patch that is applied alone is the first one.
            Some(_) => Refused { layer: Some(index + 1), ..refused },
            None => refused,
        };
        let one = std::slice::from_ref(patch);
        state = match &*patch.form {
            Form::Json(_) => applier.all(state, one).map_err(in_layer)?,
            Form::Strategic { documents, .. } => {
                let before = applier.documents(state)?;
                let merged = applier.all(State::Documents(before.clone()), one).map_err(in_layer)?;
                let after = applier.documents(merged)?;
                surprise::find(patch, documents, &before, &after, findings);
                State::Documents(after)
            }
        };
    }
    state.into_text(applier.minor)?;
    Ok(())
}

fn refusal(refused: Refused, config: (&Source, Minor), patches: &[Patch], findings: &mut Vec<Finding>) {
    let message = match refused.error {
        PatchError::Configuration(more) => return findings.extend(more),
        error => error.to_string(),
    };
    let patch = refused.layer.and_then(|layer| patches.get(layer.checked_sub(1)?));
    let (source, minor) = patch.map_or(config, |patch| (&patch.source, patch.minor));
    let span = match refused.at {
        At::Whole => None,
        At::Span(span) => Some(span),
        At::Operation(index) => operation(source, minor, index),
        At::Value(target) => parsed(source, minor)
            .iter()
            .find(|document| is_about(document, target.kind, target.name.as_deref()))
            .map(|document| document.span_of(&target.path, Part::Key)),
    };
    findings.push(Finding::new(&rules::PATCH_REFUSED, place(source, span, FieldPath::root()), message));
}

fn place(source: &Source, span: Option<Span>, path: FieldPath) -> Place {
    Place { source: Some(source.name().to_owned()), span, path, ..Place::default() }
}

fn operation(source: &Source, minor: Minor, index: usize) -> Option<Span> {
    let documents = parsed(source, minor);
    Some(documents.first()?.root().as_sequence()?.get(index)?.span)
}

fn parsed(source: &Source, minor: Minor) -> Vec<Parsed> {
    yaml::parse_as(source, minor.yaml()).unwrap_or_default()
}

/// Whether a document of a text is the one of this kind and name, and more than a deletion.
fn is_about(document: &Parsed, kind: &str, name: Option<&str>) -> bool {
    let mut root = Cow::Borrowed(document.root());
    let has_rest = Selector::take(&mut root).is_ok_and(|taken| taken.has_rest);
    let text = |key: &str| root.get(key).and_then(yaml::Node::as_text).unwrap_or_default();
    let is_kind = match text("kind") {
        "" => kind == V1ALPHA1,
        said => said == kind,
    };
    has_rest && is_kind && name.is_none_or(|name| text("name") == name)
}

/// The document that a patch is merged into, and what comes of it.
fn same<'d>(documents: &'d [Document], id: Id<'_>) -> Option<&'d Document> {
    documents.iter().find(|document| document.id() == id)
}
