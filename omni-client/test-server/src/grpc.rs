//! The methods, without generated code.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::{HeaderMap, Request as HttpRequest, Response as HttpResponse};
use omni_client::client::wire::{cosi, management};
use prost::Message;
use tokio::sync::mpsc;
use tonic::body::Body;
use tonic::codegen::tokio_stream::wrappers::ReceiverStream;
use tonic::server::{Grpc, NamedService, ServerStreamingService, UnaryService};
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;
use tower::Service;

use crate::World;
use crate::check::check;

#[derive(Clone)]
pub(crate) struct State(pub(crate) Arc<World>);

#[derive(Clone)]
pub(crate) struct Management(pub(crate) Arc<World>);

impl NamedService for State {
    const NAME: &'static str = "cosi.resource.State";
}

impl NamedService for Management {
    const NAME: &'static str = "management.ManagementService";
}

pub(crate) type Pending<T> = Pin<Box<dyn Future<Output = T> + Send>>;

macro_rules! service {
    ($name:ident, $answer:path) => {
        impl Service<HttpRequest<Body>> for $name {
            type Response = HttpResponse<Body>;
            type Error = Infallible;
            type Future = Pending<Result<HttpResponse<Body>, Infallible>>;

            fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
                Poll::Ready(Ok(()))
            }

            fn call(&mut self, request: HttpRequest<Body>) -> Self::Future {
                let world = self.0.clone();
                Box::pin(async move { Ok($answer(world, request).await) })
            }
        }
    };
}

service!(State, state);
service!(Management, manage);

async fn state(world: Arc<World>, request: HttpRequest<Body>) -> HttpResponse<Body> {
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    if let Err(status) = enter(&world, &path, &headers).await {
        return status.into_http();
    }
    let method = request.uri().path().rsplit('/').next().unwrap().to_owned();
    let is_old = world.faults().is_old;
    match &*method {
        "Get" => {
            unary(request, move |asked| Ok(cosi::GetResponse { resource: Some(world.get(&asked)?) })).await
        }
        "Create" => {
            unary(request, move |asked| {
                let resource = Some(world.create(asked)?);
                answered(&world, cosi::CreateResponse { resource })
            })
            .await
        }
        "Update" => {
            unary(request, move |asked| {
                let resource = Some(world.update(asked)?);
                answered(&world, cosi::UpdateResponse { resource })
            })
            .await
        }
        "Teardown" if !is_old => {
            unary(request, move |asked| {
                let destroy_ready = world.teardown(&asked)?;
                answered(&world, cosi::TeardownResponse { destroy_ready })
            })
            .await
        }
        "Destroy" => {
            unary(request, move |asked| {
                world.destroy(&asked)?;
                answered(&world, ())
            })
            .await
        }
        "TeardownAndDestroy" if !is_old => {
            let mut events = world.events.subscribe();
            let handler = Unary(Some(move |asked: cosi::TargetRequest| async move {
                while !world.teardown(&asked)? {
                    let _ = events.changed().await;
                }
                world.destroy(&asked)?;
                answered(&world, ())
            }));
            Grpc::new(ProstCodec::default()).unary(handler, request).await
        }
        "List" => {
            let handler = streamed(move |asked, sender| list(world, asked, sender));
            Grpc::new(ProstCodec::default()).server_streaming(handler, request).await
        }
        "Watch" => {
            let handler = streamed(move |asked, sender| watch(world, asked, sender));
            Grpc::new(ProstCodec::default()).server_streaming(handler, request).await
        }
        _ => Status::unimplemented(method).into_http(),
    }
}

async fn manage(world: Arc<World>, request: HttpRequest<Body>) -> HttpResponse<Body> {
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    if let Err(status) = enter(&world, &path, &headers).await {
        return status.into_http();
    }
    let context = request.headers().get("context").map(|value| value.to_str().unwrap().to_owned());
    let method = request.uri().path().rsplit('/').next().unwrap().to_owned();
    match &*method {
        "Kubeconfig" => {
            unary(request, move |asked: management::KubeconfigRequest| {
                let cluster = context.ok_or_else(|| Status::invalid_argument("no context"))?;
                let kubeconfig = format!("{cluster} {}", asked.service_account_user).into_bytes();
                Ok(management::KubeconfigResponse { kubeconfig })
            })
            .await
        }
        "ValidateConfig" => {
            unary(request, move |asked: management::ValidateConfigRequest| {
                if asked.config.contains("clusterName") {
                    Err(Status::invalid_argument("not allowed"))
                } else {
                    Ok(())
                }
            })
            .await
        }
        "CreateServiceAccount" => {
            unary(request, move |asked: management::CreateServiceAccountRequest| {
                assert!(!asked.armored_pgp_public_key.contains("PRIVATE"));
                Ok(management::CreateServiceAccountResponse { public_key_id: asked.name + " " + &asked.role })
            })
            .await
        }
        "KubernetesUpgradePreChecks" => {
            unary(request, move |asked: management::KubernetesUpgradePreChecksRequest| {
                let ok = asked.new_version == "1.34.2";
                Ok(management::KubernetesUpgradePreChecksResponse { ok, reason: "too new".to_owned() })
            })
            .await
        }
        "MachineLogs" => {
            let handler = streamed(async |asked: management::MachineLogsRequest, sender: Sender<_>| {
                for number in 0..asked.tail_lines.max(2) {
                    let bytes = format!("{} {number}\n", asked.machine_id).into_bytes();
                    let _ = sender.send(Ok(management::Data { bytes })).await;
                }
            });
            Grpc::new(ProstCodec::default()).server_streaming(handler, request).await
        }
        _ => Status::unimplemented(method).into_http(),
    }
}

