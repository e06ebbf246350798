//! Tests of the crate as its users see it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod machine_id;
mod mutations;
mod refusals;
mod resource;
mod rules;
mod scope;
mod selector;
mod template;
