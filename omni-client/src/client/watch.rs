//! Changes as they happen.

use std::collections::VecDeque;

use tonic::Streaming;

use super::connection::Call;
use super::wire::cosi;
use super::{Client, ClientError, Query, Refusal, Stored, WireError};

/// Something that happened to the resources that are watched.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A resource is there: it was before the watch began, it was made, or it fits the query now.
    Created(Stored),
    /// A resource was written.
    Updated {
        /// As it was; the server may have left it out.
        old: Option<Box<Stored>>,
        /// As it is.
        new: Stored,
    },
    /// A resource is gone, or does not fit the query any more. It is as it was last.
    Destroyed(Stored),
    /// Everything that was there has been told.
    Bootstrapped,
    /// The connection was gone for too long: everything that is there is told anew, up to the next
    /// [`Event::Bootstrapped`]. What is not told by then is gone.
    Restarted,
}

/// A watch of the resources of a type.
///
/// First comes what is there, then [`Event::Bootstrapped`], then what happens. Broken connections are made again, as
/// often in a row as the settings allow; events are neither lost nor told twice, save after [`Event::Restarted`].
#[derive(Debug)]
pub struct Watch {
    client: Client,
    namespace: String,
    resource_type: String,
    query: Query,
    stream: Option<Streaming<cosi::WatchResponse>>,
    pending: VecDeque<cosi::Event>,
    /// Where to go on. There is none before everything that was there has been told.
    bookmark: Option<Vec<u8>>,
    /// How often in a row the stream broke.
    failures: u32,
    /// Whether an event has been told since the last start from nothing.
    has_told: bool,
}

impl Client {
    /// Watches the resources of a type. The watch is opened when it is first asked for an event.
    #[must_use]
    pub fn watch(&self, namespace: &str, resource_type: &str, query: Query) -> Watch {
        Watch {
            client: self.clone(),
            namespace: namespace.to_owned(),
            resource_type: resource_type.to_owned(),
            query,
            stream: None,
            pending: VecDeque::new(),
            bookmark: None,
            failures: 0,
            has_told: false,
        }
    }
}

impl Watch {
    /// Waits for the next event, for as long as it takes.
    pub async fn next(&mut self) -> Result<Event, ClientError> {
        loop {
            if let Some(event) = self.pending.pop_front() {
                if let Some(event) = self.tell(event)? {
                    self.has_told = true;
                    return Ok(event);
                }
                continue;
            }
            let step = self.receive().await;
            match step {
                Ok(()) => {}
                Err(error) if error.refusal() == Some(Refusal::Precondition) && self.bookmark.is_some() => {
                    // The server does not go back that far.
                    self.stream = None;
                    self.bookmark = None;
                }
                Err(error) if error.is_passing() => {
                    self.stream = None;
                    self.failures += 1;
                    if !self.client.pause(self.failures).await {
                        return Err(error);
                    }
                }
                Err(error) => return Err(error),
            }
            if self.stream.is_none() && self.bookmark.is_none() && self.has_told {
                self.has_told = false;
                return Ok(Event::Restarted);
            }
        }
    }

    /// Gets the next message, over a new stream if there is none.
    async fn receive(&mut self) -> Result<(), ClientError> {
        let stream = if let Some(stream) = &mut self.stream {
            stream
        } else {
            let stream = self.open().await?;
            self.stream.insert(stream)
        };
        let deadline = self.client.settings.deadline;
        match stream.message().await {
            Ok(Some(message)) => {
                self.failures = 0;
                self.pending.extend(message.event);
                Ok(())
            }
            Ok(None) => {
                let endpoint = self.client.settings.endpoint.to_string();
                let reason = "the server ended the stream".to_owned();
                Err(ClientError::Unreachable { endpoint, reason })
            }
            Err(status) => Err(self.client.error(&status, &self.resource_type, deadline)),
        }
    }

    async fn open(&self) -> Result<Streaming<cosi::WatchResponse>, ClientError> {
        let options = cosi::WatchOptions {
            bootstrap_contents: self.bookmark.is_none(),
            tail_events: 0,
            label_query: self.query.label_query(),
            id_query: self.query.id_query(),
            // Many events in one message could be more than a message may hold.
            aggregated: false,
            start_from_bookmark: self.bookmark.clone(),
            bootstrap_bookmark: false,
        };
        let request = cosi::WatchRequest {
            namespace: self.namespace.clone(),
            r#type: self.resource_type.clone(),
            id: None,
            options: Some(options),
            api_version: 1,
        };
        let call = Call::new("/cosi.resource.State/Watch", &self.resource_type);
        let mut stream = self.client.stream(call, request).await?;
        // The first message is empty and says that the watch stands.
        let deadline = self.client.settings.deadline;
        self.client.within(deadline, &self.resource_type, stream.message()).await?;
        Ok(stream)
    }

    /// What an event says to the caller, if anything.
    fn tell(&mut self, event: cosi::Event) -> Result<Option<Event>, ClientError> {
        let kind = event.event_type();
        if event.bookmark.is_some() {
            self.bookmark = event.bookmark;
        }
        let read = |resource: Option<cosi::Resource>| {
            Ok::<_, ClientError>(Stored::read(resource.ok_or(WireError::Missing("resource"))?)?)
        };
        Ok(match kind {
            cosi::EventType::Created => Some(Event::Created(read(event.resource)?)),
            cosi::EventType::Updated => {
                let old = event.old.map(|old| read(Some(old)).map(Box::new)).transpose()?;
                Some(Event::Updated { old, new: read(event.resource)? })
            }
            cosi::EventType::Destroyed => Some(Event::Destroyed(read(event.resource)?)),
            cosi::EventType::Bootstrapped => Some(Event::Bootstrapped),
            cosi::EventType::Noop => None,
            cosi::EventType::Errored => {
                let what = self.resource_type.clone();
                return Err(ClientError::Watch { what, message: event.error.unwrap_or_default() });
            }
        })
    }
}
