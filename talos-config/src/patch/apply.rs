//! From a configuration and patches to a configuration.

use manifest::Source;

use super::merge::{Merger, check_copyable};
use super::{Form, Patch, PatchError, Selector, json};
use crate::configuration::{Configuration, Document, LoadAs, clashes, load};
use crate::facts::{Facts, V1ALPHA1};
use crate::version::Minor;

/// What a configuration is at a point between two patches.
enum State<'s> {
    Source(&'s Source),
    Text(String),
    Documents(Vec<Document>),
}

/// Applies patches in their order and gives the text that Talos would give, byte for byte.
///
/// Without patches the text comes back as it is. A JSON patch at the end leaves a text that nothing has checked:
/// load it to know.
pub fn apply(config: &Source, patches: &[Patch], minor: Minor) -> Result<String, PatchError> {
    apply_all(State::Source(config), patches, minor)
}

/// The same for a configuration that is loaded already.
pub fn apply_to(config: &Configuration, patches: &[Patch]) -> Result<String, PatchError> {
    apply_all(State::Documents(config.documents.clone()), patches, config.minor)
}

fn apply_all(mut state: State<'_>, patches: &[Patch], minor: Minor) -> Result<String, PatchError> {
    let mut rest = patches;
    while let [patch, after @ ..] = rest {
        rest = after;
        state = match &patch.form {
            Form::Strategic { selectors, documents } => {
                State::Documents(strategic(state.into_documents(minor)?, selectors, documents, minor)?)
            }
            Form::Json(operations) => {
                let mut operations = operations.clone();
                // Upstream makes one patch of all that follow each other.
                while let [Patch { form: Form::Json(more), .. }, after @ ..] = rest {
                    operations.extend(more.iter().cloned());
                    rest = after;
                }
                State::Text(json::apply(&state.into_text(minor)?, &operations)?)
            }
        };
    }
    state.into_text(minor)
}

impl State<'_> {
    fn into_documents(self, minor: Minor) -> Result<Vec<Document>, PatchError> {
        let made;
        let source = match self {
            Self::Documents(documents) => return Ok(documents),
            Self::Source(source) => source,
            Self::Text(text) => {
                made = Source::new("patched configuration", text);
                &made
            }
        };
        let stream = load(source, minor, LoadAs::Configuration);
        if stream.findings.is_empty() {
            Ok(stream.documents)
        } else {
            Err(PatchError::Configuration(stream.findings))
        }
    }

    fn into_text(self, minor: Minor) -> Result<String, PatchError> {
        match self {
            Self::Source(source) => Ok(source.text().to_owned()),
            Self::Text(text) => Ok(text),
            Self::Documents(documents) => {
                let texts = documents.iter().map(|document| document.encode(minor));
                Ok(texts.collect::<Result<Vec<_>, _>>()?.join("---\n"))
            }
        }
    }
}

/// Deletes and merges what one patch says.
fn strategic(
    mut left: Vec<Document>,
    selectors: &[Selector],
    patch: &[Document],
    minor: Minor,
) -> Result<Vec<Document>, PatchError> {
    // Left-overs of deletions in the oldest document come first from the next patch on.
    left.sort_by_key(|document| match (document.kind.is_v1alpha1(), document.meant_kind()) {
        (true, _) => 0,
        (_, Some(V1ALPHA1)) => 1,
        _ => 2,
    });
    let facts = Facts::of(minor);
    let merger = Merger { facts };
    for document in &left {
        check_copyable(&document.datum)?;
    }
    // What belongs to the oldest kind goes first, in every minor.
    let (old, new): (Vec<_>, Vec<_>) = selectors.iter().partition(|selector| selector.is_v1alpha1());
    for selector in old.into_iter().chain(new) {
        selector.apply(&mut left, facts)?;
    }
    // Only what stood there before the patch is merged with, until 1.14.
    let before = left.len();
    for document in patch {
        let is_left_over = |known: &Document| known.meant_kind() == Some(document.kind.name());
        if !document.kind.is_v1alpha1() && left.iter().any(is_left_over) {
            let kind = document.kind.type_name();
            return Err(PatchError::Merge(format!(
                "merge type mismatch left *decoder.selector right *{kind}"
            )));
        }
        let limit = if minor.has_lenient_patches() { left.len() } else { before };
        match left.iter_mut().take(limit).find(|known| known.id() == document.id()) {
            Some(known) => merger.document(known, document)?,
            None => left.push(document.clone()),
        }
    }
    if let Some(clash) = clashes(&left, minor).into_iter().next() {
        return Err(PatchError::Conflict(clash.message));
    }
    left.sort_by_key(|document| !document.kind.is_v1alpha1());
    Ok(left)
}
