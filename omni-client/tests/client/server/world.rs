//! What the server knows, and how it misbehaves.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use omni_client::client::ServiceAccount;
use omni_client::client::wire::{Timestamp, cosi};
use tokio::sync::watch;
use tonic::Status;

use super::{NOW, account};

type Key = (String, String, String);

pub(crate) struct World {
    inner: Mutex<Inner>,
    /// How many events there are; watches wait for more.
    pub(super) events: watch::Sender<usize>,
    pub(super) faults: Mutex<Faults>,
    /// How many requests there were.
    pub(crate) requests: watch::Sender<usize>,
    pub(super) account: ServiceAccount,
    /// The server's own clock.
    pub(super) now: u64,
}

#[derive(Default)]
struct Inner {
    resources: BTreeMap<Key, cosi::Resource>,
    log: Vec<cosi::Event>,
}

/// What goes wrong, and how often.
#[derive(Default)]
pub(crate) struct Faults {
    /// Requests that are turned away before anything is done.
    pub(crate) unavailable: usize,
    /// Writes that are done, but whose answers are lost.
    pub(crate) lost_answers: usize,
    /// Updates that somebody else is quicker than.
    pub(crate) conflicts: usize,
    /// Streams that break, and after how many messages.
    pub(crate) broken_streams: usize,
    pub(crate) break_after: usize,
    /// Whether bookmarks are forgotten at once.
    pub(crate) forgetful: bool,
    /// Whether the methods of Omni 1.8 are missing.
    pub(crate) is_old: bool,
    /// How long every answer takes.
    pub(crate) slowness: Duration,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            inner: Mutex::default(),
            events: watch::channel(0).0,
            faults: Mutex::default(),
            requests: watch::channel(0).0,
            account: account(),
            now: NOW,
        }
    }

    pub(crate) fn with(faults: Faults) -> Self {
        Self { faults: Mutex::new(faults), ..Self::new() }
    }

    pub(crate) fn at(now: u64) -> Self {
        Self { now, ..Self::new() }
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap()
    }

    /// The versions of all resources by id.
    pub(crate) fn versions(&self) -> BTreeMap<String, String> {
        let inner = self.inner.lock().unwrap();
        let versions = inner.resources.values().map(|resource| resource.metadata.clone().unwrap());
        versions.map(|metadata| (metadata.id, metadata.version)).collect()
    }

    /// Writes as a controller would: what it likes, without being asked anything.
    pub(crate) fn meddle(&self, id: &str, change: impl FnOnce(&mut cosi::Resource)) {
        let mut inner = self.inner.lock().unwrap();
        let key = inner.resources.keys().find(|key| key.2 == id).unwrap().clone();
        let old = inner.resources[&key].clone();
        let mut new = old.clone();
        change(&mut new);
        bump(&mut new);
        self.store(&mut inner, key, Some(old), new);
    }

    pub(super) fn get(&self, request: &cosi::GetRequest) -> Result<cosi::Resource, Status> {
        let key = (request.r#type.clone(), request.namespace.clone(), request.id.clone());
        self.inner.lock().unwrap().resources.get(&key).cloned().ok_or_else(|| absent(&key))
    }

    pub(super) fn list(&self, request: &cosi::ListRequest) -> Vec<cosi::Resource> {
        let query = request.options.clone().unwrap_or_default().label_query;
        let inner = self.inner.lock().unwrap();
        let of_type =
            inner.resources.iter().filter(|(key, _)| key.0 == request.r#type && key.1 == request.namespace);
        of_type.map(|(_, resource)| resource.clone()).filter(|resource| matches(&query, resource)).collect()
    }

    pub(super) fn create(&self, request: cosi::CreateRequest) -> Result<cosi::Resource, Status> {
        let mut new = request.resource.unwrap();
        let key = key(&new);
        let mut inner = self.inner.lock().unwrap();
        if inner.resources.contains_key(&key) {
            return Err(Status::already_exists(format!("resource {} already exists", name(&key))));
        }
        "1".clone_into(&mut new.metadata.as_mut().unwrap().version);
        self.store(&mut inner, key, None, new.clone());
        Ok(new)
    }

    pub(super) fn update(&self, request: cosi::UpdateRequest) -> Result<cosi::Resource, Status> {
        let mut new = request.new_resource.unwrap();
        let options = request.options.expect("a real server crashes without options");
        let key = key(&new);
        let mut inner = self.inner.lock().unwrap();
        let mut old = inner.resources.get(&key).cloned().ok_or_else(|| absent(&key))?;
        let mut faults = self.faults.lock().unwrap();
        if faults.conflicts > 0 {
            faults.conflicts -= 1;
            let before = old.clone();
            bump(&mut old);
            self.store(&mut inner, key.clone(), Some(before), old.clone());
        }
        let (seen, stored) = (new.metadata.clone().unwrap(), old.metadata.clone().unwrap());
        if stored.owner != options.owner {
            let message = format!("resource {} is owned by {:?}", name(&key), stored.owner);
            return Err(Status::permission_denied(message));
        }
        if seen.version != stored.version {
            return Err(Status::failed_precondition(format!(
                "failed to update: resource {} update conflict: expected version {:?}, actual version {:?}",
                name(&key),
                seen.version,
                stored.version
            )));
        }
        if options.expected_phase.is_some_and(|phase| phase != stored.phase) {
            return Err(Status::invalid_argument(format!("resource {} is not in phase running", name(&key))));
        }
        bump(&mut new);
        self.store(&mut inner, key, Some(old), new.clone());
        Ok(new)
    }

    pub(super) fn teardown(&self, request: &cosi::TargetRequest) -> Result<bool, Status> {
        let key = (request.r#type.clone(), request.namespace.clone(), request.id.clone());
        let mut inner = self.inner.lock().unwrap();
        let old = inner.resources.get(&key).cloned().ok_or_else(|| absent(&key))?;
        let mut new = old.clone();
        let metadata = new.metadata.as_mut().unwrap();
        let is_free = metadata.finalizers.is_empty();
        if metadata.phase != "tearingDown" {
            "tearingDown".clone_into(&mut metadata.phase);
            bump(&mut new);
            self.store(&mut inner, key, Some(old), new);
        }
        Ok(is_free)
    }

    pub(super) fn destroy(&self, request: &cosi::TargetRequest) -> Result<(), Status> {
        let key = (request.r#type.clone(), request.namespace.clone(), request.id.clone());
        let mut inner = self.inner.lock().unwrap();
        let old = inner.resources.get(&key).cloned().ok_or_else(|| absent(&key))?;
        let finalizers = &old.metadata.as_ref().unwrap().finalizers;
        if !finalizers.is_empty() {
            let message = format!("resource {} has pending finalizers {finalizers:?}", name(&key));
            return Err(Status::failed_precondition(message));
        }
        inner.resources.remove(&key);
        inner.log.push(event(cosi::EventType::Destroyed, old, None));
        self.events.send_replace(inner.log.len());
        Ok(())
    }

    /// Events of a type since a place in the log, and the place after them.
    pub(super) fn since(&self, place: usize, request: &cosi::WatchRequest) -> (Vec<cosi::Event>, usize) {
        let query = request.options.clone().unwrap_or_default().label_query;
        let inner = self.inner.lock().unwrap();
        let numbered = inner.log.iter().enumerate().skip(place);
        let of_type = numbered.filter(|(_, event)| {
            let resource = event.resource.as_ref().unwrap();
            key(resource).0 == request.r#type && matches(&query, resource)
        });
        let marked = of_type.map(|(index, event)| {
            let mut event = event.clone();
            event.bookmark = Some((index + 1).to_string().into_bytes());
            event
        });
        (marked.collect(), inner.log.len())
    }

    /// What there is as events, and the place in the log that follows.
    pub(super) fn bootstrap(&self, request: &cosi::WatchRequest) -> (Vec<cosi::Event>, usize) {
        let options = request.options.clone().unwrap_or_default();
        let list = cosi::ListRequest {
            namespace: request.namespace.clone(),
            r#type: request.r#type.clone(),
            options: Some(cosi::ListOptions { label_query: options.label_query, id_query: None }),
        };
        let place = self.inner.lock().unwrap().log.len();
        let there = self.list(&list);
        let mut events: Vec<_> =
            there.into_iter().map(|resource| event(cosi::EventType::Created, resource, None)).collect();
        let mut end = event(cosi::EventType::Bootstrapped, cosi::Resource::default(), None);
        end.bookmark = Some(place.to_string().into_bytes());
        events.push(end);
        (events, place)
    }

    fn store(&self, inner: &mut Inner, key: Key, old: Option<cosi::Resource>, new: cosi::Resource) {
        let kind = if old.is_some() { cosi::EventType::Updated } else { cosi::EventType::Created };
        inner.resources.insert(key, new.clone());
        inner.log.push(event(kind, new, old));
        self.events.send_replace(inner.log.len());
    }
}

fn event(kind: cosi::EventType, resource: cosi::Resource, old: Option<cosi::Resource>) -> cosi::Event {
    cosi::Event { resource: Some(resource), event_type: kind.into(), old, error: None, bookmark: None }
}

fn key(resource: &cosi::Resource) -> Key {
    let metadata = resource.metadata.clone().unwrap_or_default();
    (metadata.r#type, metadata.namespace, metadata.id)
}

fn name((kind, namespace, id): &Key) -> String {
    format!("{kind}({namespace}/{id}@1)")
}

fn absent(key: &Key) -> Status {
    Status::not_found(format!("resource {} doesn't exist", name(key)))
}

fn bump(resource: &mut cosi::Resource) {
    let metadata = resource.metadata.as_mut().unwrap();
    metadata.version = (metadata.version.parse::<u64>().unwrap() + 1).to_string();
    metadata.updated = Some(Timestamp { seconds: 1_760_000_000, nanos: 0 });
}

fn matches(queries: &[cosi::LabelQuery], resource: &cosi::Resource) -> bool {
    let labels = &resource.metadata.as_ref().unwrap().labels;
    let holds = |term: &cosi::LabelTerm| {
        let value = labels.get(&term.key);
        let holds = match term.op() {
            cosi::Operation::Exists => value.is_some(),
            cosi::Operation::Equal => value == term.value.first(),
            cosi::Operation::In => value.is_some_and(|value| term.value.contains(value)),
            other => panic!("the tests do not ask for {other:?}"),
        };
        holds != term.invert
    };
    queries.is_empty() || queries.iter().any(|query| query.terms.iter().all(holds))
}
