//! Ways: which value of a value is meant.

use std::ptr;
use std::sync::OnceLock;

use super::{View, place_of};
use crate::facts::{Facts, Shape};
use crate::model::Datum;
use crate::version::Minor;

/// A way from a value to one in it: a text of keys with dots between them, or [`keys!`], which takes such a text apart
/// when the crate is built and remembers where the keys lead.
pub(in crate::validate) trait Way {
    fn follow(self, from: View<'_>) -> View<'_>;

    /// The keys with dots between them.
    fn text(&self) -> &str;
}

impl<T: AsRef<str> + ?Sized> Way for &T {
    fn follow(self, from: View<'_>) -> View<'_> {
        // Nothing below nothing: then the keys need not be told apart.
        if from.is_set() { self.as_ref().split('.').fold(from, View::entry) } else { from }
    }

    fn text(&self) -> &str {
        self.as_ref()
    }
}

/// Keys with dots between them that are known when the crate is built. What stands in the source is asked of one struct,
/// and the fields of a struct stand at places that only the minor decides: the first look finds them, and all others
/// take a value from its place.
macro_rules! keys {
    ($text:literal) => {{
        const COUNT: usize = $crate::validate::view::way::count($text);
        const KEYS: &[&str; COUNT] = &$crate::validate::view::way::split($text);
        static ROUTES: $crate::validate::view::way::Routes<COUNT> =
            $crate::validate::view::way::Routes::new();
        $crate::validate::view::way::Known { text: $text, keys: KEYS, routes: &ROUTES }
    }};
}
pub(in crate::validate) use keys;

/// What [`keys!`] makes: keys, one below the other, and where they lead.
#[derive(Clone, Copy)]
pub(in crate::validate) struct Known<const N: usize> {
    pub(in crate::validate) text: &'static str,
    pub(in crate::validate) keys: &'static [&'static str; N],
    pub(in crate::validate) routes: &'static Routes<N>,
}

/// Where keys lead, by minor; nothing as long as nobody asked.
pub(in crate::validate) struct Routes<const N: usize>([OnceLock<Route<N>>; Minor::ALL.len()]);

/// Places of fields, each in the struct at the one before.
struct Route<const N: usize> {
    /// The shape from which it leads.
    from: &'static Shape,
    places: [u8; N],
    to: &'static Shape,
}

impl<const N: usize> Way for Known<N> {
    #[expect(
        clippy::inline_always,
        reason = "a look-up is a few instructions, of which a validation does hundreds"
    )]
    #[inline(always)]
    fn follow(self, from: View<'_>) -> View<'_> {
        let Some(start) = from.datum else { return from };
        let Some(route) = self.routes.0.get(from.facts.minor as usize) else { return from };
        let route = route.get_or_init(|| Route::find(self.keys, from.shape, from.facts));
        if !ptr::eq(route.from, from.shape) {
            return step_by_step(self.keys, from);
        }
        let end = route.places.iter().try_fold(start, |at, place| at.field(usize::from(*place)));
        View { datum: end.filter(|end| !matches!(end, Datum::Nil)), shape: route.to, ..from }
    }

    fn text(&self) -> &str {
        self.text
    }
}

/// Some keys are asked of several structs, and those of a mapping stand in the value.
#[cold]
fn step_by_step<'d>(keys: &[&str], from: View<'d>) -> View<'d> {
    keys.iter().fold(from, |view, key| view.entry(key))
}

impl<const N: usize> Routes<N> {
    pub(in crate::validate) const fn new() -> Self {
        Self([const { OnceLock::new() }; Minor::ALL.len()])
    }
}

impl<const N: usize> Route<N> {
    /// No struct has so many fields: what stands there is nothing.
    const NOWHERE: u8 = u8::MAX;

    #[cold]
    fn find(keys: &[&str; N], from: &'static Shape, facts: &'static Facts) -> Self {
        static NONE: Shape = Shape::Free;
        let mut places = [Self::NOWHERE; N];
        let mut to = from;
        for (place, key) in places.iter_mut().zip(keys) {
            if matches!(to, Shape::Map(_)) {
                return Self { from: &NONE, places, to };
            }
            let Some((found, shape)) = place_of(key, to, facts) else { break };
            *place = u8::try_from(found).unwrap_or(Self::NOWHERE);
            to = shape;
        }
        Self { from, places, to }
    }
}

/// How many keys a text has.
pub(in crate::validate) const fn count(text: &str) -> usize {
    let mut count = 1;
    let mut rest = text.as_bytes();
    while let [byte, behind @ ..] = rest {
        if *byte == b'.' {
            count += 1;
        }
        rest = behind;
    }
    count
}

/// The keys of a text, of which there are so many.
#[expect(
    clippy::indexing_slicing,
    reason = "only run when the crate is built, where a wrong number is an error"
)]
pub(in crate::validate) const fn split<const N: usize>(mut text: &'static str) -> [&'static str; N] {
    let mut keys = [""; N];
    let (mut at, mut end) = (0, 0);
    while end < text.len() {
        if text.as_bytes()[end] == b'.' {
            let (key, rest) = text.split_at(end);
            keys[at] = key;
            text = rest.split_at(1).1;
            (at, end) = (at + 1, 0);
        } else {
            end += 1;
        }
    }
    keys[at] = text;
    keys
}
