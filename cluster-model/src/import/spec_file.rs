//! A spec that lies in the repository, read once for all who ask what it says.

use manifest::Source;

use crate::estate::Estate;
use crate::{generate, spec};

/// The spec of a cluster, as a file beside others.
#[derive(Clone, Debug)]
pub(super) struct SpecFile {
    pub(super) source: Source,
    pub(super) read: spec::Read,
    /// What it declares; absent where too little of it could be read.
    pub(super) estate: Option<Estate>,
}

impl SpecFile {
    pub(super) fn read(source: &Source) -> Self {
        let read = spec::read(source);
        let estate = read.spec.as_ref().map(generate::estate);
        Self { source: source.clone(), read, estate }
    }
}
