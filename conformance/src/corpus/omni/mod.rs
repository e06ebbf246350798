//! What people write for Omni, right and nearly right.

mod metadata;
mod patch;
mod selector;
mod template;

pub(crate) use metadata::metadata;
pub(crate) use patch::patch;
pub(crate) use selector::{labels, selector};
pub(crate) use template::{files, template};
