//! What the server knows, and how it misbehaves.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use omni_client::client::wire::{Timestamp, cosi};
use omni_client::client::{ServiceAccount, Surroundings, System};
use omni_client::selector::{Term, Test};
use prost::Message;
use regex::Regex;
use tokio::sync::watch;
use tonic::Status;

use crate::{At, NOW, account, definitions};

type Key = (String, String, String);

/// What the server knows and does.
pub struct World {
    inner: Mutex<Inner>,
    /// How many events there are; watches wait for more.
    pub(crate) events: watch::Sender<usize>,
    faults: Mutex<Faults>,
    /// How many requests there were.
    pub requests: watch::Sender<usize>,
    /// The only account that is served.
    pub account: Arc<ServiceAccount>,
    /// What the server's clock always shows; none for the clock of the machine.
    clock: Option<u64>,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").finish_non_exhaustive()
    }
}

#[derive(Default)]
struct Inner {
    resources: BTreeMap<Key, cosi::Resource>,
    log: Vec<cosi::Event>,
}

/// What goes wrong, and how often.
#[derive(Debug, Default)]
pub struct Faults {
    /// Requests that are turned away before anything is done.
    pub unavailable: usize,
    /// Writes that are done, but whose answers are lost.
    pub lost_answers: usize,
    /// Updates that somebody else is quicker than.
    pub conflicts: usize,
    /// Streams that break, after `break_after` messages.
    pub broken_streams: usize,
    /// After how many messages.
    pub break_after: usize,
    /// Whether bookmarks are forgotten at once.
    pub forgetful: bool,
    /// Whether the methods of Omni 1.8 are missing.
    pub is_old: bool,
    /// How long every answer takes.
    pub slowness: Duration,
}

impl World {
    /// An empty world that stands still at [`NOW`] and serves [`account`].
    #[must_use]
    pub fn new() -> Self {
        Self::of(account(), Some(NOW))
    }

    /// The same, with faults.
    #[must_use]
    pub fn with(faults: Faults) -> Self {
        Self { faults: Mutex::new(faults), ..Self::new() }
    }

    /// The same, at another time.
    #[must_use]
    pub fn at(now: u64) -> Self {
        Self::of(account(), Some(now))
    }

    /// A world with the clock of the machine, for programs that have that clock, too. Its account is good for an hour.
    #[must_use]
    pub fn live() -> Self {
        let hour = Duration::from_secs(3600);
        // Nobody else can reach this server's resources, so that anybody may know the seed.
        let account = ServiceAccount::create("automation", [7; 32], System.now(), hour).unwrap();
        Self::of(account, None)
    }

    fn of(account: ServiceAccount, clock: Option<u64>) -> Self {
        Self {
            inner: Mutex::default(),
            events: watch::channel(0).0,
            faults: Mutex::default(),
            requests: watch::channel(0).0,
            account: Arc::new(account),
            clock,
        }
    }

