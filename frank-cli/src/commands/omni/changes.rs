//! What changes in a resource, to be looked at.

use omni_client::resource::{self, AnyResource};

use crate::diff::named;
use crate::failure::Failure;

/// A unified diff from what is there to what is wanted, with secrets masked; nothing of nothing.
pub(super) fn diff(old: Option<&AnyResource>, new: Option<&AnyResource>) -> Result<String, Failure> {
    let Some(either) = new.or(old) else { return Ok(String::new()) };
    let name = either.metadata().to_string();
    let text = |resource: &AnyResource| {
        resource::print(resource, INDENT)
            .map_err(|error| Failure::new(format!("cannot write {name} as YAML: {error}")))
    };
    let (before, after) = (old.map(text).transpose()?, new.map(text).transpose()?);
    Ok(named(&name, before.as_deref(), after.as_deref()))
}

/// What is wanted, with the past of what is there, so that only what is asked for differs.
pub(super) fn as_successor(old: Option<&AnyResource>, wanted: &AnyResource) -> AnyResource {
    let mut new = wanted.clone();
    if let Some(old) = old {
        let (past, metadata) = (old.metadata(), new.metadata_mut());
        metadata.version = past.version;
        metadata.owner.clone_from(&past.owner);
        metadata.phase = past.phase;
        metadata.created.clone_from(&past.created);
        metadata.updated.clone_from(&past.updated);
        metadata.finalizers.clone_from(&past.finalizers);
    }
    new
}

/// As omnictl indents what it compares.
const INDENT: usize = 2;
