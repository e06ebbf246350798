//! Working out the type of each part of an expression (`checker/checker.go`).

use std::sync::Arc;

use super::assign::{Types, shifted};
use super::fault::Faults;
use super::names::{Names, Overload, bare};
use super::node::{Fold, Id, Kind, MessageField, Tree};
use super::types::Type;

/// Works through one tree.
pub(super) struct Checker<'c, 't> {
    tree: &'c Tree,
    names: &'c Names,
    faults: &'c mut Faults<'t>,
    types: Types,
    found: Vec<Option<Type>>,
    /// The variables of macros around the part that is looked at, outermost first.
    locals: Vec<(String, Type)>,
    /// Whether numbers of two types may not be compared. cel-go forgets that rule at the first macro over a list.
    strict: bool,
}

impl<'c, 't> Checker<'c, 't> {
    pub(super) fn new(tree: &'c Tree, names: &'c Names, faults: &'c mut Faults<'t>) -> Self {
        let found = vec![None; tree.len()];
        Self { tree, names, faults, types: Types::default(), found, locals: Vec::new(), strict: true }
    }

    /// The type of the whole.
    pub(super) fn output(&mut self, root: Id) -> Type {
        self.check(root);
        let found = self.found(root);
        let found = self.types.filled(&found, true);
        if self.types.is_exhausted() {
            self.faults.whole("expression takes too long to check: its types grow without end");
        }
        found
    }

    fn check(&mut self, id: Id) {
        if !self.types.spend() {
            return;
        }
        let tree = self.tree;
        let at = tree.node(id).at;
        let found = match &tree.node(id).kind {
            Kind::Literal(of) => of.clone(),
            Kind::Name(name) => self.name(at, name),
            Kind::Select { operand, field, test } => self.select(id, *operand, field, *test),
            Kind::OptionalSelect { operand, field } => {
                let found = self.field(at, *operand, field, true);
                self.types.filled(&found, false)
            }
            Kind::Call { name, target, arguments } => self.call(at, name, *target, arguments),
            Kind::List(items) => self.list(items),
            Kind::Map(entries) => self.map(entries),
            Kind::Message { name, fields } => self.message(at, name, fields),
            Kind::Fold(fold) => self.fold(fold),
            Kind::Wrong => Type::Error,
        };
        if let Some(place) = self.found.get_mut(id) {
            *place = Some(found);
        }
    }

    fn found(&self, id: Id) -> Type {
        self.found.get(id).cloned().flatten().unwrap_or(Type::Error)
    }

    fn checked(&mut self, id: Id) -> Type {
        self.check(id);
        self.found(id)
    }

    fn undeclared(&mut self, at: usize, name: &str) -> Type {
        self.faults.at(at, format!("undeclared reference to '{name}' (in container '')"));
        Type::Error
    }

    fn name(&mut self, at: usize, name: &str) -> Type {
        self.resolve(name, name).unwrap_or_else(|| self.undeclared(at, name))
    }

    /// What a name stands for, with points or without; `first` is the part before the first point.
    fn resolve(&self, first: &str, name: &str) -> Option<Type> {
        if self.names.locals_first {
            let local = self.local(first).filter(|_| !first.starts_with('.'));
            match local {
                Some(local) if first == name => return Some(local),
                Some(_) => return None,
                None => {}
            }
        } else if let Some(local) = self.local(bare(name)) {
            return Some(local);
        }
        self.global(bare(name))
    }

    fn local(&self, name: &str) -> Option<Type> {
        self.locals.iter().rev().find(|(local, _)| local == name).map(|(_, of)| of.clone())
    }

    fn global(&self, name: &str) -> Option<Type> {
        let named = self.names.variable(name).or_else(|| self.names.type_named(name)).cloned();
        named.or_else(|| self.names.is_enumeration_value(name).then_some(Type::Int))
    }

    fn select(&mut self, id: Id, operand: Id, field: &str, test: bool) -> Type {
        if let Some(qualified) = self.tree.qualified(id) {
            let first = bare(&qualified).split('.').next().unwrap_or_default();
            let dot = if qualified.starts_with('.') { "." } else { "" };
            if let Some(found) = self.resolve(&format!("{dot}{first}"), &qualified) {
                return found;
            }
        }
        let found = self.field(self.tree.node(id).at, operand, field, false);
        if test { Type::Bool } else { self.types.filled(&found, false) }
    }

