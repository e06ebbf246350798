//! Tests of the crate as its users see it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod at_once;
mod bad_input;
mod block;
mod cluster;
mod configuration;
mod container;
mod cri;
mod expression;
mod extensions;
mod golden;
mod hardware;
mod k8s;
mod laws;
mod limits;
mod migrate;
mod mutations;
mod network;
mod origin;
mod patch;
mod registry;
mod rules;
mod runtime;
mod schema;
mod secrets;
mod security;
mod siderolink;
mod storage;
mod validate;
