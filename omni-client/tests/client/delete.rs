//! Removing, with those who hold on.

use std::time::Duration;

use omni_client::client::delete::Step;
use omni_client::client::{ClientError, Pointer};

use omni_test_server::{Faults, Server, World, patch};

const LONG: Duration = Duration::from_secs(20);

fn pointer(id: &str) -> Pointer {
    Pointer::new("default", "ConfigPatches.omni.sidero.dev", id)
}

async fn held(faults: Faults) -> Server {
    let server = Server::start(World::with(faults)).await;
    for id in ["a", "b", "c"] {
        server.client().create(&patch(id, "a: {}\n")).await.unwrap();
    }
    server.world.meddle("b", |resource| {
        resource.metadata.as_mut().unwrap().finalizers.push("Controller".to_owned());
    });
    server
}

/// Lets go of a resource as soon as it is on its way out.
async fn controller(server: &Server) {
    loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let versions = server.world.versions();
        if versions.get("b").is_none_or(|version| version == "3") {
            break;
        }
    }
    if server.world.versions().contains_key("b") {
        server.world.meddle("b", |resource| resource.metadata.as_mut().unwrap().finalizers.clear());
    }
}

async fn deletes(faults: Faults) {
    let server = held(faults).await;
    let client = server.client();
    let target = pointer("b");
    let (gone, ()) = tokio::join!(client.delete(&target, LONG), controller(&server));
    assert!(gone.unwrap());
    assert_eq!(server.world.versions().into_keys().collect::<Vec<_>>(), ["a", "c"]);
    assert!(!client.delete(&target, LONG).await.unwrap());
}

#[tokio::test]
async fn waits_until_nobody_holds_on() {
    deletes(Faults::default()).await;
}

#[tokio::test]
async fn does_it_step_by_step_where_the_server_cannot() {
    deletes(Faults { is_old: true, ..Faults::default() }).await;
}

#[tokio::test]
async fn several_go_together_and_every_step_is_told() {
    let server = held(Faults::default()).await;
    let client = server.client();
    let targets = ["a", "b", "missing", "c"].map(pointer);
    let mut steps = Vec::new();
    let mut told = |step: Step<'_>| {
        steps.push(match step {
            Step::TearingDown(pointer) => format!("down {}", pointer.id),
            Step::Destroyed(pointer) => format!("gone {}", pointer.id),
        });
    };
    let (count, ()) = tokio::join!(client.delete_all(&targets, LONG, &mut told), controller(&server));
    assert_eq!(count.unwrap(), 3);
    let expected = ["down a", "gone a", "down b", "down missing", "down c", "gone c", "gone b"];
    assert_eq!(steps, expected);
    assert!(server.world.versions().is_empty());
}

#[tokio::test]
async fn patience_ends_and_what_is_on_its_way_out_stays_so() {
    let server = held(Faults::default()).await;
    let error = server.client().delete_all(&[pointer("b")], Duration::from_millis(50), &mut |_| {}).await;
    assert!(matches!(error.unwrap_err(), ClientError::Deadline { .. }));
    assert!(server.world.versions().contains_key("b"));
}
