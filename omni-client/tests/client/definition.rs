//! What words mean to a server.

use manifest::Value;
use omni_client::client::{Column, DefinitionError};
use omni_test_server::{Server, World};

#[tokio::test]
async fn a_type_goes_by_all_its_names_in_any_case() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    for word in ["Clusters.omni.sidero.dev", "clusters.omni", "CLUSTERS", "cluster"] {
        let found = client.definition(word).await.unwrap();
        assert_eq!(found.resource_type, "Clusters.omni.sidero.dev");
        assert_eq!((&*found.display_type, &*found.namespace), ("Cluster", "default"));
        assert_eq!(found.columns[1].name, "Kubernetes Version");
    }
}

#[tokio::test]
async fn words_for_nothing_or_for_several_are_refused_with_the_words_of_omnictl() {
    let server = Server::start(World::new()).await;
    let client = server.client();
    let error = client.definition("clus\"ter").await.unwrap_err();
    assert!(matches!(error, DefinitionError::Unknown(_)));
    assert_eq!(error.to_string(), r#"resource "clus\"ter" is not registered"#);
    let error = client.definition("cps").await.unwrap_err().to_string();
    let expected = "resource type \"cps\" is ambiguous: [configpatches.omni.sidero.dev \
                    controlplanestatuses.omni.sidero.dev]";
    assert_eq!(error, expected);
}

#[test]
fn columns_show_what_their_path_leads_to() {
    let list = Value::Sequence(vec!["a".into(), "b".into()]);
    let spec = Value::Mapping(
        [("machines", Value::Mapping([("total", 3_i64)].into_iter().collect())), ("words", list)]
            .into_iter()
            .collect(),
    );
    let text = |path: &str| Column { name: String::new(), path: path.to_owned() }.text(&spec);
    assert_eq!(text("{.machines.total}"), "3");
    assert_eq!(text("{.words[:]}"), "a b");
    assert_eq!(text("{.machines.healthy}"), "");
    assert_eq!(text("{.machines}"), r#"{"total":3}"#);
}
