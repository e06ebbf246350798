//! Watches: what comes first, what comes then, and what comes after a break.

use omni_client::client::{Event, Pointer, Query, Watch};

use omni_test_server::{Faults, Server, World, patch};

const PATCHES: &str = "ConfigPatches.omni.sidero.dev";

/// An event in a word.
async fn next(watch: &mut Watch) -> String {
    match watch.next().await.unwrap() {
        Event::Created(stored) => format!("+{}", stored.metadata().id),
        Event::Updated { new, .. } => format!("~{}@{}", new.metadata().id, new.metadata().version),
        Event::Destroyed(stored) => format!("-{}", stored.metadata().id),
        Event::Bootstrapped => "bootstrapped".to_owned(),
        Event::Restarted => "restarted".to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn some(watch: &mut Watch, count: usize) -> Vec<String> {
    let mut events = Vec::new();
    for _ in 0..count {
        events.push(next(watch).await);
    }
    events
}

#[tokio::test]
async fn what_is_there_comes_first_then_what_happens() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    for id in ["a", "b"] {
        client.create(&patch(id, "a: {}\n")).await.unwrap();
    }
    let mut watch = client.watch("default", PATCHES, Query::default());
    assert_eq!(some(&mut watch, 3).await, ["+a", "+b", "bootstrapped"]);
    client.apply(&patch("a", "a: 2\n")).await.unwrap();
    client.create(&patch("c", "c: {}\n")).await.unwrap();
    client.destroy(&Pointer::new("default", PATCHES, "b")).await.unwrap();
    assert_eq!(some(&mut watch, 3).await, ["~a@2", "+c", "-b"]);
}

#[tokio::test]
async fn a_watch_goes_on_where_it_broke() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    client.create(&patch("a", "a: {}\n")).await.unwrap();
    *server.world.faults() = Faults { broken_streams: 4, break_after: 3, ..Faults::default() };
    let mut watch = client.watch("default", PATCHES, Query::default());
    assert_eq!(some(&mut watch, 2).await, ["+a", "bootstrapped"]);
    let mut expected = Vec::new();
    for number in 2..=12 {
        client.apply(&patch("a", &format!("a: {number}\n"))).await.unwrap();
        expected.push(format!("~a@{number}"));
    }
    assert_eq!(some(&mut watch, 11).await, expected);
    assert!(server.world.faults().broken_streams < 2, "it did not break");
}

#[tokio::test]
async fn a_watch_that_breaks_before_all_is_told_begins_again_and_says_so() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    for id in ["a", "b", "c"] {
        client.create(&patch(id, "a: {}\n")).await.unwrap();
    }
    *server.world.faults() = Faults { broken_streams: 1, break_after: 2, ..Faults::default() };
    let mut watch = client.watch("default", PATCHES, Query::default());
    let expected = ["+a", "+b", "restarted", "+a", "+b", "+c", "bootstrapped"];
    assert_eq!(some(&mut watch, 7).await, expected);
}

#[tokio::test]
async fn a_bookmark_that_is_too_old_begins_it_again() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    client.create(&patch("a", "a: {}\n")).await.unwrap();
    let broken = Faults { broken_streams: 1, break_after: 2, forgetful: true, ..Faults::default() };
    *server.world.faults() = broken;
    let mut watch = client.watch("default", PATCHES, Query::default());
    assert_eq!(some(&mut watch, 2).await, ["+a", "bootstrapped"]);
    client.apply(&patch("a", "a: 2\n")).await.unwrap();
    assert_eq!(some(&mut watch, 3).await, ["restarted", "+a", "bootstrapped"]);
}

#[tokio::test]
async fn a_watch_gives_up_when_nothing_comes_of_it() {
    let server = Server::start(World::with(Faults { unavailable: 100, ..Faults::default() })).await;
    let mut watch = server.client().watch("default", PATCHES, Query::default());
    assert!(watch.next().await.unwrap_err().is_passing());
    assert_eq!(server.world.faults().unavailable, 94);
}

#[tokio::test]
async fn watches_by_label() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    client.create(&patch("a", "a: {}\n")).await.unwrap();
    let query = Query::labels("omni.sidero.dev/cluster = other".parse().unwrap());
    let mut watch = client.watch("default", PATCHES, query);
    assert_eq!(next(&mut watch).await, "bootstrapped");
    let mut other = patch("b", "a: {}\n");
    other.metadata_mut().labels.insert("omni.sidero.dev/cluster".into(), "other".into());
    client.create(&other).await.unwrap();
    assert_eq!(next(&mut watch).await, "+b");
}
