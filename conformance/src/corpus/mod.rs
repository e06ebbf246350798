//! Texts that are made up: right ones, and ones that are nearly right.

pub(crate) mod scalar;
pub(crate) mod text;
pub(crate) mod yaml;
