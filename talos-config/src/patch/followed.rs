//! Texts that were read with where their values are said, kept for the next time.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use manifest::Source;

use super::apply::{Applier, State, finished};
use super::{Patch, PatchError, Patched, TrailReader};
use crate::configuration::{Document, LoadAs, Stream, load_with_trails};
use crate::facts::Facts;
use crate::version::Minor;

/// A configuration to which several stacks of patches are applied, and which is read once for all of them. What one stack
/// begins with as the one before it did, as patches of a whole cluster do, is merged once for both.
///
/// ```
/// use manifest::Source;
/// use talos_config::patch::{FollowedConfiguration, apply_with_origins};
/// use talos_config::{Minor, Patch};
///
/// let minor = Minor::V1_13;
/// let config = Source::new("worker.yaml", "machine:\n  type: worker\n");
/// let calm = Source::new("calm.yaml", "machine:\n  sysctls:\n    vm.swappiness: 10\n");
/// let patches = [Patch::load(&calm, minor).value.ok_or("refused")?];
/// let followed = FollowedConfiguration::new(&config, minor);
/// let text = followed.apply(&patches)?.text;
/// assert_eq!(text, apply_with_origins(&config, &patches, minor)?.text);
/// assert_eq!(text, followed.apply(&patches)?.text);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct FollowedConfiguration {
    source: Source,
    minor: Minor,
    /// Its documents; absent where Talos does not read it, which is said anew each time.
    documents: OnceLock<Option<Vec<Document>>>,
    latest: Mutex<Latest>,
}

/// The stack that was applied last.
#[derive(Default)]
struct Latest {
    patches: Vec<Patch>,
    begun: Option<Arc<Begun>>,
}

/// What the first patches of a stack make of a configuration.
struct Begun {
    patches: Vec<Patch>,
    documents: Vec<Document>,
}

impl FollowedConfiguration {
    /// Takes a configuration; it is read when patches are applied to it.
    #[must_use]
    pub fn new(source: &Source, minor: Minor) -> Self {
        Self { source: source.clone(), minor, documents: OnceLock::new(), latest: Mutex::default() }
    }

    /// Its text.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What [`apply_with_origins`](super::apply_with_origins) makes of it and the patches.
    pub fn apply(&self, patches: &[Patch]) -> Result<Patched, PatchError> {
        let begun = self.begun(patches);
        let (before, rest) = patches.split_at(begun.as_ref().map_or(0, |begun| begun.patches.len()));
        let state = match begun {
            Some(begun) => State::Documents(begun.documents.clone()),
            // What operations of JSON meet is the text.
            None if patches.first().is_none_or(Patch::is_json) => State::Source(&self.source),
            None => self.read(),
        };
        let state = self.applier().rest(state, rest, before.len()).map_err(|refused| refused.error)?;
        finished(&self.source, state, patches, self.minor)
    }

    fn applier(&self) -> Applier {
        Applier { minor: self.minor, follows: true }
    }

    /// The documents, or the text where they cannot be read.
    fn read(&self) -> State<'_> {
        let read = || self.applier().documents(State::Source(&self.source)).ok();
        self.documents.get_or_init(read).clone().map_or(State::Source(&self.source), State::Documents)
    }

    /// What becomes of the patches that a stack has in common with the one before it; absent where there are none, and
    /// where Talos refuses them, which is said anew each time.
    fn begun(&self, patches: &[Patch]) -> Option<Arc<Begun>> {
        let (common, known) = {
            let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
            let before = std::mem::replace(&mut latest.patches, patches.to_vec());
            let both = before.iter().zip(patches);
            // Operations of JSON that follow each other are one patch to Talos.
            let common = both.take_while(|(one, other)| one.is_same(other) && !other.is_json()).count();
            (patches.get(..common).unwrap_or_default(), latest.begun.clone())
        };
        if common.is_empty() {
            return None;
        }
        let is_common = |begun: &Arc<Begun>| {
            let mut both = begun.patches.iter().zip(common);
            begun.patches.len() == common.len() && both.all(|(one, other)| one.is_same(other))
        };
        if let Some(known) = known.filter(is_common) {
            return Some(known);
        }
        let State::Documents(documents) = self.applier().all(self.read(), common).ok()? else { return None };
        let begun = Arc::new(Begun { patches: common.to_vec(), documents });
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).begun = Some(Arc::clone(&begun));
        Some(begun)
    }
}

impl std::fmt::Debug for FollowedConfiguration {
    /// Its name and version; the content may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FollowedConfiguration")
            .field("source", &self.source)
            .field("minor", &self.minor)
            .finish_non_exhaustive()
    }
}

/// A patch as it was read last for somebody who asks where values come from, as the layer that it was for them. Clones of
/// the patch share it.
#[derive(Default)]
pub(super) struct LastFollowed(Mutex<Option<(usize, Arc<Stream>)>>);

impl LastFollowed {
    pub(super) fn of(&self, source: &Source, minor: Minor, layer: usize) -> Arc<Stream> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let read = || {
            let reader = TrailReader::of_layer(Facts::of(minor), layer);
            load_with_trails(source, minor, LoadAs::Patch, Some(reader))
        };
        let stream = match known {
            Some((known, stream)) if known == layer => return stream,
            Some((_, stream)) => Arc::new(moved(&stream, layer)),
            None => Arc::new(read()),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((layer, Arc::clone(&stream)));
        stream
    }
}

/// The same text as another layer.
fn moved(stream: &Stream, layer: usize) -> Stream {
    let document = |document: &Document| {
        let trail = document.trail.as_ref().map(|trail| Box::new(trail.in_layer(layer)));
        Document { trail, ..document.clone() }
    };
    Stream {
        documents: stream.documents.iter().map(document).collect(),
        selectors: stream.selectors.clone(),
        findings: stream.findings.clone(),
    }
}
