//! Which machines a resource reaches, and what reaches a machine.

mod target;

pub use target::Scope;
