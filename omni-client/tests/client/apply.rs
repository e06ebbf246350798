//! Applying: once, twice, and interrupted.

use omni_client::client::apply::Change;
use omni_client::client::{Client, ClientError};
use omni_client::resource::AnyResource;

use omni_test_server::{Faults, Server, World, patch};

async fn apply_all(client: &Client, wanted: &[AnyResource]) -> Result<[usize; 3], ClientError> {
    let mut counts = [0; 3];
    for resource in wanted {
        match client.apply(resource).await? {
            Change::Created => counts[0] += 1,
            Change::Updated => counts[1] += 1,
            Change::Unchanged => counts[2] += 1,
        }
    }
    Ok(counts)
}

fn thousand() -> Vec<AnyResource> {
    (0..1000).map(|number| patch(&format!("{number:04}"), &format!("a: {number}\n"))).collect()
}

#[tokio::test]
async fn a_thousand_resources_are_applied_once() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let wanted = thousand();
    assert_eq!(apply_all(&client, &wanted).await.unwrap(), [1000, 0, 0]);
    assert_eq!(apply_all(&client, &wanted).await.unwrap(), [0, 0, 1000]);
    assert!(server.world.versions().values().all(|version| version == "1"));
}

/// Applies until the server has been asked so often, then is killed: dropping what runs is as much of a kill as there is,
/// and the request of that moment may or may not be carried out. Whether it was killed.
async fn is_killed(server: &Server, wanted: &[AnyResource], after: usize) -> bool {
    let mut requests = server.world.requests.subscribe();
    let end = *requests.borrow() + after;
    let client = server.client();
    tokio::select! {
        outcome = apply_all(&client, wanted) => {
            outcome.unwrap();
            false
        }
        _ = requests.wait_for(|count| *count >= end) => true,
    }
}

fn assert_all_are_there_once(server: &Server, wanted: &[AnyResource]) {
    let versions = server.world.versions();
    assert_eq!(versions.len(), wanted.len());
    assert!(versions.values().all(|version| version == "1"), "something was written twice");
}

/// Killed after each number of requests that there is, each time with nothing there before.
#[tokio::test]
async fn an_apply_that_is_killed_at_any_request_is_finished_by_the_next() {
    let wanted = &thousand()[..10];
    for after in 1..=2 * wanted.len() {
        let server = Server::start(World::new()).await;
        assert!(is_killed(&server, wanted, after).await);
        let count = server.world.versions().len();
        assert!((after / 2).saturating_sub(1) <= count && count <= after / 2 + 1, "{count} after {after}");
        assert!(!is_killed(&server, wanted, usize::MAX / 2).await);
        assert_all_are_there_once(&server, wanted);
    }
}

/// Killed again and again, each time a little later, until nothing is left to be done.
#[tokio::test]
async fn an_apply_of_a_thousand_that_is_killed_again_and_again_ends_in_the_same_place() {
    const STEP: usize = 250;
    let server = Server::start(World::new()).await;
    let wanted = thousand();
    let mut kills = 0;
    while is_killed(&server, &wanted, STEP * (kills + 1)).await {
        kills += 1;
    }
    assert!(kills >= 1000 / STEP, "it was killed {kills} times only");
    assert_all_are_there_once(&server, &wanted);
}

#[tokio::test]
async fn what_differs_is_replaced_and_what_others_hold_is_kept() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let mut wanted = patch("a", "a: 1\n");
    assert_eq!(client.would_apply(&wanted).await.unwrap().0, Change::Created);
    client.apply(&wanted).await.unwrap();
    server.world.meddle("a", |resource| {
        let metadata = resource.metadata.as_mut().unwrap();
        metadata.finalizers.push("Controller".to_owned());
        metadata.labels.insert("theirs".to_owned(), String::new());
    });
    assert_eq!(client.would_apply(&wanted).await.unwrap().0, Change::Updated);
    assert_eq!(client.apply(&wanted).await.unwrap(), Change::Updated);
    let pointer = omni_client::client::Pointer::of(wanted.metadata());
    let found = client.get(&pointer).await.unwrap();
    assert_eq!(found.metadata().finalizers, ["Controller"]);
    assert_eq!(found.metadata().labels, wanted.metadata().labels);
    // What a file says of the past says nothing.
    wanted.metadata_mut().version = omni_client::resource::Version::Number(77);
    assert_eq!(client.apply(&wanted).await.unwrap(), Change::Unchanged);
}

#[tokio::test]
async fn lost_answers_and_quicker_others_are_met_by_looking_again() {
    let server = Server::start(World::with(Faults { lost_answers: 1, ..Faults::default() })).await;
    let client = server.client();
    // It was created, but the answer was lost: it is as it is wanted now.
    assert_eq!(client.apply(&patch("a", "a: 1\n")).await.unwrap(), Change::Unchanged);
    *server.world.faults() = Faults { conflicts: 2, unavailable: 2, ..Faults::default() };
    assert_eq!(client.apply(&patch("a", "a: 2\n")).await.unwrap(), Change::Updated);
    assert_eq!(server.world.versions()["a"], "4");
}
