//! A patch as Talos reads it.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use manifest::Finding;
use talos_config::{Minor, Patch};

use crate::estate::Text;

/// A patch as a minor of Talos reads it.
pub(crate) struct LoadedPatch {
    minor: Minor,
    /// The patch; absent where it is none.
    pub(crate) value: Option<Patch>,
    /// What is wrong with it, with places in its file.
    pub(crate) findings: Vec<Finding>,
}

/// The latest reading of one text: asked by another minor, it is read again and the one before is dropped.
#[derive(Default)]
pub(crate) struct LastReading(Mutex<Option<Arc<LoadedPatch>>>);

impl LastReading {
    pub(crate) fn of(&self, text: &Text, minor: Minor) -> Arc<LoadedPatch> {
        if let Some(known) = self.known().filter(|known| known.minor == minor) {
            return known;
        }
        let loaded = Patch::load(&text.source, minor);
        let findings = loaded.findings.into_iter().map(|finding| text.lift(finding)).collect();
        let loaded = Arc::new(LoadedPatch { minor, value: loaded.value, findings });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&loaded));
        loaded
    }

    pub(crate) fn is_of(&self, minor: Minor) -> bool {
        self.known().is_some_and(|known| known.minor == minor)
    }

    fn known(&self) -> Option<Arc<LoadedPatch>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Clone for LastReading {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.known()))
    }
}

impl PartialEq for LastReading {
    /// Always: it follows from the text beside it.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for LastReading {
    /// The name only: patches may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LastReading").finish_non_exhaustive()
    }
}
