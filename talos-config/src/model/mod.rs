//! Documents as upstream's decoder holds them in memory.
//!
//! Merging and writing follow the Go types of the fields, not what stood in the text: an absent text and an empty one
//! are the same, an absent pointer and one to nothing are not. A [`Datum`] keeps exactly that much. It is read, merged
//! and written along the [`Shape`](crate::facts::Shape) of its field, for the minor at hand.

mod aliases;
mod datum;
mod encode;
mod free;
mod read;
mod scalar;
mod way;

pub(crate) use aliases::Aliases;
pub(crate) use datum::Datum;
pub(crate) use encode::encode;
pub(crate) use read::Reader;
pub(crate) use way::Way;
