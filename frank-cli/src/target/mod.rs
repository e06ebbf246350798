//! The directory that artifacts are written into.
//!
//! A [`Plan`] looks at everything before anything is written: a file that must not be touched stops all of it.
//! Then each file is replaced at once, so that no reader ever sees half of one.

mod apply;
mod diff;
mod look;
mod obstacle;
mod plan;
mod stale;
mod words;

pub(crate) use plan::{Plan, Request};
