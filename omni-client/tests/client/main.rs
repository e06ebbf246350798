//! The client against a server of our own, which can fail in every way that a real one does.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod apply;
mod definition;
mod delete;
mod faults;
mod management;
mod omniconfig;
mod pgp;
mod sign;
mod spec;
mod state;
mod sync;
mod tls;
mod watch;