    fn field(&mut self, at: usize, operand: Id, field: &str, optional: bool) -> Type {
        let operand = self.checked(operand);
        let operand = self.types.filled(&operand, false);
        let (target, was_optional) = match operand {
            Type::Optional(inner) => (Type::clone(&inner), true),
            other => (other, false),
        };
        let found = match &target {
            Type::Map(inner) => inner.1.clone(),
            Type::Message(message) => self.message_field(at, message, field).unwrap_or(Type::Error),
            Type::Variable(_) => {
                self.types.fits(&Type::Dyn, &target);
                Type::Dyn
            }
            _ => {
                if !target.is_dyn_or_error() {
                    let name = target.name();
                    self.faults.at(at, format!("type '{name}' does not support field selection"));
                }
                Type::Dyn
            }
        };
        if optional || was_optional { Type::Optional(Arc::new(found)) } else { found }
    }

    fn message_field(&mut self, at: usize, message: &str, field: &str) -> Option<Type> {
        let Some(fields) = self.names.fields(message) else {
            self.faults.at(at, format!("unexpected failed resolution of '{message}'"));
            return None;
        };
        let found = fields.get(field).cloned();
        if found.is_none() {
            self.faults.at(at, format!("undefined field '{field}'"));
        }
        found
    }

    fn call(&mut self, at: usize, name: &str, target: Option<Id>, arguments: &[Id]) -> Type {
        for argument in arguments {
            self.check(*argument);
        }
        let names = self.names;
        let Some(target) = target else {
            return match names.function(name) {
                Some(forms) => self.form(at, bare(name), forms, None, arguments),
                None => self.undeclared(at, name),
            };
        };
        let qualified = self.tree.qualified(target).map(|before| format!("{before}.{name}"));
        if let Some(qualified) = qualified
            && let Some(forms) = names.function(&qualified)
        {
            return self.form(at, bare(&qualified), forms, None, arguments);
        }
        self.check(target);
        match names.function(name) {
            Some(forms) => self.form(at, name, forms, Some(target), arguments),
            None => self.undeclared(at, name),
        }
    }

    /// The result of the forms of a function that take what it is given; dyn where they disagree.
    fn form(
        &mut self,
        at: usize,
        name: &str,
        forms: &[Overload],
        target: Option<Id>,
        arguments: &[Id],
    ) -> Type {
        if matches!(name, "_&&_" | "_||_") {
            return self.logic(arguments);
        }
        let given: Vec<Type> = target.iter().chain(arguments).map(|id| self.found(*id)).collect();
        let is_comparison = matches!(name, "_<_" | "_<=_" | "_>_" | "_>=_");
        let mut result: Option<Type> = None;
        for form in forms.iter().filter(|form| form.is_member == target.is_some()) {
            let is_mixed = form.arguments.first() != form.arguments.last();
            if self.strict && is_comparison && is_mixed {
                continue;
            }
            let first = self.types.open(form.variables);
            let wanted: Vec<Type> = form.arguments.iter().map(|argument| shifted(argument, first)).collect();
            if self.types.all_fit(&given, &wanted) {
                let of_form = self.types.filled(&shifted(&form.result, first), false);
                result = Some(match result {
                    None => of_form,
                    Some(before) if before.is_dyn() || self.types.same(&of_form, &before) => before,
                    Some(_) => Type::Dyn,
                });
            }
        }
        result.unwrap_or_else(|| {
            let mut shown: Vec<_> = given.iter().map(|given| self.types.filled(given, true).name()).collect();
            let before = if target.is_some() { format!("{}.", shown.remove(0)) } else { String::new() };
            let shown = shown.join(", ");
            let message = format!("found no matching overload for '{name}' applied to '{before}({shown})'");
            self.faults.at(at, message);
            Type::Error
        })
    }

    fn logic(&mut self, arguments: &[Id]) -> Type {
        let mut result = Type::Bool;
        for argument in arguments {
            let given = self.found(*argument);
            if !self.types.fits(&given, &Type::Bool) {
                self.mismatch(*argument, &Type::Bool, &given);
                result = Type::Error;
            }
        }
        result
    }

    fn mismatch(&mut self, id: Id, expected: &Type, given: &Type) {
        let (expected, given) = (expected.name(), given.name());
        self.faults.at(self.tree.node(id).at, format!("expected type '{expected}' but found '{given}'"));
    }

    /// The type of a part that may be absent, once it is there.
    fn present(&mut self, id: Id, optional: bool) -> Type {
        let found = self.found(id);
        match found {
            Type::Optional(inner) if optional => Type::clone(&inner),
            other => {
                if optional && !other.is_dyn() {
                    self.mismatch(id, &Type::Optional(Arc::new(other.clone())), &other);
                }
                other
            }
        }
    }

    fn joined(&mut self, before: Option<Type>, next: Type) -> Type {
        match before {
            None => next,
            Some(before) if self.types.fits(&before, &next) => self.types.more_general(before, next),
            Some(_) => Type::Dyn,
        }
    }

