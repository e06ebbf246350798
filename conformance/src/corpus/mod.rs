//! Texts that are made up: right ones, and ones that are nearly right.

pub(crate) mod custom_resource;
pub(crate) mod expression;
pub(crate) mod network;
pub(crate) mod omni;
pub(crate) mod pattern;
pub(crate) mod policy;
pub(crate) mod scalar;
pub(crate) mod size;
pub(crate) mod talos;
pub(crate) mod text;
pub(crate) mod tree;
pub(crate) mod values;
pub(crate) mod yaml;
