//! Specs as messages of protocol buffers.
//!
//! Which fields the message of a type has is a table; reading and writing walk it. That keeps two promises that derived
//! messages do not: a key that has no field is an error, and a field that is not known here survives a write.

mod auth;
mod codec;
mod infra;
mod omni;
mod shape;
mod siderolink;

pub use codec::SpecError;
pub use shape::{Field, Kind, Many, Shape};

/// The message of a type; none for types that clients do not write.
#[must_use]
pub fn of(resource_type: &str) -> Option<&'static Shape> {
    let tables = [omni::TYPES, auth::TYPES, siderolink::TYPES, infra::TYPES];
    tables.into_iter().flatten().find(|(name, _)| *name == resource_type).map(|(_, shape)| *shape)
}
