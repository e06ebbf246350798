//! Macros: calls that become other expressions (`parser/macro.go`, `cel/library.go`).

use super::names::Names;
use super::node::{Fold, Id, Kind, MessageField, Node, Tree};
use super::types::Type;

/// A call that may be one of a macro.
pub(super) struct Call<'c> {
    pub(super) at: usize,
    pub(super) name: &'c str,
    pub(super) target: Option<Id>,
    pub(super) arguments: &'c [Id],
}

/// Why a macro cannot be expanded; without a byte it is the expression as a whole that is too much.
pub(super) struct Refused {
    pub(super) at: Option<usize>,
    pub(super) message: String,
}

/// What a macro makes of a call; none where no macro has its name and form.
pub(super) fn expand(
    tree: &mut Tree,
    names: &Names,
    call: &Call<'_>,
    most: usize,
) -> Option<Result<Id, Refused>> {
    let mut maker = Maker { tree, at: call.at, accumulator: names.accumulator(), most };
    Some(match (call.name, call.target, call.arguments) {
        ("has", None, [argument]) => maker.has(*argument),
        ("all", Some(range), [variable, test]) => maker.every(range, *variable, *test, false),
        ("exists", Some(range), [variable, test]) => maker.every(range, *variable, *test, true),
        ("exists_one", Some(range), [variable, test]) => maker.exists_one(range, *variable, *test),
        ("map", Some(range), [variable, made]) => maker.map(range, *variable, None, *made),
        ("map", Some(range), [variable, test, made]) => maker.map(range, *variable, Some(*test), *made),
        ("filter", Some(range), [variable, test]) => maker.map(range, *variable, Some(*test), *variable),
        (name @ ("optMap" | "optFlatMap"), Some(target), [variable, made]) if names.has_optional() => {
            maker.optional(name, target, *variable, *made)
        }
        _ => return None,
    })
}

struct Maker<'m> {
    tree: &'m mut Tree,
    at: usize,
    accumulator: &'static str,
    most: usize,
}

