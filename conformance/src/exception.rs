//! Differences that we know and mean to keep.

mod cilium;
mod interface;
mod omni;
mod talos;
mod yaml;

use crate::question::{Answer, Question};

/// A difference that we know and mean to keep.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// The start of the names of the subjects that it belongs to.
    pub subjects: &'static str,
    /// A short name that no other exception has.
    pub name: &'static str,
    /// Why we differ.
    pub reason: &'static str,
    /// Whether a disagreement (question, upstream's answer, ours) is this one.
    pub covers: fn(&Question, &Answer, &Answer) -> bool,
}

/// Every known difference, by what it is about. One that covers no recorded case fails the tests.
pub const EXCEPTIONS: &[&[Exception]] =
    &[yaml::EXCEPTIONS, interface::EXCEPTIONS, cilium::EXCEPTIONS, omni::EXCEPTIONS, talos::EXCEPTIONS];
