//! Between a client and a server.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use http::uri::PathAndQuery;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tonic::client::Grpc;
use tonic::metadata::MetadataMap;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status, Streaming};

use super::raw::Raw;
use super::service::{Answers, Call, Peer, serve};
use super::{Exchange, ended};
use crate::grpc::Pending;

/// Hands every call on to a server and writes down what is said; gone when it is dropped.
#[derive(Debug)]
pub struct Recorder {
    /// Where clients find it.
    pub address: SocketAddr,
    between: Arc<Between>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Between {
    server: Channel,
    exchanges: Mutex<Vec<Exchange>>,
    cuts: watch::Sender<usize>,
}

impl Recorder {
    /// Stands before the server at an address, which speaks without TLS.
    pub async fn start(server: &str) -> Self {
        let server = Endpoint::from_shared(format!("http://{server}")).unwrap().connect_lazy();
        let between = Arc::new(Between { server, exchanges: Mutex::default(), cuts: watch::channel(0).0 });
        let (address, task) = serve(between.clone()).await;
        Self { address, between, task }
    }

    /// Breaks every stream that is open, as a lost connection does.
    pub fn cut(&self) {
        self.between.cuts.send_modify(|count| *count += 1);
    }

    /// What was said so far, in the order in which calls began.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.between.exchanges.lock().unwrap().clone()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Peer for Between {
    fn answer(self: Arc<Self>, call: Call) -> Pending<Result<Answers, Status>> {
        let number = {
            let mut exchanges = self.exchanges.lock().unwrap();
            exchanges.push(Exchange::of(&call.method, &call.headers, &call.message));
            exchanges.len() - 1
        };
        let mut cuts = self.cuts.subscribe();
        Box::pin(async move {
            let mut grpc = Grpc::new(self.server.clone());
            grpc.ready().await.map_err(|error| Status::unavailable(error.to_string()))?;
            let mut request = Request::new(call.message);
            *request.metadata_mut() = MetadataMap::from_headers(call.headers);
            let path = PathAndQuery::try_from(call.method).unwrap();
            let answered = grpc.server_streaming(request, path, Raw).await;
            let mut messages = answered.map_err(|status| self.end(number, status))?.into_inner();
            let (sender, receiver) = mpsc::channel(16);
            tokio::spawn(async move {
                let end = tokio::select! {
                    end = self.pass_on(number, &mut messages, &sender) => end,
                    _ = cuts.changed() => Some(Status::unavailable("the connection broke")),
                    () = sender.closed() => None,
                };
                if let Some(status) = end {
                    let status = self.end(number, status);
                    if status.code() != Code::Ok {
                        let _ = sender.send(Err(status)).await;
                    }
                }
            });
            Ok(receiver)
        })
    }
}

impl Between {
    /// Passes messages on until the server has said all, and says how it ended.
    async fn pass_on(
        &self,
        number: usize,
        messages: &mut Streaming<Vec<u8>>,
        sender: &mpsc::Sender<Result<Vec<u8>, Status>>,
    ) -> Option<Status> {
        loop {
            match messages.message().await {
                Ok(Some(message)) => {
                    self.exchanges.lock().unwrap()[number].add(&message);
                    if sender.send(Ok(message)).await.is_err() {
                        return None;
                    }
                }
                Ok(None) => return Some(Status::ok("")),
                Err(status) => return Some(status),
            }
        }
    }

    fn end(&self, number: usize, status: Status) -> Status {
        self.exchanges.lock().unwrap()[number].end = Some(ended(&status));
        status
    }
}
