//! A server with resources in memory, a signature check, and faults to order.

mod check;
mod grpc;
mod world;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use manifest::Secret;
use omni_client::client::{Client, Retry, ServiceAccount, Settings, Surroundings};
use omni_client::resource::{AnyResource, ConfigPatch, Resource};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Identity, Server as Transport, ServerTlsConfig};

pub(crate) use world::{Faults, World};

/// When the account of the tests is good.
pub(crate) const NOW: u64 = 1_760_000_100;

/// A running server; gone when it is dropped.
pub(crate) struct Server {
    pub(crate) world: Arc<World>,
    pub(crate) address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub(crate) async fn start(world: World) -> Self {
        Self::start_with(world, None).await
    }

    pub(crate) async fn start_with_tls(world: World) -> Self {
        let identity =
            Identity::from_pem(include_str!("../data/server.pem"), include_str!("../data/server.key"));
        Self::start_with(world, Some(ServerTlsConfig::new().identity(identity))).await
    }

    async fn start_with(world: World, tls: Option<ServerTlsConfig>) -> Self {
        let world = Arc::new(world);
        // On every address, so that it can be reached by one that its certificate does not name.
        let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], listener.local_addr().unwrap().port()));
        let mut transport = Transport::builder();
        if let Some(tls) = tls {
            transport = transport.tls_config(tls).unwrap();
        }
        let routes =
            transport.add_service(grpc::State(world.clone())).add_service(grpc::Management(world.clone()));
        let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
        let task = tokio::spawn(async move {
            let _ = routes.serve_with_incoming(incoming).await;
        });
        Self { world, address, task }
    }

    /// A client with the account of the tests, quick to try again.
    pub(crate) fn client(&self) -> Client {
        Client::new(self.settings()).unwrap()
    }

    pub(crate) fn settings(&self) -> Settings {
        let mut settings = Settings::new(format!("http://{}", self.address).parse().unwrap());
        settings.account = Some(Arc::new(account()));
        settings.deadline = Duration::from_secs(5);
        settings.retry =
            Retry { attempts: 6, first: Duration::from_millis(2), longest: Duration::from_millis(20) };
        settings.surroundings = Arc::new(At(NOW));
        settings
    }
}

/// A clock that stands still, and no chance.
pub(crate) struct At(pub(crate) u64);

impl Surroundings for At {
    fn now(&self) -> u64 {
        self.0
    }

    fn random(&self) -> u64 {
        4
    }
}

/// The account of the test vector: made 1760000000, good for a year.
pub(crate) fn account() -> ServiceAccount {
    let key = Secret::new(include_str!("../data/account.asc"));
    let key = omni_client::client::pgp::SigningKey::read(&key).unwrap();
    ServiceAccount { name: "automation".to_owned(), key }
}

/// A patch with an id and a text.
pub(crate) fn patch(id: &str, data: &str) -> AnyResource {
    Resource::new(id, ConfigPatch::new(data)).labelled("omni.sidero.dev/cluster", "prod").into()
}
