//! A server of Omni's resources in memory, with the signature check of Omni, and with faults to order.
//!
//! For the tests of `omni-client` and of the program, and for benches. Nothing that is released depends on it.
//!
//! - [`Server::start`] listens on a free port until it is dropped; [`Server::client`] is a client of it.
//! - The [`World`] is what the server knows: a clock that stands still ([`World::new`]) or that of the machine
//!   ([`World::live`]), the one account that it serves, the resources, and the [`Faults`] that come next.
//! - [`World::meddle`] writes as a controller does.
//! - [`exchange`] records what a client and some other server say, and replays it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod check;
mod definitions;
pub mod exchange;
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

pub use world::{Faults, World};

/// When the account of [`account`] is good, in seconds since 1970.
pub const NOW: u64 = 1_760_000_100;

/// The private key of [`account`], as a text.
pub const ACCOUNT: &str = include_str!("../data/account.asc");

/// The certificate, in PEM, of the authority that vouches for the server; for `localhost` and `127.0.0.1`.
pub const AUTHORITY: &str = include_str!("../data/ca.pem");

/// The certificate of an authority that vouches for nobody here.
pub const OTHER_AUTHORITY: &str = include_str!("../data/other-ca.pem");

/// A running server; gone when it is dropped.
#[derive(Debug)]
pub struct Server {
    /// What it knows.
    pub world: Arc<World>,
    /// Where it listens.
    pub address: SocketAddr,
    task: JoinHandle<()>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    /// Starts a server without TLS on a free port.
    pub async fn start(world: World) -> Self {
        Self::start_with(world, None).await
    }

    /// Starts a server with TLS, for which [`AUTHORITY`] vouches.
    pub async fn start_with_tls(world: World) -> Self {
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

    /// A client with the account of the server, quick to try again.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::new(self.settings()).unwrap()
    }

    /// The settings of [`Server::client`].
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.world.settings(self.address)
    }
}

impl World {
    /// The settings of a client that finds this world at an address.
    #[must_use]
    pub fn settings(&self, address: SocketAddr) -> Settings {
        let mut settings = Settings::new(format!("http://{address}").parse().unwrap());
        settings.account = Some(self.account.clone());
        settings.deadline = Duration::from_secs(5);
        settings.retry =
            Retry { attempts: 6, first: Duration::from_millis(2), longest: Duration::from_millis(20) };
        settings.surroundings = self.surroundings();
        settings
    }
}

/// A clock that stands still, and no chance.
#[derive(Clone, Copy, Debug)]
pub struct At(pub u64);

impl Surroundings for At {
    fn now(&self) -> u64 {
        self.0
    }

    fn random(&self) -> u64 {
        4
    }
}

/// The account of the test vector: made 1760000000, good for a year.
#[must_use]
pub fn account() -> ServiceAccount {
    let key = omni_client::client::pgp::SigningKey::read(&Secret::new(ACCOUNT)).unwrap();
    ServiceAccount { name: "automation".to_owned(), key }
}

/// A patch for the cluster `prod` with an id and a text.
#[must_use]
pub fn patch(id: &str, data: &str) -> AnyResource {
    Resource::new(id, ConfigPatch::new(data)).labelled("omni.sidero.dev/cluster", "prod").into()
}
