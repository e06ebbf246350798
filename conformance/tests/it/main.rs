//! The recorded answers, and proofs that the harness would notice.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod exceptions;
mod exchanges;
mod guards;
mod harness;
mod mutants;
mod origins;
mod readers;
mod recorded;
mod reports;
mod state_server;
mod tally;
