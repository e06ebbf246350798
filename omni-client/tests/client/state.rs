//! Get, list, create, update.

use manifest::Secret;
use omni_client::client::{Pointer, Query, Refusal};
use omni_client::resource::{AnyResource, InfraMachineBmcConfig, Ipmi, Resource, Version};

use omni_test_server::{Server, World, patch};

fn pointer(id: &str) -> Pointer {
    Pointer::new("default", "ConfigPatches.omni.sidero.dev", id)
}

#[tokio::test]
async fn what_is_created_is_got_and_listed() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let made = client.create(&patch("200-b", "b: {}\n")).await.unwrap();
    assert_eq!(made.metadata().version, Version::Number(1));
    client.create(&patch("100-a", "a: {}\n")).await.unwrap();
    assert_eq!(client.get(&pointer("200-b")).await.unwrap(), made);
    let AnyResource::ConfigPatch(read) = made.resource else { panic!("{made:?}") };
    assert_eq!(read.spec.data, "b: {}\n");
    let all = client.list_all("default", "ConfigPatches.omni.sidero.dev", &Query::default()).await.unwrap();
    assert_eq!(all.iter().map(|patch| &*patch.metadata().id).collect::<Vec<_>>(), ["100-a", "200-b"]);
    assert!(client.find(&pointer("300-c")).await.unwrap().is_none());
}

#[tokio::test]
async fn lists_by_label() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    for (id, tier) in [("a", "gold"), ("b", "silver"), ("c", "lead")] {
        let mut wanted = patch(id, "a: {}\n");
        wanted.metadata_mut().labels.insert("tier".to_owned(), tier.to_owned());
        client.create(&wanted).await.unwrap();
    }
    for (selector, expected) in [
        ("tier = gold", &["a"][..]),
        ("tier != gold", &["b", "c"]),
        ("tier in (gold, lead)", &["a", "c"]),
        ("!tier", &[]),
        ("omni.sidero.dev/cluster, tier", &["a", "b", "c"]),
    ] {
        let query = Query::labels(selector.parse().unwrap());
        let found = client.list_all("default", "ConfigPatches.omni.sidero.dev", &query).await.unwrap();
        let ids: Vec<_> = found.iter().map(|stored| &*stored.metadata().id).collect();
        assert_eq!(ids, expected, "{selector}");
    }
}

#[tokio::test]
async fn refusals_have_kinds() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let made = client.create(&patch("a", "a: 1\n")).await.unwrap();
    let kind = |error: omni_client::client::ClientError| error.refusal().unwrap();

    let again = client.create(&patch("a", "a: 1\n")).await.unwrap_err();
    let expected = "ConfigPatches.omni.sidero.dev(default/a): it exists already: resource \
                    ConfigPatches.omni.sidero.dev(default/a@1) already exists";
    assert_eq!(again.to_string(), expected);
    assert_eq!(kind(client.get(&pointer("b")).await.unwrap_err()), Refusal::NotFound);

    client.update(&made, &patch("a", "a: 2\n")).await.unwrap();
    assert_eq!(kind(client.update(&made, &patch("a", "a: 3\n")).await.unwrap_err()), Refusal::Conflict);

    server.world.meddle("a", |resource| resource.metadata.as_mut().unwrap().owner = "Controller".into());
    let owned = client.get(&pointer("a")).await.unwrap();
    assert_eq!(kind(client.update(&owned, &patch("a", "a: 3\n")).await.unwrap_err()), Refusal::Owner);

    server.world.meddle("a", |resource| {
        let metadata = resource.metadata.as_mut().unwrap();
        metadata.owner.clear();
        metadata.finalizers.push("Controller".into());
    });
    assert!(!client.teardown(&pointer("a")).await.unwrap());
    assert_eq!(kind(client.destroy(&pointer("a")).await.unwrap_err()), Refusal::Finalizers);
    let going = client.get(&pointer("a")).await.unwrap();
    assert_eq!(kind(client.update(&going, &patch("a", "a: 3\n")).await.unwrap_err()), Refusal::Phase);
}

#[tokio::test]
async fn an_update_keeps_what_is_not_known_here() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    client.create(&patch("a", "a: 1\n")).await.unwrap();
    server.world.meddle("a", |resource| {
        resource.spec.as_mut().unwrap().proto_spec.extend(b"\x9a\x06\x03new");
    });
    let old = client.get(&pointer("a")).await.unwrap();
    let new = client.update(&old, &patch("a", "a: 2\n")).await.unwrap();
    let message = new.as_message().spec.unwrap().proto_spec;
    assert_eq!(message, b"\x0a\x05a: 2\n\x9a\x06\x03new");
}

#[tokio::test]
async fn modifying_looks_again_when_somebody_is_quicker() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    client.create(&patch("a", "a: 1\n")).await.unwrap();
    server.world.faults().conflicts = 3;
    let label = |resource: &mut AnyResource| {
        resource.metadata_mut().labels.insert("mine".to_owned(), String::new()).is_none()
    };
    let stored = client.modify(&pointer("a"), label).await.unwrap();
    assert_eq!(stored.metadata().version, Version::Number(5));
    // It is there now, so nothing is written.
    assert_eq!(client.modify(&pointer("a"), label).await.unwrap(), stored);
    server.world.faults().conflicts = 100;
    let target = pointer("a");
    let error = client.modify(&target, |resource| {
        resource.metadata_mut().labels.insert("more".to_owned(), String::new());
        true
    });
    assert_eq!(error.await.unwrap_err().refusal(), Some(Refusal::Conflict));
}

/// Neither the spec nor the message that it came in is shown by `Debug`.
#[tokio::test]
async fn what_is_stored_is_not_shown() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let text = "machine: {token: abc.def}\n";
    let made = client.create(&patch("a", text)).await.unwrap();
    let shown = format!("{made:?} {:?}", made.as_message());
    assert!(!shown.contains("abc.def"), "{shown}");
    // As a list of numbers, either.
    assert!(!shown.contains("97, 98, 99, 46"), "{shown}");
    let bmc = InfraMachineBmcConfig {
        ipmi: Some(Ipmi { password: Secret::new("pa55word"), ..Ipmi::default() }),
        ..InfraMachineBmcConfig::default()
    };
    let resource = AnyResource::from(Resource::new("a", bmc));
    let made = client.create(&resource).await.unwrap();
    let shown = format!("{made:?} {:?} {resource:?}", made.as_message());
    assert!(!shown.contains("pa55word") && !shown.contains("112, 97, 53, 53"), "{shown}");
}

/// The id of a join token lets machines join; the messages that name it do not show it either.
#[test]
fn a_secret_id_is_not_shown() {
    use omni_client::client::wire::cosi::{GetRequest, Metadata, TargetRequest, WatchRequest};
    let (id, kind) = ("t0ken".to_owned(), "JoinTokens.omni.sidero.dev".to_owned());
    let shown = |kind: &str| {
        let metadata = Metadata { id: id.clone(), r#type: kind.to_owned(), ..Metadata::default() };
        let get = GetRequest { id: id.clone(), r#type: kind.to_owned(), ..GetRequest::default() };
        let target = TargetRequest { id: id.clone(), r#type: kind.to_owned(), ..TargetRequest::default() };
        let watch = WatchRequest { id: Some(id.clone()), r#type: kind.to_owned(), ..WatchRequest::default() };
        format!("{metadata:?} {get:?} {target:?} {watch:?}")
    };
    assert!(!shown(&kind).contains("t0ken"), "{}", shown(&kind));
    assert_eq!(shown("Clusters.omni.sidero.dev").matches("t0ken").count(), 4);
}
