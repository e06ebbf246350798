//! Ways: which value of a value is meant.

use std::ptr;
use std::sync::OnceLock;

use super::{NOWHERE, View, at, place_of};
use crate::facts::{Facts, Shape};

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
/// or of few, and the fields of a struct stand at places that only the minor decides: the first look finds them, and all
/// others take a value from its place.
macro_rules! keys {
    ($text:literal) => {{
        const COUNT: usize = $crate::validate::view::way::count($text);
        const KEYS: &[&str; COUNT] = &$crate::validate::view::way::split($text);
        static KNOWN: $crate::validate::view::way::Known<COUNT> =
            $crate::validate::view::way::Known::new($text, KEYS);
        &KNOWN
    }};
}
pub(in crate::validate) use keys;

/// A struct of the values of some fields of a struct, which are found with one look. As with [`keys!`], only the first look
/// searches.
macro_rules! fields {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $key:literal,)+ }) => {
        $(#[$doc])*
        struct $name<'d> {
            $($field: $crate::validate::view::View<'d>,)+
        }

        impl<'d> $name<'d> {
            #[inline]
            fn of(view: $crate::validate::view::View<'d>) -> Self {
                use $crate::validate::view::way::Fields;

                static FIELDS: Fields<{ [$($key),+].len() }> = Fields::new([$($key),+]);
                let [$($field),+] = FIELDS.of(view);
                Self { $($field: $field.follow(view),)+ }
            }
        }
    };
}
pub(in crate::validate) use fields;

/// What [`keys!`] makes: keys, one below the other, and where they lead.
pub(in crate::validate) struct Known<const N: usize> {
    text: &'static str,
    keys: &'static [&'static str; N],
    routes: ByShape<Route<N>>,
}

/// Places of fields, each in the struct at the one before, and what is at the last.
pub(in crate::validate) struct Route<const N: usize> {
    places: [u8; N],
    to: &'static Shape,
}

impl<const N: usize> Route<N> {
    /// Where keys lead from a shape; nowhere from the first one on that is no field.
    fn find(keys: &[&str; N], from: &'static Shape, facts: &'static Facts) -> Self {
        let mut route = Self { places: [NOWHERE; N], to: from };
        for (place, key) in route.places.iter_mut().zip(keys) {
            let Some((found, shape)) = place_of(key, route.to, facts) else { break };
            *place = found;
            route.to = shape;
        }
        route
    }

    #[expect(
        clippy::inline_always,
        reason = "a look-up is a few instructions, of which a validation does hundreds"
    )]
    #[inline(always)]
    pub(in crate::validate) fn follow<'d>(&self, from: View<'d>) -> View<'d> {
        let mut datum = from.datum;
        for place in self.places {
            datum = at(datum, usize::from(place));
        }
        View { datum, shape: self.to, ..from }
    }
}

impl<const N: usize> Way for &'static Known<N> {
    #[expect(clippy::inline_always, reason = "as the route itself")]
    #[inline(always)]
    fn follow(self, from: View<'_>) -> View<'_> {
        let route = self.routes.of(from.shape).unwrap_or_else(|| self.find(from.facts, from.shape));
        route.follow(from)
    }

    fn text(&self) -> &str {
        self.text
    }
}

impl<const N: usize> Known<N> {
    pub(in crate::validate) const fn new(text: &'static str, keys: &'static [&'static str; N]) -> Self {
        Self { text, keys, routes: ByShape::new() }
    }

    #[cold]
    fn find(&'static self, facts: &'static Facts, shape: &'static Shape) -> &'static Route<N> {
        self.routes.of_any(shape, || Route::find(self.keys, shape, facts))
    }
}

/// What [`fields!`] makes: the keys of fields, and where each leads.
pub(in crate::validate) struct Fields<const N: usize> {
    keys: [&'static str; N],
    routes: ByShape<[Route<1>; N]>,
}

impl<const N: usize> Fields<N> {
    pub(in crate::validate) const fn new(keys: [&'static str; N]) -> Self {
        Self { keys, routes: ByShape::new() }
    }

    #[inline]
    pub(in crate::validate) fn of(&'static self, from: View<'_>) -> &'static [Route<1>; N] {
        self.routes.of(from.shape).unwrap_or_else(|| self.find(from.facts, from.shape))
    }

    #[cold]
    fn find(&'static self, facts: &'static Facts, shape: &'static Shape) -> &'static [Route<1>; N] {
        self.routes.of_any(shape, || self.keys.map(|key| Route::find(&[key], shape, facts)))
    }
}

/// What was found once for each shape that was asked; nothing as long as nobody asked. Each minor has shapes of its own.
struct ByShape<T>(OnceLock<Found<T>>);

struct Found<T> {
    shape: &'static Shape,
    what: T,
    others: Box<ByShape<T>>,
}

impl<T> ByShape<T> {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// What was found for a shape, if that is the one that was asked first.
    #[inline]
    fn of(&self, shape: &'static Shape) -> Option<&T> {
        self.0.get().filter(|found| ptr::eq(found.shape, shape)).map(|found| &found.what)
    }

    /// What was found for a shape, or what is found now.
    fn of_any(&self, shape: &'static Shape, find: impl Fn() -> T) -> &T {
        let mut known = self;
        loop {
            let found = known.0.get_or_init(|| Found { shape, what: find(), others: Box::new(Self::new()) });
            if ptr::eq(found.shape, shape) {
                return &found.what;
            }
            known = &found.others;
        }
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