    /// What time it is for the server, in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.clock.unwrap_or_else(|| System.now())
    }

    /// The clock of whoever asks: right, if the world does not stand still.
    pub(crate) fn surroundings(&self) -> Arc<dyn Surroundings> {
        match self.clock {
            Some(_) => Arc::new(At(NOW)),
            None => Arc::new(System),
        }
    }

    /// The faults that are left, to be changed.
    pub fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap()
    }

    /// The versions of all resources by id.
    #[must_use]
    pub fn versions(&self) -> BTreeMap<String, String> {
        let inner = self.inner.lock().unwrap();
        let versions = inner.resources.values().map(|resource| resource.metadata.clone().unwrap());
        versions.map(|metadata| (metadata.id, metadata.version)).collect()
    }

    /// Puts patches for the cluster `prod` there, without being asked: so many, each with a text of so many bytes.
    pub fn fill(&self, count: usize, bytes: usize) {
        #[derive(Clone, PartialEq, Message)]
        struct Patch {
            #[prost(string, tag = "1")]
            data: String,
        }
        let mut inner = self.inner.lock().unwrap();
        for number in 0..count {
            let metadata = cosi::Metadata {
                namespace: "default".to_owned(),
                r#type: "ConfigPatches.omni.sidero.dev".to_owned(),
                id: format!("{number:06}"),
                version: "1".to_owned(),
                phase: "running".to_owned(),
                labels: [("omni.sidero.dev/cluster".to_owned(), "prod".to_owned())].into(),
                ..cosi::Metadata::default()
            };
            let data = format!("# {}\n", "x".repeat(bytes.saturating_sub(3)));
            let spec = cosi::Spec { proto_spec: Patch { data }.encode_to_vec(), yaml_spec: String::new() };
            let resource = cosi::Resource { metadata: Some(metadata), spec: Some(spec) };
            self.store(&mut inner, key(&resource), None, resource);
        }
    }

    /// Writes as a controller would: what it likes, without being asked anything.
    pub fn meddle(&self, id: &str, change: impl FnOnce(&mut cosi::Resource)) {
        let mut inner = self.inner.lock().unwrap();
        let key = inner.resources.keys().find(|key| key.2 == id).unwrap().clone();
        let old = inner.resources[&key].clone();
        let mut new = old.clone();
        change(&mut new);
        bump(&mut new);
        self.store(&mut inner, key, Some(old), new);
    }

    pub(crate) fn get(&self, request: &cosi::GetRequest) -> Result<cosi::Resource, Status> {
        let key = (request.r#type.clone(), request.namespace.clone(), request.id.clone());
        self.inner.lock().unwrap().resources.get(&key).cloned().ok_or_else(|| absent(&key))
    }

    pub(crate) fn list(&self, request: &cosi::ListRequest) -> Vec<cosi::Resource> {
        let chosen = Chosen::by(request.options.clone().unwrap_or_default());
        if request.r#type == definitions::TYPE {
            return definitions::all().into_iter().filter(|resource| chosen.has(resource)).collect();
        }
        let inner = self.inner.lock().unwrap();
        let of_type = inner
            .resources
            .iter()
            .filter(|(key, resource)| {
                key.0 == request.r#type && key.1 == request.namespace && chosen.has(resource)
            })
            .map(|(_, resource)| resource.clone());
        of_type.collect()
    }

    pub(crate) fn create(&self, request: cosi::CreateRequest) -> Result<cosi::Resource, Status> {
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

    pub(crate) fn update(&self, request: cosi::UpdateRequest) -> Result<cosi::Resource, Status> {
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

    pub(crate) fn teardown(&self, request: &cosi::TargetRequest) -> Result<bool, Status> {
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

    pub(crate) fn destroy(&self, request: &cosi::TargetRequest) -> Result<(), Status> {
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
    pub(crate) fn since(&self, place: usize, request: &cosi::WatchRequest) -> (Vec<cosi::Event>, usize) {
        let chosen = Chosen::by(choice(request));
        let inner = self.inner.lock().unwrap();
        let numbered = inner.log.iter().enumerate().skip(place);
        let of_type = numbered.filter(|(_, event)| {
            let resource = event.resource.as_ref().unwrap();
            let by_id = request.id.as_ref().is_none_or(|id| key(resource).2 == *id);
            key(resource).0 == request.r#type && by_id && chosen.has(resource)
        });
        let marked = of_type.map(|(index, event)| {
            let mut event = event.clone();
            event.bookmark = Some((index + 1).to_string().into_bytes());
            event
        });
        (marked.collect(), inner.log.len())
    }

    /// What there is as events, and the place in the log that follows.
    pub(crate) fn bootstrap(&self, request: &cosi::WatchRequest) -> (Vec<cosi::Event>, usize) {
        let list = cosi::ListRequest {
            namespace: request.namespace.clone(),
            r#type: request.r#type.clone(),
            options: Some(choice(request)),
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

fn choice(request: &cosi::WatchRequest) -> cosi::ListOptions {
    let options = request.options.clone().unwrap_or_default();
    cosi::ListOptions { label_query: options.label_query, id_query: options.id_query }
}

/// Which resources are asked for.
struct Chosen {
    queries: Vec<Vec<Term>>,
    id: Option<Regex>,
}

impl Chosen {
    fn by(options: cosi::ListOptions) -> Self {
        let terms = |query: cosi::LabelQuery| query.terms.iter().map(term).collect();
        Self {
            queries: options.label_query.into_iter().map(terms).collect(),
            id: options.id_query.map(|query| Regex::new(&query.regexp).unwrap()),
        }
    }

    fn has(&self, resource: &cosi::Resource) -> bool {
        let metadata = resource.metadata.as_ref().unwrap();
        let holds = |query: &Vec<Term>| query.iter().all(|term| term.matches(&metadata.labels));
        self.id.as_ref().is_none_or(|id| id.is_match(&metadata.id))
            && (self.queries.is_empty() || self.queries.iter().any(holds))
    }
}

fn term(term: &cosi::LabelTerm) -> Term {
    let first = || term.value.first().cloned().unwrap_or_default();
    let test = match term.op() {
        cosi::Operation::Exists => Test::Exists,
        cosi::Operation::Equal => Test::Equal(first()),
        cosi::Operation::In => Test::In(term.value.clone()),
        cosi::Operation::LtNumeric => Test::Less(first()),
        cosi::Operation::LteNumeric => Test::LessOrEqual(first()),
        other => panic!("omnictl does not ask for {other:?}"),
    };
    Term { key: term.key.clone(), test, invert: term.invert }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}
