//! The program, run as a user runs it.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod history;
mod omni;
mod omnictl;
mod served;
mod streams;
mod transcript;
