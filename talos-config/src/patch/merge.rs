//! Merging: what a patch leaves of what stood there, type by type (`merge/merge.go`).

mod free;
mod list;

use super::PatchError;
use crate::configuration::Document;
use crate::facts::{Facts, Field, Shape, Special, TextKind};
use crate::model::Datum;
use crate::version::Minor;

/// Merges for one minor.
pub(super) struct Merger {
    pub(super) facts: &'static Facts,
}

/// Something that cannot be merged, with the way to it, innermost step last.
struct Stop(String);

impl Merger {
    /// Merges a document of a patch into the one with the same kind and name.
    pub(super) fn document(&self, left: &mut Document, right: &Document) -> Result<(), PatchError> {
        check_copyable(&right.datum)?;
        self.fields(&mut left.datum, &right.datum, left.place).map_err(|stop| PatchError::Merge(stop.0))
    }

    fn fields(&self, left: &mut Datum, right: &Datum, place: usize) -> Result<(), Stop> {
        let (Datum::Struct(left), Datum::Struct(right)) = (left, right) else { return Ok(()) };
        let owner = self.facts.at(place);
        for ((left, right), field) in left.iter_mut().zip(right).zip(&owner.fields) {
            self.field(left, right, field)
                .map_err(|stop| Stop(format!("merge field {}.{}: {}", owner.name, field.key, stop.0)))?;
        }
        Ok(())
    }

    fn field(&self, left: &mut Datum, right: &Datum, field: &Field) -> Result<(), Stop> {
        let replaced =
            field.replace && matches!(field.shape, Shape::List { .. } | Shape::Map(_) | Shape::Free);
        if replaced {
            if *right != Datum::Nil {
                left.clone_from(right);
            }
            return Ok(());
        }
        self.value(left, right, &field.shape)
    }

    fn value(&self, left: &mut Datum, right: &Datum, shape: &Shape) -> Result<(), Stop> {
        match shape {
            Shape::Pointer(inner) => return self.pointer(left, right, inner),
            Shape::Struct(place) => return self.fields(left, right, *place),
            Shape::List { item, keyed } => return self.list(left, right, item, *keyed),
            Shape::Special(Special::InlineManifests(place)) => {
                return self.list(left, right, &Shape::Struct(*place), None);
            }
            Shape::Map(inner) => return self.map(left, right, inner),
            Shape::Free => return free::merge(left, right).map_err(Stop),
            Shape::Special(Special::Url | Special::Endpoint) => return url(left, right),
            Shape::Special(Special::Args) => arguments(left, right),
            Shape::Special(Special::Size) => size(left, right),
            // Bytes are replaced even by none: reading a certificate without its key makes an empty key.
            Shape::Special(Special::Pem { .. }) | Shape::Bool => left.clone_from(right),
            Shape::Text(kind) => return self.text(left, right, shape, *kind),
            _ => {
                if !right.is_zero(shape, self.facts) {
                    left.clone_from(right);
                }
            }
        }
        Ok(())
    }

    fn text(&self, left: &mut Datum, right: &Datum, shape: &Shape, kind: TextKind) -> Result<(), Stop> {
        let old = self.facts.minor < Minor::V1_14;
        match kind {
            // Always taken over, even where the patch does not have them.
            TextKind::ByteSize | TextKind::Expression => left.clone_from(right),
            TextKind::DiskSizeMatcher => {
                return Err(Stop(format!(
                    "merge field InstallDiskSizeMatcher.condition: merge not possible, left {} is not settable",
                    left.as_text().unwrap_or_default()
                )));
            }
            TextKind::Addr | TextKind::AddrPort | TextKind::Prefix => return Err(unsettable()),
            TextKind::MetaAddr | TextKind::MetaAddrPort | TextKind::MetaPrefix if old => {
                return Err(unsettable());
            }
            _ => {
                if !right.is_zero(shape, self.facts) {
                    left.clone_from(right);
                }
            }
        }
        Ok(())
    }

    fn pointer(&self, left: &mut Datum, right: &Datum, inner: &Shape) -> Result<(), Stop> {
        if *right == Datum::Nil {
            return Ok(());
        }
        if *left == Datum::Nil {
            left.clone_from(right);
            return Ok(());
        }
        let is_plain = matches!(
            inner,
            Shape::String
                | Shape::Int { .. }
                | Shape::Duration
                | Shape::Word(_)
                | Shape::Text(TextKind::RoutingTable)
        );
        if is_plain {
            if self.facts.minor.merges_zero_behind_pointers() || !right.is_zero(inner, self.facts) {
                left.clone_from(right);
            }
            return Ok(());
        }
        self.value(left, right, inner)
    }

    fn map(&self, left: &mut Datum, right: &Datum, inner: &Shape) -> Result<(), Stop> {
        let Datum::Map(patch) = right else { return Ok(()) };
        let Datum::Map(base) = left else {
            left.clone_from(right);
            return Ok(());
        };
        for (key, value) in patch {
            match base.get_mut(key) {
                Some(known) if *known != Datum::Nil => self
                    .value(known, value, inner)
                    .map_err(|stop| Stop(format!("merge map key [{key}]: {}", stop.0)))?,
                _ => {
                    base.insert(key.clone(), value.clone());
                }
            }
        }
        Ok(())
    }
}

/// Fails on what upstream cannot copy and crashes on.
pub(super) fn check_copyable(datum: &Datum) -> Result<(), PatchError> {
    let copyable = match datum {
        Datum::Free(free) => !free.uncopyable,
        Datum::List(items) | Datum::Struct(items) => return items.iter().try_for_each(check_copyable),
        Datum::Map(entries) => return entries.values().try_for_each(check_copyable),
        _ => true,
    };
    let message =
        "a date, or a key that is no text, in a free mapping: Talos crashes when it merges one; quote it";
    if copyable { Ok(()) } else { Err(PatchError::Merge(message.to_owned())) }
}

/// Each argument of the patch takes the place of the one with its name, also one that is nothing.
fn arguments(left: &mut Datum, right: &Datum) {
    let Datum::Map(patch) = right else { return };
    match left {
        Datum::Map(base) => base.extend(patch.iter().map(|(name, value)| (name.clone(), value.clone()))),
        _ => left.clone_from(right),
    }
}

/// Bytes and share are held apart: a share over bytes leaves both, and the bytes are written.
fn size(left: &mut Datum, right: &Datum) {
    let (Datum::Struct(left), Datum::Struct(right)) = (left, right) else { return };
    for (left, right) in left.iter_mut().zip(right) {
        if *right != Datum::Nil {
            left.clone_from(right);
        }
    }
}

fn url(left: &mut Datum, right: &Datum) -> Result<(), Stop> {
    match (&mut *left, right) {
        (_, Datum::Nil) => Ok(()),
        (Datum::Url(base), Datum::Url(patch)) => base.merge(patch).map_err(|taken| {
            let user = taken.0;
            Stop(format!(
                "merge field url.Userinfo.username: merge not possible, left {user} is not settable"
            ))
        }),
        _ => {
            left.clone_from(right);
            Ok(())
        }
    }
}

fn unsettable() -> Stop {
    Stop("merge field netip.uint128.hi: merge not possible, left 0 is not settable".to_owned())
}
