//! Our client against upstream's own state server, behind upstream's own signature check.
//!
//! The server is the oracle `cosi`. Without Go these tests say that they ask nobody and pass; in CI they fail.

mod proxy;

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use conformance::{Answer, Oracle, OracleError, Program, Question};
use omni_client::client::apply::Change;
use omni_client::client::delete::Step;
use omni_client::client::{
    Client, ClientError, Event, Pointer, Query, Refusal, ServiceAccount, Settings, Watch,
};
use omni_client::client::{Surroundings as _, System, pgp, sign};
use omni_client::resource::{AnyResource, Version};
use omni_test_server::patch;
use proxy::Proxy;
use serde_json::{Value, json};

pub(crate) const PATCHES: &str = "ConfigPatches.omni.sidero.dev";
pub(crate) const LONG: Duration = Duration::from_secs(60);

/// Upstream, unless there is no Go and nobody insists.
pub(crate) fn upstream() -> Option<Oracle> {
    match Oracle::start(Program { directory: "cosi", modfile: "go.mod" }) {
        Ok(oracle) => Some(oracle),
        Err(OracleError::NoGo(_)) if std::env::var("CI").as_deref() != Ok("true") => {
            // Not by `eprintln!`, which is not shown of tests that pass.
            let _ = writeln!(std::io::stderr(), "SKIPPED: without Go upstream's state server is not asked");
            None
        }
        Err(error) => panic!("{error}"),
    }
}

pub(crate) fn ask(oracle: &Oracle, question: &Question) -> Value {
    match oracle.ask(question).unwrap() {
        Answer::Ok(value) => value,
        other => panic!("{question:?}: {other:?}"),
    }
}

/// A key that was made by us, now; for an hour.
pub(crate) fn account(seed: u8) -> ServiceAccount {
    ServiceAccount::create("automation", [seed; 32], System.now(), Duration::from_secs(3600)).unwrap()
}

/// A server that serves one account only, over TLS.
struct Server {
    oracle: Oracle,
    account: Arc<ServiceAccount>,
    address: String,
    authority: String,
}

impl Server {
    fn start() -> Option<Self> {
        let oracle = upstream()?;
        let account = Arc::new(account(1));
        let question =
            Question::new("state.serve").with("account", account.encode().expose()).with("tls", true);
        let answer = ask(&oracle, &question);
        let text = |field: &str| answer.get(field).and_then(Value::as_str).unwrap().to_owned();
        let (address, authority) = (text("address"), text("authority"));
        Some(Self { oracle, account, address, authority })
    }

    fn settings(&self) -> Settings {
        let mut settings = Settings::new(format!("https://{}", self.address).parse().unwrap());
        settings.account = Some(self.account.clone());
        settings.roots = vec![self.authority.clone()];
        settings
    }

    fn client(&self) -> Client {
        Client::new(self.settings()).unwrap()
    }

    /// A controller is done with a patch.
    fn release(&self, id: &str) {
        let question = Question::new("state.release")
            .with("address", &*self.address)
            .with("namespace", "default")
            .with("type", PATCHES)
            .with("id", id)
            .with("name", "Controller");
        ask(&self.oracle, &question);
    }
}

pub(crate) fn pointer(id: &str) -> Pointer {
    Pointer::new("default", PATCHES, id)
}

pub(crate) fn labelled(id: &str, labels: &[(&str, &str)]) -> AnyResource {
    let mut resource = patch(id, "machine: {}\n");
    let labels = labels.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
    resource.metadata_mut().labels.extend(labels);
    resource
}

/// A patch that a controller holds on to.
pub(crate) fn held(id: &str) -> AnyResource {
    let mut resource = patch(id, "machine: {}\n");
    resource.metadata_mut().finalizers = vec!["Controller".to_owned()];
    resource
}

