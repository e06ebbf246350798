//! Servers that are slow, gone, or of another opinion.

use std::sync::Arc;
use std::time::Duration;

use omni_client::client::{Client, ClientError, Pointer, Query, Refusal, Retry};

use omni_test_server::{At, Faults, NOW, Server, World, patch};

const PATCHES: &str = "ConfigPatches.omni.sidero.dev";

fn pointer() -> Pointer {
    Pointer::new("default", PATCHES, "a")
}

async fn refused(world: World) -> Option<Refusal> {
    let server = Server::start(world).await;
    server.client().get(&pointer()).await.unwrap_err().refusal()
}

#[tokio::test]
async fn a_clock_may_be_wrong_by_five_minutes() {
    assert_eq!(refused(World::at(NOW + 300)).await, Some(Refusal::NotFound));
    assert_eq!(refused(World::at(NOW - 300)).await, Some(Refusal::NotFound));
    assert_eq!(refused(World::at(NOW + 301)).await, Some(Refusal::Unauthenticated));
    assert_eq!(refused(World::at(NOW - 301)).await, Some(Refusal::Unauthenticated));
}

#[tokio::test]
async fn a_key_that_has_ended_is_not_accepted_and_says_what_may_be_the_matter() {
    let later = 1_760_000_000 + 31_536_000;
    let server = Server::start(World::at(later)).await;
    let mut settings = server.settings();
    settings.surroundings = Arc::new(At(later));
    let error = Client::new(settings).unwrap().get(&pointer()).await.unwrap_err();
    assert_eq!(error.refusal(), Some(Refusal::Unauthenticated));
    assert!(error.to_string().contains("a key that ended"), "{error}");
}

#[tokio::test]
async fn without_a_key_nothing_is_signed() {
    let server = Server::start(World::new()).await;
    let mut settings = server.settings();
    settings.account = None;
    let error = Client::new(settings).unwrap().get(&pointer()).await.unwrap_err();
    assert_eq!(error.refusal(), Some(Refusal::Unauthenticated));
}

#[tokio::test]
async fn a_server_that_comes_back_is_waited_for_but_not_for_ever() {
    let server = Server::start(World::with(Faults { unavailable: 5, ..Faults::default() })).await;
    let client = server.client();
    assert_eq!(client.get(&pointer()).await.unwrap_err().refusal(), Some(Refusal::NotFound));
    server.world.faults().unavailable = 6;
    let error = client.get(&pointer()).await.unwrap_err();
    assert!(matches!(error, ClientError::Unreachable { .. }), "{error}");
    assert_eq!(server.world.faults().unavailable, 0);
}

#[tokio::test]
async fn a_slow_answer_is_not_waited_for() {
    let slow = Faults { slowness: Duration::from_secs(60), ..Faults::default() };
    let server = Server::start(World::with(slow)).await;
    let mut settings = server.settings();
    settings.deadline = Duration::from_millis(50);
    settings.retry = Retry::NONE;
    let client = Client::new(settings).unwrap();
    let error = client.get(&pointer()).await.unwrap_err();
    assert!(matches!(error, ClientError::Deadline { .. }), "{error}");
    let error = client.list("default", PATCHES, &Query::default()).await.unwrap_err();
    assert!(matches!(error, ClientError::Deadline { .. }), "{error}");
}

#[tokio::test]
async fn nobody_there_is_said_with_the_reason() {
    let server = Server::start(World::new()).await;
    let mut settings = server.settings();
    settings.endpoint = "http://127.0.0.1:1".parse().unwrap();
    let error = Client::new(settings).unwrap().get(&pointer()).await.unwrap_err().to_string();
    assert!(error.starts_with("cannot reach http://127.0.0.1:1: "), "{error}");
    assert!(error.contains("refused"), "{error}");
}

#[tokio::test]
async fn a_list_that_breaks_in_the_middle_is_begun_again() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    for id in ["a", "b", "c", "d"] {
        client.create(&patch(id, "a: {}\n")).await.unwrap();
    }
    *server.world.faults() = Faults { broken_streams: 2, break_after: 2, ..Faults::default() };
    assert_eq!(client.list_all("default", PATCHES, &Query::default()).await.unwrap().len(), 4);
    // A caller that takes them one by one is told.
    server.world.faults().broken_streams = 1;
    let mut list = client.list("default", PATCHES, &Query::default()).await.unwrap();
    assert!(list.next().await.unwrap().is_some());
    assert!(list.next().await.unwrap().is_some());
    assert!(list.next().await.unwrap_err().is_passing());
}

#[test]
fn pauses_grow_and_are_spread_and_end() {
    let retry = Retry { attempts: 5, first: Duration::from_millis(100), longest: Duration::from_millis(350) };
    let pauses = |random| (1..=5).map(|attempt| retry.pause(attempt, random)).collect::<Vec<_>>();
    let millis = |list: [u64; 4]| {
        let mut pauses: Vec<_> = list.map(|ms| Some(Duration::from_millis(ms))).into();
        pauses.push(None);
        pauses
    };
    assert_eq!(pauses(0), millis([50, 100, 175, 175]));
    assert_eq!(
        pauses(512),
        millis([75, 150, 262, 262])
            .iter()
            .enumerate()
            .map(|(index, pause)| {
                pause.map(|pause| if index >= 2 { pause + Duration::from_micros(500) } else { pause })
            })
            .collect::<Vec<_>>()
    );
    assert!(Retry::default().pause(4, u64::MAX).is_some());
}
