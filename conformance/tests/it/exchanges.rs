//! What our client and upstream's state server say to each other, as bytes: recorded, and replayed without Go.
//!
//! Written anew by `UPDATE_GOLDEN=1 cargo test -p conformance --test it exchanges`, which needs Go.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use conformance::Question;
use omni_client::client::wire::cosi;
use omni_client::client::{Client, ClientError, Query, Settings, Watch};
use omni_test_server::exchange::{Exchange, Recorder, Replay};
use omni_test_server::{World, patch};
use prost::Message;

use crate::state_server::{LONG, PATCHES, ask, held, labelled, next, pointer, upstream};

/// What is done, and what comes of it, in words; upstream's, word for word. `cut` breaks the connection.
async fn course(client: &Client, cut: impl Fn()) -> Vec<String> {
    let mut said = Vec::new();
    let mut note = |what: &str, outcome: String| said.push(format!("{what}: {outcome}"));
    let labels = [("tier", "1.10"), ("empty", "")];
    note("find", word(client.find(&pointer("a")).await.map(|found| found.is_some())));
    let made = client.create(&labelled("a", &labels)).await.unwrap();
    note("create", made.metadata().version.to_string());
    note("create again", word(client.create(&patch("a", "machine: {}\n")).await.map(drop)));
    note("get", format!("{:?}", client.get(&pointer("a")).await.unwrap().metadata().labels));
    client.create(&patch("ab", "cluster: {}\n")).await.unwrap();
    for query in [
        Query::default(),
        Query::labels("tier in (1.10, 2), !none".parse().unwrap()),
        Query { id_pattern: Some("^a.$".to_owned()), ..Query::default() },
    ] {
        let found = client.list_all("default", PATCHES, &query).await.unwrap();
        let ids: Vec<_> = found.iter().map(|stored| &*stored.metadata().id).collect();
        note("list", ids.join(" "));
    }
    note(
        "update",
        word(client.update(&made, &held("a")).await.map(|new| new.metadata().version.to_string())),
    );
    note("update late", word(client.update(&made, &held("a")).await.map(drop)));
    let mut owned = patch("owned", "machine: {}\n");
    "Controller".clone_into(&mut owned.metadata_mut().owner);
    note("create for another", word(client.create(&owned).await.map(drop)));

    let mut watch = client.watch("default", PATCHES, Query::default());
    note("watch", events(&mut watch, 3).await);
    client.apply(&patch("ab", "cluster: {} # 2\n")).await.unwrap();
    note("watch", events(&mut watch, 1).await);
    cut();
    client.apply(&patch("ab", "cluster: {} # 3\n")).await.unwrap();
    client.create(&patch("c", "machine: {}\n")).await.unwrap();
    note("watch after a break", events(&mut watch, 2).await);
    note("apply again", format!("{:?}", client.apply(&patch("c", "machine: {}\n")).await.unwrap()));
    note("delete", word(client.delete(&pointer("c"), LONG).await));
    note("delete again", word(client.delete(&pointer("c"), LONG).await));
    note("watch", events(&mut watch, 2).await);

    note("destroy what is held", word(client.destroy(&pointer("a")).await));
    note("tear down", word(client.teardown(&pointer("a")).await));
    let going = client.get(&pointer("a")).await.unwrap();
    note("update what is going", word(client.update(&going, &patch("a", "machine: {}\n")).await.map(drop)));
    note("watch", events(&mut watch, 1).await);
    note("tear down nothing", word(client.teardown(&pointer("none")).await));
    said
}

fn word<T: std::fmt::Debug>(outcome: Result<T, ClientError>) -> String {
    match outcome {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{:?}: {error}", error.refusal()),
    }
}

async fn events(watch: &mut Watch, count: usize) -> String {
    let mut events = Vec::new();
    for _ in 0..count {
        events.push(next(watch).await);
    }
    events.join(" ")
}