fn refusal<T: std::fmt::Debug>(outcome: Result<T, ClientError>) -> Refusal {
    let error = outcome.unwrap_err();
    error.refusal().unwrap_or_else(|| panic!("{error}"))
}

#[tokio::test]
async fn what_is_written_comes_back() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    let wanted = labelled("200-a", &[("tier", "1.10"), ("empty", "")]);
    let made = client.create(&wanted).await.unwrap();
    assert_eq!(made.metadata().version, Version::Number(1));
    assert_eq!(made.metadata().labels, wanted.metadata().labels);
    assert!(made.resource.has_spec_of(&wanted));
    assert!(made.metadata().created.as_ref().is_some_and(|time| !time.starts_with("1970")), "{made:?}");
    assert_eq!(client.get(&pointer("200-a")).await.unwrap(), made);
    assert!(client.find(&pointer("200-b")).await.unwrap().is_none());
    let new = client.update(&made, &patch("200-a", "machine: {network: {}}\n")).await.unwrap();
    assert_eq!(new.metadata().version, Version::Number(2));
    assert!(!new.metadata().labels.contains_key("tier"));
}

#[tokio::test]
async fn selectors_choose_as_they_do_here() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    let all = [
        labelled("a", &[("tier", "gold"), ("mem", "16GiB"), ("cores", "8")]),
        labelled("b", &[("tier", "silver"), ("mem", "64GiB"), ("cores", "16")]),
        labelled("ab", &[("mem", "32GiB"), ("cores", "many")]),
    ];
    for resource in &all {
        client.create(resource).await.unwrap();
    }
    for text in [
        "tier",
        "!tier",
        "tier = gold",
        "tier != gold",
        "tier in (gold, lead)",
        "tier notin (gold)",
        "mem > 16GiB",
        "mem >= 16GiB",
        "mem < 64GiB",
        "cores <= 8",
        "cores > 8, tier",
        "omni.sidero.dev/cluster = prod",
    ] {
        let selector: omni_client::selector::Selector = text.parse().unwrap();
        let mut here: Vec<_> =
            all.iter().map(AnyResource::metadata).filter(|one| selector.matches(&one.labels)).collect();
        here.sort_by(|one, two| one.id.cmp(&two.id));
        let there = client.list_all("default", PATCHES, &Query::labels(selector)).await.unwrap();
        let ids = |stored: &[omni_client::client::Stored]| {
            stored.iter().map(|stored| stored.metadata().id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&there), here.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), "{text}");
    }
    let by_id = |pattern: &str| Query { id_pattern: Some(pattern.to_owned()), ..Query::default() };
    assert_eq!(client.list_all("default", PATCHES, &by_id("^a")).await.unwrap().len(), 2);
    assert_eq!(client.list_all("default", PATCHES, &Query::id("a")).await.unwrap().len(), 1);
}

#[tokio::test]
async fn refusals_are_told_apart() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    let made = client.create(&patch("a", "machine: {}\n")).await.unwrap();
    assert_eq!(refusal(client.create(&patch("a", "machine: {}\n")).await), Refusal::Exists);
    assert_eq!(refusal(client.get(&pointer("b")).await), Refusal::NotFound);
    assert_eq!(refusal(client.teardown(&pointer("b")).await), Refusal::NotFound);
    assert_eq!(refusal(client.destroy(&pointer("b")).await), Refusal::NotFound);
    client.update(&made, &held("a")).await.unwrap();
    assert_eq!(refusal(client.update(&made, &patch("a", "machine: {}\n")).await), Refusal::Conflict);
    let mut owned = patch("b", "machine: {}\n");
    "Controller".clone_into(&mut owned.metadata_mut().owner);
    assert_eq!(refusal(client.create(&owned).await), Refusal::Owner);
    assert_eq!(refusal(client.destroy(&pointer("a")).await), Refusal::Finalizers);
    assert!(!client.teardown(&pointer("a")).await.unwrap());
    let going = client.get(&pointer("a")).await.unwrap();
    assert_eq!(refusal(client.update(&going, &patch("a", "a: 1\n")).await), Refusal::Phase);
    assert_eq!(refusal(client.management().omniconfig().await), Refusal::Unimplemented);
}

