//! Removing resources, as `omnictl delete` does.

use std::collections::BTreeSet;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::{Client, ClientError, Event, Pointer, Query, Refusal};

impl Client {
    /// Removes a resource: says that it is to go, waits until nobody holds on to it, destroys it. What is not there is
    /// as it is wanted; the answer is whether it was.
    ///
    /// If `patience` runs out the resource stays on its way out, and removing it again goes on from there.
    pub async fn delete(&self, pointer: &Pointer, patience: Duration) -> Result<bool, ClientError> {
        let asked = self.persist(|| self.teardown_and_destroy(pointer, patience)).await;
        match asked {
            Ok(()) => Ok(true),
            Err(error) => match error.refusal() {
                Some(Refusal::NotFound) => Ok(false),
                Some(Refusal::Unimplemented) => {
                    let mut none = |_: Step<'_>| {};
                    let gone = self.delete_all(std::slice::from_ref(pointer), patience, &mut none).await?;
                    Ok(gone == 1)
                }
                _ => Err(error),
            },
        }
    }

    /// Removes several resources together: first all are told to go, then each is destroyed as soon as nobody holds on
    /// to it. The answer is how many were there. `told` hears of every step.
    pub async fn delete_all(
        &self,
        pointers: &[Pointer],
        patience: Duration,
        told: &mut (dyn FnMut(Step<'_>) + Send),
    ) -> Result<usize, ClientError> {
        let deadline = Instant::now() + patience;
        let mut waiting = BTreeSet::new();
        let mut count = 0;
        for pointer in pointers {
            told(Step::TearingDown(pointer));
            match self.teardown(pointer).await {
                Ok(true) => {
                    count += 1;
                    // Somebody may take hold of it in between.
                    if self.is_destroyed(pointer).await? {
                        told(Step::Destroyed(pointer));
                    } else {
                        waiting.insert(pointer.clone());
                    }
                }
                Ok(false) => {
                    count += 1;
                    waiting.insert(pointer.clone());
                }
                Err(error) if error.refusal() == Some(Refusal::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        while let Some(first) = waiting.first() {
            let (namespace, kind) = (first.namespace.clone(), first.resource_type.clone());
            let late = ClientError::Deadline { what: first.to_string(), after: patience };
            let kind_gone = self.destroy_as_released(&namespace, &kind, &mut waiting, told);
            timeout_at(deadline, kind_gone).await.map_err(|_| late)??;
        }
        Ok(count)
    }

    /// Watches a type until everything of it that is waited for is gone.
    async fn destroy_as_released(
        &self,
        namespace: &str,
        resource_type: &str,
        waiting: &mut BTreeSet<Pointer>,
        told: &mut (dyn FnMut(Step<'_>) + Send),
    ) -> Result<(), ClientError> {
        let of_type =
            |pointer: &Pointer| pointer.namespace == namespace && pointer.resource_type == resource_type;
        let mut watch = self.watch(namespace, resource_type, Query::default());
        let mut seen = BTreeSet::new();
        while waiting.iter().any(of_type) {
            match watch.next().await? {
                Event::Created(stored) | Event::Updated { new: stored, .. } => {
                    let metadata = stored.metadata();
                    let pointer = Pointer::of(metadata);
                    let is_free = !metadata.phase.is_running() && metadata.finalizers.is_empty();
                    if waiting.contains(&pointer) && is_free && self.is_destroyed(&pointer).await? {
                        told(Step::Destroyed(&pointer));
                        waiting.remove(&pointer);
                    }
                    seen.insert(pointer);
                }
                Event::Destroyed(stored) => {
                    let pointer = Pointer::of(stored.metadata());
                    if waiting.remove(&pointer) {
                        told(Step::Destroyed(&pointer));
                    }
                }
                // What was not among those that there are went on its own.
                Event::Bootstrapped => waiting.retain(|pointer| !of_type(pointer) || seen.contains(pointer)),
                Event::Restarted => seen.clear(),
            }
        }
        Ok(())
    }

    /// Destroys a resource unless somebody holds on to it.
    async fn is_destroyed(&self, pointer: &Pointer) -> Result<bool, ClientError> {
        match self.destroy(pointer).await {
            Ok(()) => Ok(true),
            Err(error) => match error.refusal() {
                Some(Refusal::NotFound) => Ok(true),
                Some(Refusal::Finalizers) => Ok(false),
                _ => Err(error),
            },
        }
    }
}

/// A step on the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'p> {
    /// It is told to go.
    TearingDown(&'p Pointer),
    /// It is gone.
    Destroyed(&'p Pointer),
}