fn file() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("recorded/state-exchanges.jsonl")
}

fn recorded() -> (Vec<String>, Vec<Exchange>) {
    let text = fs::read_to_string(file()).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    let exchanges = rest.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (serde_json::from_str(first).unwrap(), exchanges)
}

#[tokio::test]
async fn our_client_says_what_was_recorded_and_makes_the_same_of_the_answers() {
    let (expected, exchanges) = recorded();
    assert!(exchanges.len() > 25, "{} exchanges only", exchanges.len());
    let replay = Replay::start(exchanges).await;
    let said = course(&replay.client(), || {}).await;
    assert_eq!(replay.complaints(), Vec::<String>::new());
    assert_eq!(said, expected);
}

/// A client that says anything else is caught.
#[tokio::test]
async fn a_replay_complains() {
    let (_, exchanges) = recorded();
    let replay = Replay::start(exchanges.clone()).await;
    assert!(replay.client().find(&pointer("other")).await.is_err());
    assert_eq!(replay.complaints().len(), 2);

    let replay = Replay::start(exchanges).await;
    let settings = Settings { account: Some(Arc::new(crate::state_server::account(9))), ..replay.settings() };
    assert!(Client::new(settings).unwrap().find(&pointer("a")).await.is_err());
    assert!(replay.complaints()[0].contains("another key"), "{:?}", replay.complaints());
}

/// Upstream still says what was recorded, but for times and bookmarks.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn upstream_still_says_what_was_recorded() {
    let Some(oracle) = upstream() else { return };
    let world = World::live();
    let question = Question::new("state.serve").with("account", world.account.encode().expose());
    let answer = ask(&oracle, &question);
    let recorder = Recorder::start(answer["address"].as_str().unwrap()).await;
    let mut settings = world.settings(recorder.address);
    settings.deadline = Duration::from_secs(5);
    let said = course(&Client::new(settings).unwrap(), || recorder.cut()).await;
    let exchanges = recorder.exchanges();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let lines = exchanges.iter().map(|exchange| serde_json::to_string(exchange).unwrap());
        let lines: Vec<_> = std::iter::once(serde_json::to_string(&said).unwrap()).chain(lines).collect();
        fs::write(file(), lines.join("\n") + "\n").unwrap();
        return;
    }
    let (expected, before) = recorded();
    assert_eq!(said, expected);
    assert_eq!(exchanges.len(), before.len());
    for (now, before) in exchanges.iter().zip(&before) {
        assert_eq!((&now.method, &now.end), (&before.method, &before.end));
        let (now, before) = (timeless(now), timeless(before));
        // Of a stream that the client left, more or less may have been under way.
        let count = now.len().min(before.len());
        assert_eq!(now[..count], before[..count]);
    }
}

/// The messages of the server without times and bookmarks.
fn timeless(exchange: &Exchange) -> Vec<String> {
    fn resource(resource: Option<&mut cosi::Resource>) {
        if let Some(metadata) = resource.and_then(|resource| resource.metadata.as_mut()) {
            (metadata.created, metadata.updated) = (None, None);
        }
    }
    let shown = |bytes: &[u8]| match exchange.method.rsplit('/').next().unwrap() {
        "Watch" => {
            let mut message = cosi::WatchResponse::decode(bytes).unwrap();
            for event in &mut message.event {
                resource(event.resource.as_mut());
                resource(event.old.as_mut());
                event.bookmark = event.bookmark.take().map(|_| Vec::new());
            }
            message.encode_to_vec()
        }
        // All with the resource as their first field.
        "Get" | "List" | "Create" | "Update" => {
            let mut message = cosi::GetResponse::decode(bytes).unwrap();
            resource(message.resource.as_mut());
            message.encode_to_vec()
        }
        _ => bytes.to_vec(),
    };
    exchange.messages().map(|message| String::from_utf8_lossy(&shown(&message)).into_owned()).collect()
}
