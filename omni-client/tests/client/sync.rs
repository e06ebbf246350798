//! Syncing a template.

use std::time::Duration;

use manifest::Source;
use omni_client::client::Client;
use omni_client::client::sync::{Doing, SyncFailure};
use omni_client::resource::AnyResource;
use omni_client::template::{NoFiles, Template};

use omni_test_server::{Faults, Server, World, patch};

const TEMPLATE: &str = "\
kind: Cluster
name: prod
kubernetes: {version: v1.34.1}
talos: {version: v1.11.2}
kernelArgs: [console=ttyS0]
patches:
  - {name: a, inline: {machine: {}}}
---
kind: ControlPlane
machines: [11111111-1111-4111-8111-111111111111]
---
kind: Workers
machines: [22222222-2222-4222-8222-222222222222]
";

fn render(text: &str) -> Vec<AnyResource> {
    let loaded = Template::load(&Source::new("template", text));
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.template.render(&NoFiles).unwrap()
}

async fn sync(client: &Client, text: &str) -> Result<Vec<String>, SyncFailure> {
    let (plan, actual) = client.plan_sync("prod", render(text)).await?;
    let mut lines = Vec::new();
    let mut told = |doing: Doing<'_>| {
        let (word, pointer) = match doing {
            Doing::Creating(pointer) => ("create", pointer),
            Doing::Updating(pointer) => ("update", pointer),
            Doing::TearingDown(pointer) => ("down", pointer),
            Doing::Destroyed(pointer) => ("gone", pointer),
        };
        let kind = pointer.resource_type.split('.').next().unwrap();
        lines.push(format!("{word} {kind} {}", &pointer.id[..pointer.id.len().min(18)]));
    };
    client.sync(&plan, &actual, Duration::from_secs(20), &mut told).await?;
    Ok(lines)
}

#[tokio::test]
async fn makes_changes_and_removes_in_the_order_of_omnictl() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let made = sync(&client, TEMPLATE).await.unwrap();
    let kinds: Vec<_> = made.iter().map(|line| line.split(' ').nth(1).unwrap()).collect();
    let expected = [
        "Clusters",
        "ConfigPatches",
        "MachineSets",
        "MachineSets",
        "MachineSetNodes",
        "MachineSetNodes",
        "KernelArgs",
        "KernelArgs",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(sync(&client, TEMPLATE).await.unwrap(), [""; 0]);

    // What nobody owns and the template does not name goes, too.
    client.apply(&patch("by-hand", "machine: {}\n")).await.unwrap();
    let (smaller, _) = TEMPLATE.rsplit_once("---").unwrap();
    let changed = sync(&client, &smaller.replace("1.34.1", "1.34.2")).await.unwrap();
    let expected = [
        "update Clusters prod",
        "update KernelArgs 22222222-2222-4222",
        "down MachineSets prod-workers",
        "gone MachineSets prod-workers",
        "down ConfigPatches by-hand",
        "gone ConfigPatches by-hand",
    ];
    assert_eq!(changed, expected);
}

#[tokio::test]
async fn goes_on_after_failing_at_any_request() {
    let server = Server::start(World::new()).await;
    let mut settings = server.settings();
    settings.retry = omni_client::client::Retry::NONE;
    let client = Client::new(settings).unwrap();
    let mut failures = 0;
    loop {
        // Each time one more request gets through than the time before.
        server.world.faults().lost_answers = 1;
        match sync(&client, TEMPLATE).await {
            Ok(_) => break,
            Err(SyncFailure::Client(error)) => assert!(error.is_passing(), "{error}"),
            Err(error) => panic!("{error}"),
        }
        failures += 1;
    }
    assert_eq!(failures, 8);
    *server.world.faults() = Faults::default();
    assert_eq!(sync(&client, TEMPLATE).await.unwrap(), [""; 0]);
    assert!(server.world.versions().values().all(|version| version == "1"));
}

#[tokio::test]
async fn leaves_a_machine_of_another_cluster_alone() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let other = TEMPLATE.replace("name: prod", "name: test").replace("kernelArgs: [console=ttyS0]\n", "");
    for resource in render(&other) {
        client.apply(&resource).await.unwrap();
    }
    server.world.meddle("22222222-2222-4222-8222-222222222222", |resource| {
        resource.metadata.as_mut().unwrap().owner = "Controller".to_owned();
    });
    let before = server.world.versions();
    let error = sync(&client, TEMPLATE).await.unwrap_err();
    assert!(matches!(error, SyncFailure::Plan(_)), "{error}");
    assert_eq!(server.world.versions(), before);
}

/// What a server has renders to the same again.
#[tokio::test]
async fn a_cluster_that_was_synced_is_exported_to_a_template_of_it() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    sync(&client, TEMPLATE).await.unwrap();
    let exported = client.export("prod", true).await.unwrap();
    let again = exported.render(&NoFiles).unwrap();
    let (plan, _) = client.plan_sync("prod", again).await.unwrap();
    assert_eq!(plan.to_string(), "");
    let error = client.export("test", true).await.unwrap_err();
    assert_eq!(error.to_string(), "error getting cluster \"test\": not found");
}
