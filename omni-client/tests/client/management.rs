//! The management service.

use std::time::Duration;

use omni_client::client::{Client, Kubeconfig, Refusal, Role, ServiceAccount};

use omni_test_server::{NOW, Server, World};

async fn client() -> (Server, Client) {
    let server = Server::start(World::new()).await;
    let client = server.client();
    (server, client)
}

/// The header that names the cluster is signed: the server compares.
#[tokio::test]
async fn kubeconfigs_are_of_a_cluster_and_secret() {
    let (_server, client) = client().await;
    let wanted = Kubeconfig::Token {
        user: "ci".to_owned(),
        groups: vec!["system:masters".to_owned()],
        ttl: Duration::from_secs(3600),
    };
    let kubeconfig = client.management().kubeconfig("prod", &wanted).await.unwrap();
    assert_eq!(kubeconfig.expose(), "prod ci");
    assert!(!format!("{kubeconfig:?}").contains("prod"));
}

#[tokio::test]
async fn a_server_says_what_it_thinks_of_a_patch() {
    let (_server, client) = client().await;
    client.management().validate_config("machine: {}\n").await.unwrap();
    let error = client.management().validate_config("cluster: {clusterName: a}\n").await.unwrap_err();
    assert_eq!(error.refusal(), Some(Refusal::Validation));
    assert!(error.to_string().ends_with("not allowed"), "{error}");
}

#[tokio::test]
async fn accounts_are_registered_by_their_public_half() {
    let (_server, client) = client().await;
    let account = ServiceAccount::create("ci", [1; 32], NOW, Duration::from_secs(60)).unwrap();
    let made = client.management().create_service_account(&account, Role::Operator).await.unwrap();
    assert_eq!(made, "ci Operator");
}

#[tokio::test]
async fn an_upgrade_is_checked_before() {
    let (_server, client) = client().await;
    let management = client.management();
    assert_eq!(management.kubernetes_upgrade_pre_checks("prod", "1.34.2").await.unwrap(), Ok(()));
    let refused = management.kubernetes_upgrade_pre_checks("prod", "1.40.0").await.unwrap();
    assert_eq!(refused, Err("too new".to_owned()));
}

#[tokio::test]
async fn logs_come_piece_by_piece() {
    let (_server, client) = client().await;
    let mut logs = client.management().machine_logs("m", false, Some(3)).await.unwrap();
    let mut all = Vec::new();
    while let Some(piece) = logs.next().await.unwrap() {
        all.extend(piece);
    }
    assert_eq!(all, b"m 0\nm 1\nm 2\n");
}

#[tokio::test]
async fn what_a_server_does_not_know_is_said() {
    let (_server, client) = client().await;
    let error = client.management().service_accounts().await.unwrap_err();
    assert_eq!(error.refusal(), Some(Refusal::Unimplemented));
}
