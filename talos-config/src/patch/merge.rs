//! Merging: what a patch leaves of what stood there, type by type (`merge/merge.go`).

mod free;
mod list;

use manifest::FieldPath;

use super::trail::Trace;
use crate::configuration::Document;
use crate::facts::{Facts, Field, Shape, Special, TextKind};
use crate::model::Datum;
use crate::version::Minor;

/// Merges for one minor.
pub(super) struct Merger {
    pub(super) facts: &'static Facts,
}

/// Something that cannot be merged.
pub(super) struct Stop {
    /// What upstream says, with the way to it in front.
    pub(super) message: String,
    /// The way to it, the innermost step first.
    path: Vec<String>,
}

impl Stop {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), path: Vec::new() }
    }

    /// The same, seen from one level further out.
    fn below(mut self, key: &str, said: &str) -> Self {
        self.message = format!("{said}: {}", self.message);
        self.path.push(key.to_owned());
        self
    }

    /// The way to it in the document; of lists only up to the list.
    pub(super) fn path(&self) -> FieldPath {
        self.path.iter().rev().fold(FieldPath::root(), FieldPath::key)
    }
}

impl Merger {
    /// Merges a document of a patch into the one with the same kind and name.
    pub(super) fn document(&self, left: &mut Document, right: &Document) -> Result<(), Stop> {
        let trace = Trace::new(left.trail.as_deref_mut(), right.trail.as_deref());
        self.fields(&mut left.datum, &right.datum, left.place, trace)
    }

    fn fields(
        &self,
        left: &mut Datum,
        right: &Datum,
        place: usize,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        let (Datum::Struct(left), Datum::Struct(right)) = (left, right) else { return Ok(()) };
        let owner = self.facts.at(place);
        for ((left, right), field) in left.iter_mut().zip(right).zip(&owner.fields) {
            self.field(left, right, field, trace.key(field.key)).map_err(|stop| {
                stop.below(field.key, &format!("merge field {}.{}", owner.name, field.key))
            })?;
        }
        Ok(())
    }

    fn field(
        &self,
        left: &mut Datum,
        right: &Datum,
        field: &Field,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        let replaced =
            field.replace && matches!(field.shape, Shape::List { .. } | Shape::Map(_) | Shape::Free);
        if replaced {
            if *right != Datum::Nil {
                left.clone_from(right);
                trace.take();
            }
            return Ok(());
        }
        self.value(left, right, &field.shape, trace)
    }

    fn value(
        &self,
        left: &mut Datum,
        right: &Datum,
        shape: &Shape,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        match shape {
            Shape::Pointer(inner) => return self.pointer(left, right, inner, trace),
            Shape::Struct(place) => return self.fields(left, right, *place, trace),
            Shape::List { item, keyed } => return self.list(left, right, item, *keyed, trace),
            Shape::Special(Special::InlineManifests(place)) => {
                return self.list(left, right, &Shape::Struct(*place), None, trace);
            }
            Shape::Map(inner) => return self.map(left, right, inner, trace),
            Shape::Free => return free::merge(left, right, trace),
            Shape::Special(Special::Url | Special::Endpoint) => return url(left, right, trace),
            Shape::Special(Special::Args) => arguments(left, right, trace),
            Shape::Special(Special::Size) => size(left, right, trace),
            // Bytes are replaced even by none: reading a certificate without its key makes an empty key.
            Shape::Special(Special::Pem { .. }) | Shape::Bool => {
                left.clone_from(right);
                trace.take();
            }
            Shape::Text(kind) => return self.text(left, right, shape, *kind, trace),
            _ => self.given(left, right, shape, trace),
        }
        Ok(())
    }

    /// Takes over what is not zero.
    fn given(&self, left: &mut Datum, right: &Datum, shape: &Shape, mut trace: Trace<'_>) {
        if !right.is_zero(shape, self.facts) {
            left.clone_from(right);
            trace.take();
        }
    }

    fn text(
        &self,
        left: &mut Datum,
        right: &Datum,
        shape: &Shape,
        kind: TextKind,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        let old = self.facts.minor < Minor::V1_14;
        match kind {
            // Always taken over, even where the patch does not have them.
            TextKind::ByteSize | TextKind::Expression => {
                left.clone_from(right);
                trace.take();
            }
            TextKind::DiskSizeMatcher => {
                return Err(Stop::new(format!(
                    "merge field InstallDiskSizeMatcher.condition: merge not possible, left {} is not settable",
                    left.as_text().unwrap_or_default()
                )));
            }
            TextKind::Addr | TextKind::AddrPort | TextKind::Prefix => return Err(unsettable()),
            TextKind::MetaAddr | TextKind::MetaAddrPort | TextKind::MetaPrefix if old => {
                return Err(unsettable());
            }
            _ => self.given(left, right, shape, trace),
        }
        Ok(())
    }

    fn pointer(
        &self,
        left: &mut Datum,
        right: &Datum,
        inner: &Shape,
        mut trace: Trace<'_>,
    ) -> Result<(), Stop> {
        if *right == Datum::Nil {
            return Ok(());
        }
        if *left == Datum::Nil {
            left.clone_from(right);
            trace.take();
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
                trace.take();
            }
            return Ok(());
        }
        self.value(left, right, inner, trace)
    }

    fn map(&self, left: &mut Datum, right: &Datum, inner: &Shape, mut trace: Trace<'_>) -> Result<(), Stop> {
        let Datum::Map(patch) = right else { return Ok(()) };
        let Datum::Map(base) = left else {
            left.clone_from(right);
            trace.take();
            return Ok(());
        };
        for (key, value) in patch {
            match base.get_mut(key) {
                Some(known) if *known != Datum::Nil => self
                    .value(known, value, inner, trace.key(key))
                    .map_err(|stop| stop.below(key, &format!("merge map key [{key}]")))?,
                _ => {
                    base.insert(key.clone(), value.clone());
                    trace.key(key).take();
                }
            }
        }
        Ok(())
    }
}

/// Each argument of the patch takes the place of the one with its name, also one that is nothing.
fn arguments(left: &mut Datum, right: &Datum, mut trace: Trace<'_>) {
    let Datum::Map(patch) = right else { return };
    let Datum::Map(base) = left else {
        left.clone_from(right);
        trace.take();
        return;
    };
    for (name, value) in patch {
        base.insert(name.clone(), value.clone());
        trace.key(name).take();
    }
}

/// Bytes and share are held apart: a share over bytes leaves both, and the bytes are written.
fn size(left: &mut Datum, right: &Datum, mut trace: Trace<'_>) {
    let (Datum::Struct(left), Datum::Struct(right)) = (left, right) else { return };
    let mut is_hidden = false;
    for (left, right) in left.iter_mut().zip(right) {
        if *right != Datum::Nil {
            left.clone_from(right);
            if !is_hidden {
                trace.take();
            }
        }
        is_hidden |= *left != Datum::Nil;
    }
}

fn url(left: &mut Datum, right: &Datum, mut trace: Trace<'_>) -> Result<(), Stop> {
    match (&mut *left, right) {
        (_, Datum::Nil) => Ok(()),
        (Datum::Url(base), Datum::Url(patch)) => {
            trace.take();
            base.merge(patch).map_err(|taken| {
                let user = taken.0;
                Stop::new(format!(
                    "merge field url.Userinfo.username: merge not possible, left {user} is not settable"
                ))
            })
        }
        _ => {
            left.clone_from(right);
            trace.take();
            Ok(())
        }
    }
}

fn unsettable() -> Stop {
    Stop::new("merge field netip.uint128.hi: merge not possible, left 0 is not settable")
}
