//! What fits where: the types that are still open, and what has been found out about them (`checker/types.go`).

use std::sync::Arc;

use super::types::Type;

/// How much work a check may be. Types can double with each step of an expression; Talos never comes back from that.
const MOST_WORK: usize = 20_000_000;

/// What open types stand for.
#[derive(Debug, Default)]
pub(super) struct Types {
    known: Vec<Option<Type>>,
    /// What to take back if an attempt fails: a variable and what it was before.
    undo: Vec<(usize, Option<Type>)>,
    work: usize,
}

impl Types {
    /// Whether the work became too much; no answer counts then.
    pub(super) fn is_exhausted(&self) -> bool {
        self.work > MOST_WORK
    }

    pub(super) fn spend(&mut self) -> bool {
        self.work = self.work.saturating_add(1);
        !self.is_exhausted()
    }

    /// New open types; the number of the first.
    pub(super) fn open(&mut self, count: usize) -> usize {
        let first = self.known.len();
        self.known.resize(first + count, None);
        first
    }

    /// Whether the second fits where the first is wanted, and if so what that tells of open types.
    pub(super) fn fits(&mut self, one: &Type, other: &Type) -> bool {
        self.all_fit(std::slice::from_ref(one), std::slice::from_ref(other))
    }

    /// Whether all fit; if one does not, nothing has been learned.
    pub(super) fn all_fit(&mut self, ones: &[Type], others: &[Type]) -> bool {
        self.undo.clear();
        let fit =
            ones.len() == others.len() && ones.iter().zip(others).all(|(one, other)| self.fit(one, other));
        if !fit {
            while let Some((variable, before)) = self.undo.pop() {
                if let Some(known) = self.known.get_mut(variable) {
                    *known = before;
                }
            }
        }
        fit
    }

    fn fit(&mut self, one: &Type, other: &Type) -> bool {
        if !self.spend() {
            return true;
        }
        if let Type::Variable(variable) = other {
            let (valid, was_known) = self.stands_for(*variable, one);
            if valid || was_known {
                return valid;
            }
        }
        if let Type::Variable(variable) = one {
            return self.stands_for(*variable, other).0;
        }
        if one.is_dyn_or_error() || other.is_dyn_or_error() {
            return true;
        }
        match (one, other) {
            (Type::Null, nullable) | (nullable, Type::Null) => matches!(
                nullable,
                Type::Null
                    | Type::Optional(_)
                    | Type::Message(_)
                    | Type::Duration
                    | Type::Timestamp
                    | Type::Wrapper(_)
            ),
            (Type::Meta(_), Type::Meta(_)) => true,
            (Type::List(one), Type::List(other)) | (Type::Optional(one), Type::Optional(other)) => {
                self.fit(one, other)
            }
            (Type::Map(one), Type::Map(other)) => self.fit(&one.0, &other.0) && self.fit(&one.1, &other.1),
            (one, other) => unwrapped(one) == unwrapped(other),
        }
    }

    /// Whether an open type can stand for a type, and whether it stood for something before.
    fn stands_for(&mut self, variable: usize, of: &Type) -> (bool, bool) {
        if *of == Type::Variable(variable) {
            return (true, true);
        }
        if let Some(known) = self.known(variable) {
            if self.same(of, &known) {
                return (true, true);
            }
            if !self.fit(of, &known) {
                return (false, true);
            }
            let general = if self.is_as_general(of, &known) { of.clone() } else { known };
            if self.is_free_of(variable, &general) {
                self.set(variable, general);
            }
            return (true, true);
        }
        let free = self.is_free_of(variable, of);
        if free {
            self.set(variable, of.clone());
        }
        (free, false)
    }

    fn set(&mut self, variable: usize, to: Type) {
        if let Some(known) = self.known.get_mut(variable) {
            self.undo.push((variable, known.replace(to)));
        }
    }

    fn known(&self, variable: usize) -> Option<Type> {
        self.known.get(variable).cloned().flatten()
    }

