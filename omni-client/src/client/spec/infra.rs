//! Messages of `client/api/omni/specs/infra.proto`.

use super::Shape;
use super::omni::NOTHING;
use crate::resource::{InfraProvider, Spec as _};

/// The types whose messages are here.
pub(super) const TYPES: &[(&str, &Shape)] = &[(InfraProvider::TYPE, &NOTHING)];
