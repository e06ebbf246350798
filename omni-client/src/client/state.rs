//! Resources: `cosi.resource.State`.

use std::time::Duration;

use tonic::Streaming;

use super::connection::Call;
use super::wire::{self, cosi};
use super::{Client, ClientError, Pointer, Query, Refusal, Stored, WireError};
use crate::resource::{AnyResource, Phase};

/// Resources as they come, one after the other.
#[derive(Debug)]
pub struct List {
    client: Client,
    stream: Streaming<cosi::ListResponse>,
    what: String,
}

impl Client {
    /// One resource.
    pub async fn get(&self, pointer: &Pointer) -> Result<Stored, ClientError> {
        let what = pointer.to_string();
        self.persist(|| async {
            let request = cosi::GetRequest {
                namespace: pointer.namespace.clone(),
                r#type: pointer.resource_type.clone(),
                id: pointer.id.clone(),
            };
            let answer: cosi::GetResponse =
                self.ask(Call::new("/cosi.resource.State/Get", &what), request).await?;
            stored(answer.resource)
        })
        .await
    }

    /// One resource, if it is there.
    pub async fn find(&self, pointer: &Pointer) -> Result<Option<Stored>, ClientError> {
        match self.get(pointer).await {
            Ok(found) => Ok(Some(found)),
            Err(error) if error.refusal() == Some(Refusal::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The resources of a type, by id. They are not held together: each is there when it is asked for.
    pub async fn list(
        &self,
        namespace: &str,
        resource_type: &str,
        query: &Query,
    ) -> Result<List, ClientError> {
        let stream = self
            .persist(|| async {
                let options =
                    cosi::ListOptions { label_query: query.label_query(), id_query: query.id_query() };
                let request = cosi::ListRequest {
                    namespace: namespace.to_owned(),
                    r#type: resource_type.to_owned(),
                    options: Some(options),
                };
                self.stream(Call::new("/cosi.resource.State/List", resource_type), request).await
            })
            .await?;
        Ok(List { client: self.clone(), stream, what: resource_type.to_owned() })
    }

    /// All resources of a type at once. A connection that breaks in the middle starts it over.
    pub async fn list_all(
        &self,
        namespace: &str,
        resource_type: &str,
        query: &Query,
    ) -> Result<Vec<Stored>, ClientError> {
        self.persist(|| async {
            let mut list = self.list(namespace, resource_type, query).await?;
            let mut all = Vec::new();
            while let Some(found) = list.next().await? {
                all.push(found);
            }
            Ok(all)
        })
        .await
    }

    /// Makes a resource. It is asked once: whether a request was carried out that had no answer is for the caller to
    /// find out.
    pub async fn create(&self, resource: &AnyResource) -> Result<Stored, ClientError> {
        let what = resource.metadata().to_string();
        let request = cosi::CreateRequest {
            resource: Some(wire::create(resource)?),
            options: Some(cosi::OwnerOptions::default()),
        };
        let answer: cosi::CreateResponse =
            self.ask(Call::new("/cosi.resource.State/Create", &what), request).await?;
        stored(answer.resource)
    }

    /// Replaces a resource as it was last seen by what it is to be; with the version of the old one, and with what the
    /// old spec held that is not known here.
    ///
    /// Refused with [`Refusal::Conflict`] if it was written in the meantime. It is asked once, as creating is.
    pub async fn update(&self, old: &Stored, new: &AnyResource) -> Result<Stored, ClientError> {
        self.replace(old, new, Some(Phase::Running)).await
    }

    /// The same, whatever the phase that it is in if none is expected.
    async fn replace(
        &self,
        old: &Stored,
        new: &AnyResource,
        expected: Option<Phase>,
    ) -> Result<Stored, ClientError> {
        let mut message = old.replace(new)?;
        if let Some(metadata) = &mut message.metadata {
            metadata.version = old.metadata().version.to_string();
        }
        let what = new.metadata().to_string();
        let options = cosi::UpdateOptions {
            owner: String::new(),
            expected_phase: expected.map(|phase| phase.to_string()),
        };
        let request = cosi::UpdateRequest { new_resource: Some(message), options: Some(options) };
        let answer: cosi::UpdateResponse =
            self.ask(Call::new("/cosi.resource.State/Update", &what), request).await?;
        stored(answer.resource)
    }

    /// Changes a resource, again and again as long as somebody else is quicker, as often as the settings allow.
    ///
    /// `change` gets the resource as it is now and says whether it is to be written.
    pub async fn modify(
        &self,
        pointer: &Pointer,
        mut change: impl FnMut(&mut AnyResource) -> bool,
    ) -> Result<Stored, ClientError> {
        let mut tries = 1;
        loop {
            let old = self.get(pointer).await?;
            let mut new = old.resource.clone();
            if !change(&mut new) {
                return Ok(old);
            }
            match self.update(&old, &new).await {
                Err(error)
                    if (error.refusal() == Some(Refusal::Conflict) || error.is_passing())
                        && self.pause(tries).await =>
                {
                    tries += 1;
                }
                outcome => return outcome,
            }
        }
    }

    /// Says that a resource is to go. The answer is whether nobody holds on to it any more.
    pub async fn teardown(&self, pointer: &Pointer) -> Result<bool, ClientError> {
        let what = pointer.to_string();
        let asked: Result<cosi::TeardownResponse, _> = self
            .persist(|| async {
                self.ask(Call::new("/cosi.resource.State/Teardown", &what), target(pointer)).await
            })
            .await;
        match asked {
            Ok(answer) => Ok(answer.destroy_ready),
            Err(error) if error.refusal() == Some(Refusal::Unimplemented) => {
                self.teardown_by_hand(pointer).await
            }
            Err(error) => Err(error),
        }
    }

    /// What servers before Omni 1.8 want to be done instead.
    async fn teardown_by_hand(&self, pointer: &Pointer) -> Result<bool, ClientError> {
        let mut tries = 1;
        loop {
            let old = self.get(pointer).await?;
            if !old.metadata().phase.is_running() {
                return Ok(old.metadata().finalizers.is_empty());
            }
            let mut new = old.resource.clone();
            new.metadata_mut().phase = Phase::TearingDown;
            match self.replace(&old, &new, None).await {
                Ok(stored) => return Ok(stored.metadata().finalizers.is_empty()),
                Err(error) if error.refusal() == Some(Refusal::Conflict) && self.pause(tries).await => {
                    tries += 1;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Removes a resource that nobody holds on to. That it is gone when it is tried again is what was wanted.
    pub async fn destroy(&self, pointer: &Pointer) -> Result<(), ClientError> {
        let what = pointer.to_string();
        let mut tries = 0;
        self.persist(|| {
            tries += 1;
            let is_first = tries == 1;
            let asked = self.ask(Call::new("/cosi.resource.State/Destroy", &what), target(pointer));
            async move {
                match asked.await {
                    Err(error) if !is_first && error.refusal() == Some(Refusal::NotFound) => Ok(()),
                    outcome => outcome,
                }
            }
        })
        .await
    }

    /// Tears a resource down, waits until nobody holds on to it, and removes it; on the server, at once. `patience` is
    /// how long that may take. Refused with [`Refusal::Unimplemented`] before Omni 1.8.
    pub(super) async fn teardown_and_destroy(
        &self,
        pointer: &Pointer,
        patience: Duration,
    ) -> Result<(), ClientError> {
        let what = pointer.to_string();
        let method = "/cosi.resource.State/TeardownAndDestroy";
        let call = Call { deadline: Some(patience), ..Call::new(method, &what) };
        self.ask(call, target(pointer)).await
    }
}

impl List {
    /// The next resource; none when that was all.
    pub async fn next(&mut self) -> Result<Option<Stored>, ClientError> {
        let deadline = self.client.settings.deadline;
        let answer = self.client.within(deadline, &self.what, self.stream.message()).await?;
        answer.map(|answer| stored(answer.resource)).transpose()
    }
}

fn stored(message: Option<cosi::Resource>) -> Result<Stored, ClientError> {
    Ok(Stored::read(message.ok_or(WireError::Missing("resource"))?)?)
}

fn target(pointer: &Pointer) -> cosi::TargetRequest {
    cosi::TargetRequest {
        namespace: pointer.namespace.clone(),
        r#type: pointer.resource_type.clone(),
        id: pointer.id.clone(),
        options: Some(cosi::OwnerOptions::default()),
    }
}
