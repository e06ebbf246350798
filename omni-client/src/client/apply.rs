//! Making resources be as they are wanted, as `omnictl apply` does.
//!
//! Applying is safe to repeat. What is already as it is wanted is left alone (omnictl writes it again), so that whoever
//! was interrupted begins anew and ends up in the same place.

use super::{Client, ClientError, Pointer, Refusal, Stored};
use crate::resource::{AnyResource, Metadata};

/// What an apply did to a resource, or would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not there.
    Created,
    /// It was there and differed.
    Updated,
    /// It was as it is wanted.
    Unchanged,
}

impl Client {
    /// Makes one resource be as it is wanted. Labels, annotations and spec are replaced as a whole; the phase and who
    /// holds on to it stay as they are.
    ///
    /// Types that can be written but not read are created blindly, as omnictl does it. Conflicts and connections that
    /// break are met by looking again, as often as the settings allow.
    pub async fn apply(&self, wanted: &AnyResource) -> Result<Change, ClientError> {
        let mut tries = 1;
        loop {
            match self.apply_once(wanted).await {
                Err(error) if may_pass(&error) && self.pause(tries).await => tries += 1,
                outcome => return outcome,
            }
        }
    }

    /// What [`Client::apply`] would do, without doing it. The server's own rules are not asked.
    pub async fn would_apply(&self, wanted: &AnyResource) -> Result<(Change, Option<Stored>), ClientError> {
        Ok(match self.find(&Pointer::of(wanted.metadata())).await? {
            Some(found) if is_as(&found.resource, wanted) => (Change::Unchanged, Some(found)),
            Some(found) => (Change::Updated, Some(found)),
            None => (Change::Created, None),
        })
    }

    async fn apply_once(&self, wanted: &AnyResource) -> Result<Change, ClientError> {
        let found = match self.find(&Pointer::of(wanted.metadata())).await {
            Ok(found) => found,
            // It may be one of the types that can be made but not seen.
            Err(error) if error.refusal() == Some(Refusal::Permission) => None,
            Err(error) => return Err(error),
        };
        match found {
            None => {
                let mut new = wanted.clone();
                forget_history(new.metadata_mut());
                self.create(&new).await?;
                Ok(Change::Created)
            }
            Some(found) if is_as(&found.resource, wanted) => Ok(Change::Unchanged),
            Some(found) => {
                let mut new = wanted.clone();
                let metadata = new.metadata_mut();
                metadata.phase = found.metadata().phase;
                metadata.finalizers.clone_from(&found.metadata().finalizers);
                metadata.owner.clone_from(&found.metadata().owner);
                self.update(&found, &new).await?;
                Ok(Change::Updated)
            }
        }
    }
}

/// Whether looking again may help: somebody was quicker, or there was no answer.
fn may_pass(error: &ClientError) -> bool {
    error.is_passing() || matches!(error.refusal(), Some(Refusal::Conflict | Refusal::Exists))
}

fn is_as(found: &AnyResource, wanted: &AnyResource) -> bool {
    let (one, two) = (found.metadata(), wanted.metadata());
    one.labels == two.labels && one.annotations == two.annotations && found.has_spec_of(wanted)
}

/// What a file says of the past of a resource means nothing for a new one.
fn forget_history(metadata: &mut Metadata) {
    *metadata = Metadata {
        labels: std::mem::take(&mut metadata.labels),
        annotations: std::mem::take(&mut metadata.annotations),
        ..Metadata::new(&*metadata.namespace, &*metadata.resource_type, &*metadata.id)
    };
}