#[tokio::test]
async fn a_change_is_made_though_others_are_quicker() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    client.create(&patch("a", "machine: {}\n")).await.unwrap();
    let one = |name: &'static str| {
        let client = client.clone();
        tokio::spawn(async move {
            let label = |resource: &mut AnyResource| {
                resource.metadata_mut().labels.insert(name.to_owned(), String::new()).is_none()
            };
            client.modify(&pointer("a"), label).await
        })
    };
    let all = ["one", "two", "three", "four"].map(one);
    for change in all {
        change.await.unwrap().unwrap();
    }
    let found = client.get(&pointer("a")).await.unwrap();
    assert_eq!(found.metadata().version, Version::Number(5));
    assert_eq!(found.metadata().labels.len(), 5);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_delete_waits_until_a_controller_is_done() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    for resource in [held("a"), held("b"), patch("c", "machine: {}\n")] {
        client.create(&resource).await.unwrap();
    }
    let one = {
        let client = client.clone();
        tokio::spawn(async move { client.delete(&pointer("a"), LONG).await })
    };
    wait_for_teardown(&client, "a").await;
    server.release("a");
    assert!(one.await.unwrap().unwrap());
    assert!(!client.delete(&pointer("a"), LONG).await.unwrap());

    let several = {
        let client = client.clone();
        tokio::spawn(async move {
            let mut steps = Vec::new();
            let mut told = |step: Step<'_>| {
                if let Step::Destroyed(pointer) = step {
                    steps.push(pointer.id.clone());
                }
            };
            let count = client.delete_all(&["b", "c", "d"].map(pointer), LONG, &mut told).await;
            count.map(|count| (count, steps))
        })
    };
    wait_for_teardown(&client, "b").await;
    server.release("b");
    assert_eq!(several.await.unwrap().unwrap(), (2, vec!["c".to_owned(), "b".to_owned()]));
    assert!(client.list_all("default", PATCHES, &Query::default()).await.unwrap().is_empty());
}

async fn wait_for_teardown(client: &Client, id: &str) {
    let mut watch = client.watch("default", PATCHES, Query::id(id));
    loop {
        if let Event::Created(stored) | Event::Updated { new: stored, .. } = watch.next().await.unwrap()
            && !stored.metadata().phase.is_running()
        {
            return;
        }
    }
}

