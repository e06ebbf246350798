//! A way to a server that can be cut.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// Passes bytes on, until it is cut.
pub(super) struct Proxy {
    pub(super) address: SocketAddr,
    cuts: watch::Sender<usize>,
    connections: Arc<AtomicUsize>,
}

impl Proxy {
    pub(super) async fn start(target: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (cuts, heard) = watch::channel(0);
        let connections = Arc::new(AtomicUsize::new(0));
        let (target, counter) = (target.to_owned(), connections.clone());
        tokio::spawn(async move {
            while let Ok((mut here, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                let mut there = TcpStream::connect(&target).await.unwrap();
                let mut heard = heard.clone();
                heard.mark_unchanged();
                tokio::spawn(async move {
                    tokio::select! {
                        _ = copy_bidirectional(&mut here, &mut there) => {}
                        _ = heard.changed() => {}
                    }
                });
            }
        });
        Self { address, cuts, connections }
    }

    /// Ends every connection there is. New ones are made as before.
    pub(super) fn cut(&self) {
        self.cuts.send_modify(|count| *count += 1);
    }

    pub(super) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}
