//! Where values were said: a tree beside the data, kept only when somebody asks for origins.
//!
//! It has the form of the written document, keys and items, whatever the data behind them is. What a merge leaves as it was
//! is shared with what was merged: many machines have most of their configuration from the same texts.

mod read;

use std::collections::BTreeMap;
use std::sync::Arc;

use manifest::{FieldPath, Segment, Span};

pub(crate) use read::TrailReader;

use super::origin::How;

/// A place in one of the texts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    /// 0 for the configuration, then the patches.
    pub(super) layer: usize,
    pub(crate) span: Span,
    pub(super) how: How,
}

/// Where a value and those below it were said.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Trail {
    /// Where it was said; absent where nobody did.
    mark: Option<Mark>,
    /// The key in front of it in that text; empty where there is none.
    key: Span,
    /// What it took the place of, the latest first.
    overrode: Vec<Mark>,
    /// Absent for none, as below.
    keys: Option<Arc<BTreeMap<Arc<str>, Trail>>>,
    items: Option<Arc<Vec<Trail>>>,
}

impl Mark {
    /// For a value that is not written there but came with what is.
    fn implied(self) -> Self {
        match self.how {
            How::Written => Self { how: How::Implied, ..self },
            How::Implied | How::Deleted => self,
        }
    }
}

/// A way down a trail, with what is known so far.
#[derive(Clone, Copy)]
pub(super) struct Descent<'t> {
    /// Absent where nothing is known any more of what lies below.
    trail: Option<&'t Trail>,
    found: Option<Mark>,
    overrode: &'t [Mark],
}

impl<'t> Descent<'t> {
    /// At the top of a document.
    pub(super) fn from(trail: &'t Trail) -> Self {
        Self { trail: None, found: None, overrode: &[] }.to(Some(trail))
    }

    pub(super) fn key(self, key: &str) -> Self {
        self.to(self.trail.and_then(|trail| trail.key(key)))
    }

    pub(super) fn item(self, index: usize) -> Self {
        self.to(self.trail.and_then(|trail| trail.item(index)))
    }

    fn child(self, segment: &Segment) -> Self {
        match segment {
            Segment::Key(key) => self.key(key),
            Segment::Index(index) => self.item(*index),
        }
    }

    fn to(self, trail: Option<&'t Trail>) -> Self {
        let Some((here, mark)) = trail.and_then(|trail| Some((trail, trail.mark?))) else {
            return Self { trail, found: self.found.map(Mark::implied), ..self };
        };
        // What a text replaced as a whole, it replaced for all that it brought.
        let is_new = !here.overrode.is_empty() || self.found.is_none_or(|found| found.layer != mark.layer);
        Self { trail, found: Some(mark), overrode: if is_new { &here.overrode } else { self.overrode } }
    }

    /// Where the value here was said, or else the nearest above it that anybody said; and what that took the place of.
    pub(super) fn found(self) -> Option<(Mark, &'t [Mark])> {
        Some((self.found?, self.overrode))
    }
}

impl Trail {
    pub(super) fn new(mark: Mark) -> Self {
        Self { mark: Some(mark), ..Self::default() }
    }

    /// Where the value at a path was said, or else the nearest above it that anybody said; and what that took the
    /// place of.
    pub(crate) fn find(&self, path: &FieldPath) -> Option<(Mark, &[Mark])> {
        path.segments().iter().fold(Descent::from(self), Descent::child).found()
    }

    /// The key in front of the value at a path, where that was written.
    pub(crate) fn find_key(&self, path: &FieldPath) -> Option<Span> {
        self.at(path.segments()).map(|trail| trail.key).filter(|key| *key != Span::default())
    }

    fn child(&self, segment: &Segment) -> Option<&Self> {
        match segment {
            Segment::Key(key) => self.key(key),
            Segment::Index(index) => self.item(*index),
        }
    }

    fn key(&self, key: &str) -> Option<&Self> {
        self.keys.as_ref()?.get(key)
    }

    fn item(&self, index: usize) -> Option<&Self> {
        self.items.as_ref()?.get(index)
    }