/// An event in a word.
pub(crate) async fn next(watch: &mut Watch) -> String {
    match watch.next().await.unwrap() {
        Event::Created(stored) => format!("+{}", stored.metadata().id),
        Event::Updated { old, new } => {
            let (old, new) = (old.unwrap(), new.metadata());
            format!("~{}@{}-{}", new.id, old.metadata().version, new.version)
        }
        Event::Destroyed(stored) => format!("-{}", stored.metadata().id),
        Event::Bootstrapped => "bootstrapped".to_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_watch_goes_on_where_the_connection_broke() {
    let Some(server) = Server::start() else { return };
    let proxy = Proxy::start(&server.address).await;
    let mut settings = server.settings();
    settings.endpoint = format!("https://{}", proxy.address).parse().unwrap();
    let client = server.client();
    client.create(&patch("a", "machine: {}\n")).await.unwrap();
    let mut watch = Client::new(settings).unwrap().watch("default", PATCHES, Query::default());
    assert_eq!(next(&mut watch).await, "+a");
    assert_eq!(next(&mut watch).await, "bootstrapped");
    for round in 0..3_u64 {
        proxy.cut();
        // What happens while nobody listens is told afterwards, once.
        client.apply(&patch("a", &format!("machine: {{}} # {round}\n"))).await.unwrap();
        client.create(&patch("b", "machine: {}\n")).await.unwrap();
        client.destroy(&pointer("b")).await.unwrap();
        assert_eq!(next(&mut watch).await, format!("~a@{}-{}", round + 1, round + 2));
        assert_eq!(next(&mut watch).await, "+b");
        assert_eq!(next(&mut watch).await, "-b");
    }
    assert!(proxy.connections() > 3, "it never broke");
}

#[tokio::test]
async fn a_watch_by_label_tells_who_comes_and_goes() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    client.create(&patch("a", "machine: {}\n")).await.unwrap();
    let mut watch = client.watch("default", PATCHES, Query::labels("tier = gold".parse().unwrap()));
    assert_eq!(next(&mut watch).await, "bootstrapped");
    client.apply(&labelled("a", &[("tier", "gold")])).await.unwrap();
    assert_eq!(next(&mut watch).await, "+a");
    client.apply(&patch("a", "machine: {}\n")).await.unwrap();
    assert_eq!(next(&mut watch).await, "-a");
}

#[tokio::test]
async fn a_thousand_resources_are_applied_once() {
    let Some(server) = Server::start() else { return };
    let client = server.client();
    let wanted: Vec<_> =
        (0..1000).map(|number| patch(&format!("{number:04}"), &format!("a: {number}\n"))).collect();
    for expected in [Change::Created, Change::Unchanged] {
        for resource in &wanted {
            assert_eq!(client.apply(resource).await.unwrap(), expected);
        }
    }
    let all = client.list_all("default", PATCHES, &Query::default()).await.unwrap();
    assert_eq!(all.len(), 1000);
    assert!(all.iter().all(|stored| stored.metadata().version == Version::Number(1)));
}

/// Upstream takes our keys and signatures, and nobody else's.
#[tokio::test]
async fn our_signatures_are_good_there() {
    let Some(server) = Server::start() else { return };
    let read = Question::new("account.read").with("text", server.account.encode().expose());
    let read = ask(&server.oracle, &read);
    assert_eq!(read["unusable"], "");
    assert_eq!(read["fingerprint"], server.account.key.fingerprint().to_string());

    let mut other = server.settings();
    other.account = Some(Arc::new(account(2)));
    let mut nobody = server.settings();
    nobody.account = None;
    for settings in [other, nobody] {
        let client = Client::new(settings).unwrap();
        assert_eq!(refusal(client.get(&pointer("a")).await), Refusal::Unauthenticated);
        assert_eq!(
            refusal(client.list_all("default", PATCHES, &Query::default()).await),
            Refusal::Unauthenticated
        );
    }
}

/// Headers that upstream signed are good here.
#[test]
fn their_signatures_are_good_here() {
    let Some(oracle) = upstream() else { return };
    let made = ask(&oracle, &Question::new("account.new").with("name", "automation"));
    let text = made["text"].as_str().unwrap();
    let account = ServiceAccount::decode(&manifest::Secret::new(text)).unwrap();
    assert_eq!(account.key.fingerprint().to_string(), made["fingerprint"]);
    let question = Question::new("signature.sign")
        .with("account", text)
        .with("method", "/cosi.resource.State/Get")
        .with("metadata", json!({ "context": ["prod"] }));
    let headers = ask(&oracle, &question);
    let header = |name: &str| headers[name][0].as_str().unwrap();
    let signature: Vec<_> = header(sign::SIGNATURE).split(' ').collect();
    let fingerprint = account.key.fingerprint().to_string();
    assert_eq!(signature[..3], ["siderov1", "automation", &*fingerprint]);
    let bytes = STANDARD.decode(signature[3]).unwrap();
    let payload = header(sign::PAYLOAD);
    pgp::verify(&account.key.public_point(), payload.as_bytes(), &bytes).unwrap();
    let other = payload.replace("prod", "test");
    assert!(pgp::verify(&account.key.public_point(), other.as_bytes(), &bytes).is_err());
}
