//! A service that knows no messages: one goes in, some come out.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderMap, Request as HttpRequest, Response as HttpResponse};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tonic::body::Body;
use tonic::codegen::tokio_stream::wrappers::ReceiverStream;
use tonic::server::{Grpc, NamedService, ServerStreamingService};
use tonic::transport::Server as Transport;
use tonic::transport::server::TcpIncoming;
use tonic::{Request, Response, Status};
use tower::Service;

use super::raw::Raw;
use crate::grpc::Pending;

/// The messages of the server as they come.
pub(super) type Answers = mpsc::Receiver<Result<Vec<u8>, Status>>;

/// Whoever answers calls. On the wire a single answer is a stream of one.
pub(super) trait Peer: Send + Sync + 'static {
    /// Answers a call, or refuses it.
    fn answer(self: Arc<Self>, call: Call) -> Pending<Result<Answers, Status>>;
}

/// What a client says.
pub(super) struct Call {
    pub(super) method: String,
    pub(super) headers: HeaderMap,
    pub(super) message: Vec<u8>,
}

/// Serves a peer on a free port of this machine until the task is aborted.
pub(super) async fn serve<P: Peer>(peer: Arc<P>) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let incoming = TcpIncoming::from(listener).with_nodelay(Some(true));
    let routes = Transport::builder().add_service(State(peer));
    let task = tokio::spawn(async move {
        let _ = routes.serve_with_incoming(incoming).await;
    });
    (address, task)
}

struct State<P>(Arc<P>);

impl<P> Clone for State<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<P> NamedService for State<P> {
    const NAME: &'static str = "cosi.resource.State";
}

impl<P: Peer> Service<HttpRequest<Body>> for State<P> {
    type Response = HttpResponse<Body>;
    type Error = Infallible;
    type Future = Pending<Result<HttpResponse<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: HttpRequest<Body>) -> Self::Future {
        let (method, headers) = (request.uri().path().to_owned(), request.headers().clone());
        let handler = Handler { peer: self.0.clone(), method, headers };
        Box::pin(async move { Ok(Grpc::new(Raw).server_streaming(handler, request).await) })
    }
}

struct Handler<P> {
    peer: Arc<P>,
    method: String,
    headers: HeaderMap,
}

impl<P: Peer> ServerStreamingService<Vec<u8>> for Handler<P> {
    type Response = Vec<u8>;
    type ResponseStream = ReceiverStream<Result<Vec<u8>, Status>>;
    type Future = Pending<Result<Response<Self::ResponseStream>, Status>>;

    fn call(&mut self, request: Request<Vec<u8>>) -> Self::Future {
        let call = Call {
            method: self.method.clone(),
            headers: self.headers.clone(),
            message: request.into_inner(),
        };
        let answers = self.peer.clone().answer(call);
        Box::pin(async move { Ok(Response::new(ReceiverStream::new(answers.await?))) })
    }
}
