//! Texts that were read with where their values are said, kept for the next time.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use manifest::Source;

use super::apply::{Applier, State, finished};
use super::{Patch, PatchError, Patched, TrailReader};
use crate::configuration::{Document, LoadAs, Stream, load_with_trails};
use crate::facts::Facts;
use crate::version::Minor;

/// A configuration to which several stacks of patches are applied, and which is read once for all of them.
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
}

impl FollowedConfiguration {
    /// Takes a configuration; it is read when patches are applied to it.
    #[must_use]
    pub fn new(source: &Source, minor: Minor) -> Self {
        Self { source: source.clone(), minor, documents: OnceLock::new() }
    }

    /// Its text.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What [`apply_with_origins`](super::apply_with_origins) makes of it and the patches.
    pub fn apply(&self, patches: &[Patch]) -> Result<Patched, PatchError> {
        let applier = Applier { minor: self.minor, follows: true };
        let read = || applier.documents(State::Source(&self.source)).ok();
        // What operations of JSON meet is the text.
        let is_read = patches.first().is_some_and(|patch| !patch.is_json());
        let documents = is_read.then(|| self.documents.get_or_init(read).clone()).flatten();
        let state = documents.map_or(State::Source(&self.source), State::Documents);
        let state = applier.all(state, patches).map_err(|refused| refused.error)?;
        finished(&self.source, state, patches, self.minor)
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
        if let Some((_, stream)) = known.filter(|(known, _)| *known == layer) {
            return stream;
        }
        let reader = TrailReader::of_layer(Facts::of(minor), layer);
        let stream = Arc::new(load_with_trails(source, minor, LoadAs::Patch, Some(reader)));
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((layer, Arc::clone(&stream)));
        stream
    }
}