    /// The same trail of a text that is another layer.
    pub(super) fn in_layer(&self, layer: usize) -> Self {
        let mark = |mark: Mark| Mark { layer, ..mark };
        let keys = |keys: &BTreeMap<Arc<str>, Self>| -> BTreeMap<Arc<str>, Self> {
            keys.iter().map(|(key, trail)| (Arc::clone(key), trail.in_layer(layer))).collect()
        };
        let items = |items: &Vec<Self>| items.iter().map(|trail| trail.in_layer(layer)).collect();
        Self {
            mark: self.mark.map(mark),
            key: self.key,
            overrode: self.overrode.iter().copied().map(mark).collect(),
            keys: self.keys.as_deref().map(|all| Arc::new(keys(all))),
            items: self.items.as_deref().map(|all| Arc::new(items(all))),
        }
    }

    /// All keys, for this trail alone from now on.
    fn keys_mut(&mut self) -> &mut BTreeMap<Arc<str>, Self> {
        Arc::make_mut(self.keys.get_or_insert_default())
    }

    /// All items, for this trail alone from now on.
    fn items_mut(&mut self) -> &mut Vec<Self> {
        Arc::make_mut(self.items.get_or_insert_default())
    }

    fn key_mut(&mut self, key: &str) -> &mut Self {
        let keys = self.keys_mut();
        let key = keys.get_key_value(key).map_or_else(|| Arc::from(key), |(known, _)| Arc::clone(known));
        keys.entry(key).or_default()
    }

    /// The trail at a path, made where there is none; absent only behind the end of a list.
    fn at_mut(&mut self, path: &[Segment]) -> Option<&mut Self> {
        path.iter().try_fold(self, |trail, segment| match segment {
            Segment::Key(key) => Some(trail.key_mut(key)),
            Segment::Index(index) => trail.items_mut().get_mut(*index),
        })
    }

    /// Another value is put in the place of this one.
    pub(super) fn take(&mut self, new: Self) {
        let old = std::mem::replace(self, new);
        self.remember(old);
    }

    fn remember(&mut self, old: Self) {
        self.overrode.extend(old.mark);
        self.overrode.extend(old.overrode);
        for (key, old) in old.keys.iter().flat_map(|keys| keys.iter()) {
            if self.key(key).is_some() {
                self.key_mut(key).remember(old.clone());
            }
        }
    }

    /// A field is set to what it is when nobody sets it.
    pub(super) fn clear(&mut self, keys: &[&str], mark: Mark) {
        let cleared = keys.iter().fold(self, |trail, key| trail.key_mut(key));
        cleared.take(Self::new(mark));
    }

    /// Takes a value out.
    pub(super) fn remove(&mut self, path: &[Segment]) -> Option<Self> {
        let (last, parents) = path.split_last()?;
        let parent = self.at_mut(parents)?;
        match last {
            Segment::Key(key) => parent.keys_mut().remove(&**key),
            Segment::Index(index) => {
                let items = parent.items_mut();
                (*index < items.len()).then(|| items.remove(*index))
            }
        }
    }

    /// Puts a value in: in the place of what a key has, before an item.
    pub(super) fn insert(&mut self, path: &[Segment], new: Self) {
        let Some((last, parents)) = path.split_last() else { return self.take(new) };
        let Some(parent) = self.at_mut(parents) else { return };
        match last {
            Segment::Key(key) => parent.key_mut(key).take(new),
            Segment::Index(index) => {
                let items = parent.items_mut();
                items.insert((*index).min(items.len()), new);
            }
        }
    }

    /// Puts a value in the place of another one.
    pub(super) fn replace(&mut self, path: &[Segment], new: Self) {
        if let Some(trail) = self.at_mut(path) {
            trail.take(new);
        }
    }

    /// What is known about a path.
    pub(super) fn at(&self, path: &[Segment]) -> Option<&Self> {
        path.iter().try_fold(self, |trail, segment| trail.child(segment))
    }
}

/// Both sides of a merge, followed on the way through the data; nothing where nobody asks.
pub(super) struct Trace<'t>(Option<Pair<'t>>);

struct Pair<'t> {
    left: Left<'t>,
    /// Absent where the patch says nothing.
    right: Option<&'t Trail>,
    /// The nearest that the patch says.
    near: Mark,
}