/// What happens to every request.
async fn enter(world: &World, method: &str, headers: &HeaderMap) -> Result<(), Status> {
    world.requests.send_modify(|count| *count += 1);
    let slowness = world.faults().slowness;
    tokio::time::sleep(slowness).await;
    check(world, method, headers).map_err(|_| Status::unauthenticated("invalid signature"))?;
    let mut faults = world.faults();
    if faults.unavailable > 0 {
        faults.unavailable -= 1;
        return Err(Status::unavailable("come back later"));
    }
    Ok(())
}

/// The answer to a write, unless it is lost.
fn answered<T>(world: &World, answer: T) -> Result<T, Status> {
    let mut faults = world.faults();
    if faults.lost_answers > 0 {
        faults.lost_answers -= 1;
        return Err(Status::unavailable("connection reset"));
    }
    Ok(answer)
}

type Sender<T> = mpsc::Sender<Result<T, Status>>;

async fn list(world: Arc<World>, asked: cosi::ListRequest, sender: Sender<cosi::ListResponse>) {
    let mut breaking = breaks(&world);
    for resource in world.list(&asked) {
        if breaking.as_mut().is_some_and(|left| left.checked_sub(1).map(|now| *left = now).is_none()) {
            let _ = sender.send(Err(Status::unavailable("the connection broke"))).await;
            return;
        }
        if sender.send(Ok(cosi::ListResponse { resource: Some(resource) })).await.is_err() {
            return;
        }
    }
}

async fn watch(world: Arc<World>, asked: cosi::WatchRequest, sender: Sender<cosi::WatchResponse>) {
    let options = asked.options.clone().unwrap_or_default();
    let mut left = breaks(&world);
    let mut changed = world.events.subscribe();
    let bookmark = options.start_from_bookmark.map(|text| String::from_utf8(text).unwrap().parse().unwrap());
    if bookmark.is_some() && world.faults().forgetful {
        let _ = sender.send(Err(Status::failed_precondition("invalid bookmark"))).await;
        return;
    }
    if sender.send(Ok(cosi::WatchResponse::default())).await.is_err() {
        return;
    }
    let (mut events, mut place) = match bookmark {
        Some(place) => world.since(place, &asked),
        None => world.bootstrap(&asked),
    };
    loop {
        for event in events {
            if left.as_mut().is_some_and(|left| left.checked_sub(1).map(|now| *left = now).is_none()) {
                let _ = sender.send(Err(Status::unavailable("the connection broke"))).await;
                return;
            }
            if sender.send(Ok(cosi::WatchResponse { event: vec![event] })).await.is_err() {
                return;
            }
        }
        tokio::select! {
            _ = changed.changed() => {}
            () = sender.closed() => return,
        }
        (events, place) = world.since(place, &asked);
    }
}

/// After how many messages a stream breaks, if it does.
fn breaks(world: &World) -> Option<usize> {
    let mut faults = world.faults();
    (faults.broken_streams > 0).then(|| {
        faults.broken_streams -= 1;
        faults.break_after
    })
}

async fn unary<Q, A>(
    request: HttpRequest<Body>,
    answer: impl FnOnce(Q) -> Result<A, Status> + Send + 'static,
) -> HttpResponse<Body>
where
    Q: Message + Default + 'static,
    A: Message + 'static,
{
    let handler = Unary(Some(move |asked| async move { answer(asked) }));
    Grpc::new(ProstCodec::default()).unary(handler, request).await
}

/// A handler, which is called once.
struct Unary<F>(Option<F>);

impl<F, P, Q, A> UnaryService<Q> for Unary<F>
where
    F: FnOnce(Q) -> P,
    P: Future<Output = Result<A, Status>> + Send + 'static,
{
    type Response = A;
    type Future = Pending<Result<Response<A>, Status>>;

    fn call(&mut self, request: Request<Q>) -> Self::Future {
        let pending = (self.0.take().unwrap())(request.into_inner());
        Box::pin(async move { pending.await.map(Response::new) })
    }
}

/// A handler that sends its answers one after the other.
struct Streamed<Q, A>(Option<Sending<Q, A>>);

type Sending<Q, A> = Box<dyn FnOnce(Q, Sender<A>) -> Pending<()> + Send>;

fn streamed<Q, A, P>(handler: impl FnOnce(Q, Sender<A>) -> P + Send + 'static) -> Streamed<Q, A>
where
    P: Future<Output = ()> + Send + 'static,
{
    Streamed(Some(Box::new(move |asked, sender| Box::pin(handler(asked, sender)))))
}

impl<Q, A: Send + 'static> ServerStreamingService<Q> for Streamed<Q, A> {
    type Response = A;
    type ResponseStream = ReceiverStream<Result<A, Status>>;
    type Future = Pending<Result<Response<Self::ResponseStream>, Status>>;

    fn call(&mut self, request: Request<Q>) -> Self::Future {
        let (sender, receiver) = mpsc::channel(16);
        tokio::spawn((self.0.take().unwrap())(request.into_inner(), sender));
        Box::pin(async move { Ok(Response::new(ReceiverStream::new(receiver))) })
    }
}