    fn list(&mut self, items: &[(Id, bool)]) -> Type {
        let mut of = None;
        for (item, optional) in items {
            self.check(*item);
            let item = self.present(*item, *optional);
            of = Some(self.joined(of, item));
        }
        Type::List(Arc::new(of.unwrap_or_else(|| Type::Variable(self.types.open(1)))))
    }

    fn map(&mut self, entries: &[(Id, Id, bool)]) -> Type {
        let mut of = None;
        for (key, value, optional) in entries {
            let (key_before, value_before) = of.map_or((None, None), |(key, value)| (Some(key), Some(value)));
            let key = self.checked(*key);
            let key = self.joined(key_before, key);
            self.check(*value);
            let value = self.present(*value, *optional);
            of = Some((key, self.joined(value_before, value)));
        }
        let of = of.unwrap_or_else(|| {
            let first = self.types.open(2);
            (Type::Variable(first), Type::Variable(first + 1))
        });
        Type::Map(Arc::new(of))
    }

    fn message(&mut self, at: usize, name: &str, fields: &[MessageField]) -> Type {
        let found = if self.names.locals_first {
            self.names.type_named(bare(name)).cloned()
        } else {
            self.resolve(name, name)
        };
        let Some(found) = found else {
            // What its fields hold is not looked at.
            return self.undeclared(at, name);
        };
        let mut of = Type::Error;
        let mut message: Arc<str> = bare(name).into();
        match found {
            Type::Error => {}
            Type::Meta(Some(inner)) => match well_known(&inner) {
                Some(known) => {
                    message = known.into();
                    of = Type::clone(&inner);
                }
                None => match &*inner {
                    Type::Message(name) => {
                        message = Arc::clone(name);
                        of = Type::clone(&inner);
                    }
                    other => {
                        let name = other.short_name();
                        self.faults.at(at, format!("'{name}' is not a message type"));
                    }
                },
            },
            other => {
                let name = other.short_name();
                self.faults.at(at, format!("'{name}' is not a type"));
            }
        }
        for field in fields {
            self.check(field.value);
            let wanted = self.message_field(field.at, &message, &field.name).unwrap_or(Type::Error);
            let given = self.present(field.value, field.optional);
            if !self.types.fits(&wanted, &given) {
                let (name, wanted, given) = (&field.name, wanted.name(), given.name());
                let text =
                    format!("expected type of field '{name}' is '{wanted}' but provided type is '{given}'");
                self.faults.at(field.at, text);
            }
        }
        of
    }

    fn fold(&mut self, fold: &Fold) -> Type {
        let range = self.checked(fold.range);
        let carried = self.checked(fold.initial);
        let filled = self.types.filled(&range, false);
        self.strict = false;
        self.locals.push((fold.accumulator.clone(), carried.clone()));
        let item = match filled {
            Type::List(inner) => Type::clone(&inner),
            Type::Map(inner) => inner.0.clone(),
            Type::Variable(_) | Type::Error => {
                self.types.fits(&Type::Dyn, &filled);
                Type::Dyn
            }
            ref other if other.is_dyn() => Type::Dyn,
            other => {
                let name = other.name();
                let message = format!(
                    "expression of type '{name}' cannot be range of a comprehension (must be list, map, or dynamic)"
                );
                self.faults.at(self.tree.node(fold.range).at, message);
                Type::Error
            }
        };
        self.locals.push((fold.variable.clone(), item));
        self.assert(fold.condition, &Type::Bool);
        self.assert(fold.step, &carried);
        self.locals.pop();
        let result = self.checked(fold.result);
        self.locals.pop();
        self.types.filled(&result, false)
    }

    fn assert(&mut self, id: Id, wanted: &Type) {
        let found = self.checked(id);
        if !self.types.fits(wanted, &found) {
            self.mismatch(id, wanted, &found);
        }
    }
}

/// The message whose fields a type that is more than a message has.
fn well_known(of: &Type) -> Option<&'static str> {
    Some(match of {
        Type::Any => "google.protobuf.Any",
        Type::Timestamp => "google.protobuf.Timestamp",
        Type::Duration => "google.protobuf.Duration",
        Type::Dyn => "google.protobuf.Value",
        Type::Null => "google.protobuf.NullValue",
        Type::Wrapper(inner) => match **inner {
            Type::Bool => "google.protobuf.BoolValue",
            Type::Bytes => "google.protobuf.BytesValue",
            Type::Double => "google.protobuf.DoubleValue",
            Type::Int => "google.protobuf.Int64Value",
            Type::String => "google.protobuf.StringValue",
            Type::Uint => "google.protobuf.UInt64Value",
            _ => return None,
        },
        Type::List(inner) if **inner == Type::Dyn => "google.protobuf.ListValue",
        Type::Map(inner) if inner.0 == Type::String && inner.1 == Type::Dyn => "google.protobuf.Struct",
        _ => return None,
    })
}
