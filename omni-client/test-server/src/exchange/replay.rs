//! In the place of a server.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use omni_client::client::{Client, Settings};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tonic::{Code, Status};

use super::Exchange;
use super::service::{Answers, Call, Peer, serve};
use crate::World;
use crate::check::check;
use crate::grpc::Pending;

/// Answers what was recorded, call by call, to a client with the account of a [`World`]; gone when it is dropped.
#[derive(Debug)]
pub struct Replay {
    address: SocketAddr,
    actor: Arc<Actor>,
    task: JoinHandle<()>,
}

#[derive(Debug)]
struct Actor {
    world: World,
    exchanges: Vec<Exchange>,
    so_far: Mutex<SoFar>,
}

#[derive(Debug, Default)]
struct SoFar {
    calls: usize,
    complaints: Vec<String>,
}

impl Replay {
    /// Waits for the first of the calls.
    pub async fn start(exchanges: Vec<Exchange>) -> Self {
        let actor = Arc::new(Actor { world: World::new(), exchanges, so_far: Mutex::default() });
        let (address, task) = serve(actor.clone()).await;
        Self { address, actor, task }
    }

    /// A client that is quick to try again, as it was when it was recorded.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::new(self.settings()).unwrap()
    }

    /// The settings of [`Replay::client`].
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.actor.world.settings(self.address)
    }

    /// What the client said otherwise than it was recorded, or not at all.
    #[must_use]
    pub fn complaints(&self) -> Vec<String> {
        let so_far = self.actor.so_far.lock().unwrap();
        let mut complaints = so_far.complaints.clone();
        let expected = self.actor.exchanges.len();
        if so_far.calls != expected {
            complaints.push(format!("{} calls instead of {expected}", so_far.calls));
        }
        complaints
    }
}

impl Drop for Replay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Actor {
    /// The next exchange, if the client says what it begins with.
    fn next(&self, call: &Call) -> Result<Exchange, Status> {
        let mut so_far = self.so_far.lock().unwrap();
        let number = so_far.calls;
        so_far.calls += 1;
        let said = Exchange::of(&call.method, &call.headers, &call.message);
        let outcome = match self.exchanges.get(number) {
            None => Err(format!("call {number}: {} was not recorded", call.method)),
            Some(expected) if expected.asked() != said.asked() => {
                Err(format!("call {number}: {:?} instead of {:?}", said.asked(), expected.asked()))
            }
            Some(expected) => check(&self.world, &call.method, &call.headers).map(|()| expected.clone()),
        };
        outcome.map_err(|complaint| {
            so_far.complaints.push(complaint.clone());
            Status::internal(complaint)
        })
    }
}

impl Peer for Actor {
    fn answer(self: Arc<Self>, call: Call) -> Pending<Result<Answers, Status>> {
        Box::pin(async move {
            let exchange = self.next(&call)?;
            let status = exchange.end.as_ref().map(|(code, words)| Status::new(Code::from(*code), words));
            if exchange.answers.is_empty()
                && let Some(status) = &status
                && status.code() != Code::Ok
            {
                return Err(status.clone());
            }
            let (sender, receiver) = mpsc::channel(16);
            tokio::spawn(async move {
                for message in exchange.messages() {
                    if sender.send(Ok(message)).await.is_err() {
                        return;
                    }
                }
                match status {
                    Some(status) if status.code() == Code::Ok => {}
                    Some(status) => drop(sender.send(Err(status)).await),
                    None => sender.closed().await,
                }
            });
            Ok(receiver)
        })
    }
}
