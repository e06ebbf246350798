//! Whom a client trusts.

use omni_client::client::{Client, ClientError, Pointer, Query, Refusal};

use omni_test_server::{Server, World};

const AUTHORITY: &str = omni_test_server::AUTHORITY;
const OTHER: &str = omni_test_server::OTHER_AUTHORITY;

async fn get(host: &str, roots: &[&str]) -> ClientError {
    let server = Server::start_with_tls(World::new()).await;
    let mut settings = server.settings();
    settings.endpoint = format!("https://{host}:{}", server.address.port()).parse().unwrap();
    settings.roots = roots.iter().map(|root| (*root).to_owned()).collect();
    let client = Client::new(settings).unwrap();
    client.get(&Pointer::new("default", "Clusters.omni.sidero.dev", "a")).await.unwrap_err()
}

#[tokio::test]
async fn a_server_is_trusted_whose_authority_is() {
    for host in ["localhost", "127.0.0.1"] {
        let error = get(host, &[AUTHORITY]).await;
        assert_eq!(error.refusal(), Some(Refusal::NotFound), "{error}");
    }
}

#[tokio::test]
async fn who_skips_verification_asks_anybody() {
    let server = Server::start_with_tls(World::new()).await;
    for host in ["localhost", "127.0.0.1", "127.0.0.2"] {
        let mut settings = server.settings();
        settings.endpoint = format!("https://{host}:{}", server.address.port()).parse().unwrap();
        settings.insecure_skip_verify = true;
        let client = Client::new(settings).unwrap();
        client.list("default", "Clusters.omni.sidero.dev", &Query::default()).await.unwrap();
    }
}

#[tokio::test]
async fn who_skips_verification_still_wants_tls() {
    let server = Server::start(World::new()).await;
    let mut settings = server.settings();
    settings.endpoint = format!("https://{}", server.address).parse().unwrap();
    settings.insecure_skip_verify = true;
    let client = Client::new(settings).unwrap();
    let asked = client.get(&Pointer::new("default", "Clusters.omni.sidero.dev", "a")).await;
    assert!(matches!(asked, Err(ClientError::Unreachable { .. })), "{asked:?}");
}

#[tokio::test]
async fn a_wrong_certificate_is_final_and_says_so() {
    for (host, roots) in [("localhost", &[][..]), ("localhost", &[OTHER]), ("127.0.0.2", &[AUTHORITY])] {
        let error = get(host, roots).await;
        assert!(matches!(error, ClientError::Certificate { .. }), "{error}");
        assert!(!error.is_passing());
    }
}
