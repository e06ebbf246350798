//! The connection, and the calls that go through it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::uri::PathAndQuery;
use prost::Message;
use tonic::client::Grpc;
use tonic::metadata::MetadataValue;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint as Transport};
use tonic::{Request, Response, Status, Streaming};
use tonic_prost::ProstCodec;
use tower::Layer as _;

use super::sign::{Signed, Signing};
use super::{ClientError, Endpoint, Management, Retry, ServiceAccount, Surroundings, System, unverified};

/// Where a client connects to, as whom, and how patient it is.
#[derive(Clone)]
pub struct Settings {
    /// The server.
    pub endpoint: Endpoint,
    /// Who signs; without one only what is public can be read.
    pub account: Option<Arc<ServiceAccount>>,
    /// Certificates, in PEM, that are trusted besides those that the system trusts.
    pub roots: Vec<String>,
    /// Whether the certificate of the server is not looked at: anybody on the way can be the server then, and see what
    /// is asked and answered. Says nothing without TLS.
    pub insecure_skip_verify: bool,
    /// How long an answer may take; for streams, each message.
    pub deadline: Duration,
    /// How often requests are tried.
    pub retry: Retry,
    /// Time and chance.
    pub surroundings: Arc<dyn Surroundings>,
}

impl Settings {
    /// The usual patience: half a minute an answer, five tries.
    #[must_use]
    pub fn new(endpoint: Endpoint) -> Self {
        Self {
            endpoint,
            account: None,
            roots: Vec::new(),
            insecure_skip_verify: false,
            deadline: Duration::from_secs(30),
            retry: Retry::default(),
            surroundings: Arc::new(System),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, account, insecure_skip_verify, deadline, retry, .. } = self;
        let name = account.as_ref().map(|account| &account.name);
        f.debug_struct("Settings")
            .field("endpoint", endpoint)
            .field("account", &name)
            .field("insecure_skip_verify", insecure_skip_verify)
            .field("deadline", deadline)
            .field("retry", retry)
            .finish_non_exhaustive()
    }
}

/// A client of one server. Clones share the connection.
#[derive(Clone)]
pub struct Client {
    channel: Signed<Channel>,
    pub(super) settings: Settings,
    address: String,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Client {
    /// A client; it connects when it is first used, and again whenever the connection is gone. To be called within a
    /// runtime of tokio.
    pub fn new(settings: Settings) -> Result<Self, ClientError> {
        let unfit = |error: tonic::transport::Error| ClientError::Settings(error.to_string());
        let address = settings.endpoint.to_string();
        let transport = |address: String| {
            Transport::from_shared(address).map_err(unfit).map(|transport| {
                transport
                    .connect_timeout(CONNECT)
                    .http2_keep_alive_interval(KEEP_ALIVE)
                    .keep_alive_timeout(CONNECT)
            })
        };
        let channel = if !settings.endpoint.is_tls() {
            transport(address.clone())?.connect_lazy()
        } else if settings.insecure_skip_verify {
            // tonic would want to make the connection secret itself.
            let plain = transport(format!("http://{}", settings.endpoint.authority()))?;
            let origin = address.parse().map_err(|_| ClientError::Settings(address.clone()))?;
            unverified::channel(&plain.origin(origin), &settings.endpoint)
                .map_err(|error| ClientError::Settings(error.to_string()))?
        } else {
            let roots = settings.roots.iter().map(Certificate::from_pem);
            let tls = ClientTlsConfig::new().with_native_roots().ca_certificates(roots);
            transport(address.clone())?.tls_config(tls).map_err(unfit)?.connect_lazy()
        };
        let signing = Signing::new(settings.account.clone(), settings.surroundings.clone());
        Ok(Self { channel: signing.layer(channel), settings, address })
    }

    /// What is not a resource: kubeconfigs, service accounts, logs.
    #[must_use]
    pub fn management(&self) -> Management<'_> {
        Management::new(self)
    }