    /// Whether an open type does not occur in a type, itself included.
    fn is_free_of(&mut self, variable: usize, within: &Type) -> bool {
        if !self.spend() {
            return true;
        }
        match within {
            Type::Variable(other) if *other == variable => false,
            Type::Variable(other) => match self.known(*other) {
                Some(known) => self.is_free_of(variable, &known),
                None => true,
            },
            Type::List(inner) | Type::Optional(inner) | Type::Meta(Some(inner)) => {
                self.is_free_of(variable, inner)
            }
            Type::Map(inner) => self.is_free_of(variable, &inner.0) && self.is_free_of(variable, &inner.1),
            _ => true,
        }
    }

    /// The more general of two types that fit.
    pub(super) fn more_general(&mut self, one: Type, other: Type) -> Type {
        if self.is_as_general(&one, &other) { one } else { other }
    }

    fn is_as_general(&mut self, one: &Type, other: &Type) -> bool {
        if !self.spend() || one.is_dyn() || matches!(one, Type::Variable(_)) {
            return true;
        }
        if other.is_dyn() || matches!(other, Type::Variable(_)) {
            return false;
        }
        match (one, other) {
            (Type::List(one), Type::List(other)) | (Type::Optional(one), Type::Optional(other)) => {
                self.is_as_general(one, other)
            }
            (Type::Map(one), Type::Map(other)) => {
                self.is_as_general(&one.0, &other.0) && self.is_as_general(&one.1, &other.1)
            }
            (Type::Meta(_), Type::Meta(_)) => true,
            (one, other) => unwrapped(one) == unwrapped(other),
        }
    }

    /// Whether two types are the same, letter for letter.
    pub(super) fn same(&mut self, one: &Type, other: &Type) -> bool {
        if !self.spend() {
            return true;
        }
        match (one, other) {
            (Type::List(one), Type::List(other))
            | (Type::Optional(one), Type::Optional(other))
            | (Type::Meta(Some(one)), Type::Meta(Some(other))) => {
                Arc::ptr_eq(one, other) || self.same(one, other)
            }
            (Type::Map(one), Type::Map(other)) => {
                Arc::ptr_eq(one, other) || (self.same(&one.0, &other.0) && self.same(&one.1, &other.1))
            }
            (one, other) => unwrapped(one) == unwrapped(other),
        }
    }

    /// A type with what is known of open ones filled in; the others stay, or become dyn where that is `last` done.
    pub(super) fn filled(&mut self, of: &Type, last: bool) -> Type {
        if !self.spend() {
            return Type::Error;
        }
        match of {
            Type::Variable(variable) => match self.known(*variable) {
                Some(known) => self.filled(&known, last),
                None if last => Type::Dyn,
                None => of.clone(),
            },
            Type::List(inner) => Type::List(Arc::new(self.filled(inner, last))),
            Type::Optional(inner) => Type::Optional(Arc::new(self.filled(inner, last))),
            Type::Meta(Some(inner)) => Type::Meta(Some(Arc::new(self.filled(inner, last)))),
            Type::Map(inner) => {
                Type::Map(Arc::new((self.filled(&inner.0, last), self.filled(&inner.1, last))))
            }
            other => other.clone(),
        }
    }
}

/// A form of a function with open types of its own, which begin at a number.
pub(super) fn shifted(of: &Type, by: usize) -> Type {
    match of {
        Type::Variable(number) => Type::Variable(number + by),
        Type::List(inner) => Type::List(Arc::new(shifted(inner, by))),
        Type::Optional(inner) => Type::Optional(Arc::new(shifted(inner, by))),
        Type::Meta(Some(inner)) => Type::Meta(Some(Arc::new(shifted(inner, by)))),
        Type::Map(inner) => Type::Map(Arc::new((shifted(&inner.0, by), shifted(&inner.1, by)))),
        other => other.clone(),
    }
}

/// What may be null as what it is otherwise: the two fit each other.
fn unwrapped(of: &Type) -> &Type {
    match of {
        Type::Wrapper(inner) => inner,
        other => other,
    }
}