/// A trail on the left side. Most of what a merge passes stays as it was, so that what is shared with other trails is copied,
/// and what is not there is made, only where something changes.
enum Left<'t> {
    Here(&'t mut Trail),
    Key(&'t mut (dyn Slot + 't), &'t str),
    Item(&'t mut (dyn Slot + 't), usize),
}

/// Where a trail is, or can be.
trait Slot {
    /// The trail, if it is there.
    fn get(&self) -> Option<&Trail>;

    /// The trail for a change, made where there is none; absent only behind the end of a list.
    fn get_mut(&mut self) -> Option<&mut Trail>;
}

impl Slot for Left<'_> {
    fn get(&self) -> Option<&Trail> {
        match self {
            Self::Here(trail) => Some(trail),
            Self::Key(parent, key) => parent.get()?.key(key),
            Self::Item(parent, index) => parent.get()?.item(*index),
        }
    }

    fn get_mut(&mut self) -> Option<&mut Trail> {
        match self {
            Self::Here(trail) => Some(trail),
            Self::Key(parent, key) => Some(parent.get_mut()?.key_mut(key)),
            Self::Item(parent, index) => parent.get_mut()?.items_mut().get_mut(*index),
        }
    }
}

impl<'t> Trace<'t> {
    /// Follows a merge of two documents, if both know where they come from.
    pub(super) fn new(left: Option<&'t mut Trail>, right: Option<&'t Trail>) -> Self {
        let pair = left.zip(right).and_then(|(left, right)| {
            Some(Pair { near: right.mark?, left: Left::Here(left), right: Some(right) })
        });
        Self(pair)
    }

    /// The value of a key on both sides.
    pub(super) fn key<'s>(&'s mut self, key: &'s str) -> Trace<'s> {
        Trace(self.0.as_mut().map(|pair| {
            let right = pair.right.and_then(|right| right.key(key));
            Pair { near: pair.near_of(right), left: Left::Key(&mut pair.left, key), right }
        }))
    }

    /// An item on the left and one on the right.
    pub(super) fn item(&mut self, left: usize, right: usize) -> Trace<'_> {
        Trace(self.0.as_mut().map(|pair| {
            let right = pair.right.and_then(|trail| trail.item(right));
            Pair { near: pair.near_of(right), left: Left::Item(&mut pair.left, left), right }
        }))
    }

    /// The right side takes the place of the left one, also where it says nothing.
    pub(super) fn take(&mut self) {
        let Some(Pair { left, right, near }) = &mut self.0 else { return };
        let new = match right {
            Some(right) => (*right).clone(),
            None if left.get().is_some_and(|left| left.mark.is_some()) => Trail::new(*near),
            None => return,
        };
        if let Some(left) = left.get_mut() {
            left.take(new);
        }
    }

    /// There is a list on the left from now on, for which the patch is the reason.
    pub(super) fn begin_list(&mut self) {
        if let Some((left, right)) = self.both() {
            left.take(Trail { items: None, ..right.clone() });
        }
    }

    /// All items of the right side go to the end of the left one.
    pub(super) fn append(&mut self) {
        if let Some((left, right)) = self.both() {
            left.items_mut().extend(right.items.iter().flat_map(|items| items.iter()).cloned());
        }
    }

    /// One item of the right side goes to the end of the left one.
    pub(super) fn push(&mut self, right: usize) {
        if let Some(Pair { left, right: said, .. }) = &mut self.0 {
            let item = said.and_then(|trail| trail.item(right)).cloned();
            if let Some(left) = left.get_mut() {
                left.items_mut().push(item.unwrap_or_default());
            }
        }
    }

    /// Both sides, where the right one says something.
    fn both(&mut self) -> Option<(&mut Trail, &Trail)> {
        let pair = self.0.as_mut()?;
        let right = pair.right?;
        Some((pair.left.get_mut()?, right))
    }
}

impl Pair<'_> {
    /// The nearest that the patch says to a value below, of which it says this.
    fn near_of(&self, right: Option<&Trail>) -> Mark {
        right.and_then(|right| right.mark).unwrap_or_else(|| self.near.implied())
    }
}
