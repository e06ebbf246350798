//! The messages that go over the wire, and how resources are put into them.

pub mod cosi;
mod envelope;
pub mod management;
mod moment;

pub(crate) use envelope::create;
pub use envelope::{Stored, WireError};
pub use moment::{Duration, Timestamp};