    /// Asks once, waits for one answer. `what` names the subject of the request in errors.
    pub(super) async fn ask<Q, A>(&self, call: Call<'_>, request: Q) -> Result<A, ClientError>
    where
        Q: Message + 'static,
        A: Message + Default + 'static,
    {
        let deadline = call.deadline.unwrap_or(self.settings.deadline);
        let mut grpc = self.grpc();
        let asked = async {
            grpc.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
            let request = call.request(request, Some(deadline))?;
            let path = PathAndQuery::from_static(call.method);
            grpc.unary(request, path, ProstCodec::<Q, A>::default()).await
        };
        Ok(self.within(deadline, call.what, asked).await?.into_inner())
    }

    /// Asks once, gets a stream of answers.
    pub(super) async fn stream<Q, A>(&self, call: Call<'_>, request: Q) -> Result<Streaming<A>, ClientError>
    where
        Q: Message + 'static,
        A: Message + Default + 'static,
    {
        let mut grpc = self.grpc();
        let asked = async {
            grpc.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
            let request = call.request(request, None)?;
            let path = PathAndQuery::from_static(call.method);
            grpc.server_streaming(request, path, ProstCodec::<Q, A>::default()).await
        };
        let deadline = call.deadline.unwrap_or(self.settings.deadline);
        self.within(deadline, call.what, asked).await.map(Response::into_inner)
    }

    /// Waits for something the server does, and makes sense of what comes instead.
    pub(super) async fn within<T>(
        &self,
        deadline: Duration,
        what: &str,
        asked: impl Future<Output = Result<T, Status>>,
    ) -> Result<T, ClientError> {
        match tokio::time::timeout(deadline, asked).await {
            Ok(answer) => answer.map_err(|status| self.error(&status, what, deadline)),
            Err(_) => Err(ClientError::Deadline { what: what.to_owned(), after: deadline }),
        }
    }

    pub(super) fn error(&self, status: &Status, what: &str, deadline: Duration) -> ClientError {
        ClientError::of(status, what, &self.address, deadline)
    }

    /// Waits before the next try; `false` when there is none.
    pub(super) async fn pause(&self, attempt: u32) -> bool {
        let Settings { retry, surroundings, .. } = &self.settings;
        match retry.pause(attempt, surroundings.random()) {
            Some(pause) => {
                tokio::time::sleep(pause).await;
                true
            }
            None => false,
        }
    }

    /// Tries something that may be done twice again while the server cannot be reached.
    pub(super) async fn persist<T, P>(&self, mut attempt: impl FnMut() -> P) -> Result<T, ClientError>
    where
        P: Future<Output = Result<T, ClientError>>,
    {
        let mut tries = 1;
        loop {
            match attempt().await {
                Err(error) if error.is_passing() && self.pause(tries).await => tries += 1,
                outcome => return outcome,
            }
        }
    }

    fn grpc(&self) -> Grpc<Signed<Channel>> {
        Grpc::new(self.channel.clone()).max_decoding_message_size(LARGEST_MESSAGE)
    }
}

/// What is said with a request besides its message.
#[derive(Clone, Copy)]
pub(super) struct Call<'c> {
    /// The full name with a slash in front.
    pub(super) method: &'static str,
    /// What it is about, in errors.
    pub(super) what: &'c str,
    /// The cluster, for methods that act on one.
    pub(super) context: Option<&'c str>,
    /// How long it may take, if not as long as usual.
    pub(super) deadline: Option<Duration>,
}

impl<'c> Call<'c> {
    pub(super) fn new(method: &'static str, what: &'c str) -> Self {
        Self { method, what, context: None, deadline: None }
    }

    fn request<Q>(&self, message: Q, deadline: Option<Duration>) -> Result<Request<Q>, Status> {
        let mut request = Request::new(message);
        if let Some(cluster) = self.context {
            let value = MetadataValue::try_from(cluster)
                .map_err(|_| Status::invalid_argument("the name of the cluster is not ASCII"))?;
            request.metadata_mut().insert("context", value);
        }
        if let Some(deadline) = deadline {
            request.set_timeout(deadline);
        }
        Ok(request)
    }
}

const CONNECT: Duration = Duration::from_secs(20);
/// As often as omnictl asks whether the other side is still there.
const KEEP_ALIVE: Duration = Duration::from_secs(60);
/// As much as omnictl takes: 32 MiB.
const LARGEST_MESSAGE: usize = 32 << 20;
