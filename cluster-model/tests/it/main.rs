//! Tests of the crate as its users see it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod artifacts;
mod builder;
mod catalogue;
mod dated;
mod disks;
mod effective;
mod fix;
mod fleet;
mod frank;
mod gotchas;
mod import;
mod manual;
mod mutations;
mod overlay;
mod plan;
mod reading;
mod respell;
mod statements;
mod template;
mod update;
mod waivers;