impl Maker<'_> {
    fn has(&mut self, argument: Id) -> Result<Id, Refused> {
        match self.tree.node(argument) {
            Node { kind: Kind::Select { operand, field, .. }, .. } => {
                let kind = Kind::Select { operand: *operand, field: field.clone(), test: true };
                Ok(self.add(kind))
            }
            node => Err(Refused { at: Some(node.at), message: "invalid argument to has() macro".to_owned() }),
        }
    }

    /// `all`, or `exists` where one is enough: each stops at the first item that decides.
    fn every(&mut self, range: Id, variable: Id, test: Id, one_is_enough: bool) -> Result<Id, Refused> {
        let variable = self.variable(variable, "argument must be a simple name")?;
        let initial = self.literal(Type::Bool);
        let mut goes_on = self.accumulated();
        if one_is_enough {
            goes_on = self.call("!_", vec![goes_on]);
        }
        let condition = self.call("@not_strictly_false", vec![goes_on]);
        let accumulator = self.accumulated();
        let step = self.call(if one_is_enough { "_||_" } else { "_&&_" }, vec![accumulator, test]);
        let result = self.accumulated();
        Ok(self.fold(range, variable, initial, condition, step, result))
    }

    fn exists_one(&mut self, range: Id, variable: Id, test: Id) -> Result<Id, Refused> {
        let variable = self.variable(variable, "argument must be a simple name")?;
        let initial = self.literal(Type::Int);
        let condition = self.literal(Type::Bool);
        let (accumulator, one) = (self.accumulated(), self.literal(Type::Int));
        let more = self.call("_+_", vec![accumulator, one]);
        let accumulator = self.accumulated();
        let step = self.call("_?_:_", vec![test, more, accumulator]);
        let (accumulator, one) = (self.accumulated(), self.literal(Type::Int));
        let result = self.call("_==_", vec![accumulator, one]);
        Ok(self.fold(range, variable, initial, condition, step, result))
    }

    fn map(&mut self, range: Id, variable: Id, test: Option<Id>, made: Id) -> Result<Id, Refused> {
        let variable = self.variable(variable, "argument is not an identifier")?;
        let initial = self.add(Kind::List(Vec::new()));
        let condition = self.literal(Type::Bool);
        let accumulator = self.accumulated();
        let item = self.add(Kind::List(vec![(made, false)]));
        let mut step = self.call("_+_", vec![accumulator, item]);
        if let Some(test) = test {
            let accumulator = self.accumulated();
            step = self.call("_?_:_", vec![test, step, accumulator]);
        }
        let result = self.accumulated();
        Ok(self.fold(range, variable, initial, condition, step, result))
    }

    fn optional(&mut self, name: &str, target: Id, variable: Id, made: Id) -> Result<Id, Refused> {
        let node = self.tree.node(variable);
        let Kind::Name(variable) = node.kind.clone() else {
            let message = format!("{name}() variable name must be a simple identifier");
            return Err(Refused { at: Some(node.at), message });
        };
        let there = self.member("hasValue", target);
        let range = self.add(Kind::List(Vec::new()));
        let copy = self.copy(target)?;
        let initial = self.member("value", copy);
        let condition = self.literal(Type::Bool);
        let step = self.add(Kind::Name(variable.clone()));
        let fold = Fold {
            range,
            variable: "#unused".to_owned(),
            accumulator: variable,
            initial,
            condition,
            step,
            result: made,
        };
        let mut yes = self.add(Kind::Fold(Box::new(fold)));
        if name == "optMap" {
            yes = self.call("optional.of", vec![yes]);
        }
        let no = self.call("optional.none", Vec::new());
        Ok(self.call("_?_:_", vec![there, yes, no]))
    }

    /// The name that a macro binds.
    fn variable(&self, id: Id, otherwise: &str) -> Result<String, Refused> {
        let node = self.tree.node(id);
        let refuse = |message: &str| Refused { at: Some(node.at), message: message.to_owned() };
        match &node.kind {
            Kind::Name(name) if name == self.accumulator || name == "__result__" => {
                Err(refuse("iteration variable overwrites accumulator variable"))
            }
            Kind::Name(name) => Ok(name.clone()),
            _ => Err(refuse(otherwise)),
        }
    }

    fn copy(&mut self, id: Id) -> Result<Id, Refused> {
        if self.tree.len() > self.most {
            let message = "expression is too large once its macros are expanded".to_owned();
            return Err(Refused { at: None, message });
        }
        let node = self.tree.node(id).clone();
        let kind = match node.kind {
            Kind::Select { operand, field, test } => {
                Kind::Select { operand: self.copy(operand)?, field, test }
            }
            Kind::OptionalSelect { operand, field } => {
                Kind::OptionalSelect { operand: self.copy(operand)?, field }
            }
            Kind::Call { name, target, arguments } => {
                let target = target.map(|target| self.copy(target)).transpose()?;
                let arguments = arguments.into_iter().map(|id| self.copy(id)).collect::<Result<_, _>>()?;
                Kind::Call { name, target, arguments }
            }
            Kind::List(items) => {
                let item = |(id, optional)| Ok((self.copy(id)?, optional));
                Kind::List(items.into_iter().map(item).collect::<Result<_, _>>()?)
            }
            Kind::Map(entries) => {
                let entry = |(key, value, optional)| Ok((self.copy(key)?, self.copy(value)?, optional));
                Kind::Map(entries.into_iter().map(entry).collect::<Result<_, _>>()?)
            }
            Kind::Message { name, fields } => {
                let field =
                    |field: MessageField| Ok(MessageField { value: self.copy(field.value)?, ..field });
                Kind::Message { name, fields: fields.into_iter().map(field).collect::<Result<_, _>>()? }
            }
            Kind::Fold(fold) => Kind::Fold(Box::new(Fold {
                range: self.copy(fold.range)?,
                initial: self.copy(fold.initial)?,
                condition: self.copy(fold.condition)?,
                step: self.copy(fold.step)?,
                result: self.copy(fold.result)?,
                ..*fold
            })),
            kind @ (Kind::Literal(_) | Kind::Name(_) | Kind::Wrong) => kind,
        };
        Ok(self.tree.add(node.at, kind))
    }

    fn fold(&mut self, range: Id, variable: String, initial: Id, condition: Id, step: Id, result: Id) -> Id {
        let accumulator = self.accumulator.to_owned();
        self.add(Kind::Fold(Box::new(Fold {
            range,
            variable,
            accumulator,
            initial,
            condition,
            step,
            result,
        })))
    }

    fn accumulated(&mut self) -> Id {
        self.add(Kind::Name(self.accumulator.to_owned()))
    }

    fn literal(&mut self, of: Type) -> Id {
        self.add(Kind::Literal(of))
    }

    fn call(&mut self, name: &str, arguments: Vec<Id>) -> Id {
        self.add(Kind::Call { name: name.to_owned(), target: None, arguments })
    }

    fn member(&mut self, name: &str, target: Id) -> Id {
        self.add(Kind::Call { name: name.to_owned(), target: Some(target), arguments: Vec::new() })
    }

    fn add(&mut self, kind: Kind) -> Id {
        self.tree.add(self.at, kind)
    }
}
