//! What an expression comes to, as far as what is known of its variables decides it.

use std::cmp::Ordering;

use super::lexer::{self, Token};
use super::literal::{integer, unquoted};
use super::names::bare;
use super::node::{Id, Kind, Tree};

/// A value of the language.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number with a sign: `-1`.
    Int(i64),
    /// A whole number without one: `1u`.
    Uint(u64),
    /// A number with a fraction: `1.5`.
    Double(f64),
    /// A text: `"nvme"`.
    Text(String),
    /// A list: `["nvme", "sata"]`.
    List(Vec<Value>),
}

/// The constants of Talos for sizes (`celenv.celUnitMultipliersConstants`).
const UNITS: [(&str, u64); 12] = [
    ("kB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("TB", 1_000_000_000_000),
    ("PB", 1_000_000_000_000_000),
    ("EB", 1_000_000_000_000_000_000),
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("TiB", 1 << 40),
    ("PiB", 1 << 50),
    ("EiB", 1 << 60),
];

/// Works through one tree, which has no faults.
pub(super) struct Evaluator<'e> {
    pub(super) text: &'e str,
    pub(super) tree: &'e Tree,
    pub(super) known: &'e dyn Fn(&str) -> Option<Value>,
}

impl Evaluator<'_> {
    /// The value of a part; none where it depends on what is not known, fails, or is of a kind that is not worked out
    /// here: macros, maps, messages, bytes, times and regular expressions.
    pub(super) fn value(&self, id: Id) -> Option<Value> {
        let node = self.tree.node(id);
        match &node.kind {
            Kind::Literal(_) => literal(self.text.get(node.at..)?),
            Kind::Name(_) | Kind::Select { test: false, .. } => {
                let name = self.tree.qualified(id)?;
                let name = bare(&name);
                let unit = UNITS.iter().find(|(unit, _)| *unit == name);
                unit.map(|(_, bytes)| Value::Uint(*bytes)).or_else(|| (self.known)(name))
            }
            Kind::List(items) => {
                let item = |(id, optional): &(Id, bool)| self.value(*id).filter(|_| !optional);
                items.iter().map(item).collect::<Option<_>>().map(Value::List)
            }
            Kind::Call { name, target, arguments } => {
                let all: Vec<Id> = target.iter().chain(arguments).copied().collect();
                self.call(bare(name), &all)
            }
            _ => None,
        }
    }

    fn truth(&self, id: Id) -> Option<bool> {
        match self.value(id)? {
            Value::Bool(truth) => Some(truth),
            _ => None,
        }
    }

    fn call(&self, name: &str, arguments: &[Id]) -> Option<Value> {
        match (name, arguments) {
            ("_&&_", [one, other]) => self.one_decides(false, *one, *other),
            ("_||_", [one, other]) => self.one_decides(true, *one, *other),
            ("_?_:_", [condition, yes, no]) => self.value(if self.truth(*condition)? { *yes } else { *no }),
            _ => {
                let values: Vec<Value> = arguments.iter().map(|id| self.value(*id)).collect::<Option<_>>()?;
                applied(name, &values)
            }
        }
    }

    /// `&&` and `||`: one side may decide whatever the other is.
    fn one_decides(&self, decisive: bool, one: Id, other: Id) -> Option<Value> {
        let sides = [self.truth(one), self.truth(other)];
        if sides.contains(&Some(decisive)) {
            return Some(Value::Bool(decisive));
        }
        sides.iter().all(Option::is_some).then_some(Value::Bool(!decisive))
    }
}

/// What a sign makes of two whole numbers of one kind; none beyond the bounds of the kind.
macro_rules! whole {
    ($sign:expr, $one:expr, $other:expr) => {
        match $sign {
            "_+_" => $one.checked_add(*$other),
            "_-_" => $one.checked_sub(*$other),
            "_*_" => $one.checked_mul(*$other),
            "_/_" => $one.checked_div(*$other),
            "_%_" => $one.checked_rem(*$other),
            _ => None,
        }
    };
}

/// What a function or a sign makes of values.
fn applied(name: &str, values: &[Value]) -> Option<Value> {
    use Value::{Bool, Double, Int, List, Text, Uint};
    Some(match (name, values) {
        ("!_", [Bool(truth)]) => Bool(!truth),
        ("-_", [Int(number)]) => Int(number.checked_neg()?),
        ("-_", [Double(number)]) => Double(-number),
        ("_==_", [one, other]) => Bool(order(one, other)?.is_eq()),
        ("_!=_", [one, other]) => Bool(order(one, other)?.is_ne()),
        ("_<_", [one, other]) => Bool(order(one, other)?.is_lt()),
        ("_<=_", [one, other]) => Bool(order(one, other)?.is_le()),
        ("_>_", [one, other]) => Bool(order(one, other)?.is_gt()),
        ("_>=_", [one, other]) => Bool(order(one, other)?.is_ge()),
        ("@in", [one, List(items)]) => {
            let orders: Vec<Ordering> = items.iter().map(|item| order(one, item)).collect::<Option<_>>()?;
            Bool(orders.contains(&Ordering::Equal))
        }
        ("startsWith", [Text(text), Text(part)]) => Bool(text.starts_with(part.as_str())),
        ("endsWith", [Text(text), Text(part)]) => Bool(text.ends_with(part.as_str())),
        ("contains", [Text(text), Text(part)]) => Bool(text.contains(part.as_str())),
        ("glob", [Text(pattern), Text(text)]) => Bool(glob(pattern, text)),
        ("size", [Text(text)]) => Int(i64::try_from(text.chars().count()).ok()?),
        ("size", [List(items)]) => Int(i64::try_from(items.len()).ok()?),
        ("uint", [Int(number)]) => Uint(u64::try_from(*number).ok()?),
        ("int", [Uint(number)]) => Int(i64::try_from(*number).ok()?),
        ("uint", [value @ Uint(_)]) | ("int", [value @ Int(_)]) | ("string", [value @ Text(_)]) => {
            value.clone()
        }
        ("_+_", [Text(one), Text(other)]) => Text(format!("{one}{other}")),
        (_, [Uint(one), Uint(other)]) => Uint(whole!(name, one, other)?),
        (_, [Int(one), Int(other)]) => Int(whole!(name, one, other)?),
        (_, [Double(one), Double(other)]) => Double(match name {
            "_+_" => one + other,
            "_-_" => one - other,
            "_*_" => one * other,
            "_/_" => one / other,
            _ => return None,
        }),
        _ => return None,
    })
}

/// How two values stand to each other; none where they do not, or where that is not worked out here.
fn order(one: &Value, other: &Value) -> Option<Ordering> {
    use Value::{Bool, Double, Int, Text, Uint};
    match (one, other) {
        (Bool(one), Bool(other)) => Some(one.cmp(other)),
        (Int(one), Int(other)) => Some(one.cmp(other)),
        (Uint(one), Uint(other)) => Some(one.cmp(other)),
        (Int(one), Uint(other)) => Some(i128::from(*one).cmp(&i128::from(*other))),
        (Uint(one), Int(other)) => Some(i128::from(*one).cmp(&i128::from(*other))),
        (Double(one), Double(other)) => one.partial_cmp(other),
        (Text(one), Text(other)) => Some(one.cmp(other)),
        _ => None,
    }
}

/// The value of the literal that a text begins with.
fn literal(text: &str) -> Option<Value> {
    let unsigned = text.strip_prefix('-').map(str::trim_start);
    let is_negative = unsigned.is_some();
    let text = unsigned.unwrap_or(text);
    let (token, length) = lexer::token(text)?;
    let text = text.get(..length)?;
    match token {
        Token::True => Some(Value::Bool(true)),
        Token::False => Some(Value::Bool(false)),
        Token::Int => {
            let number = integer(text)?;
            i64::try_from(if is_negative { -number } else { number }).ok().map(Value::Int)
        }
        Token::Uint => {
            let number = integer(text.trim_end_matches(['u', 'U']))?;
            u64::try_from(number).ok().map(Value::Uint)
        }
        Token::Double => {
            let number: f64 = text.parse().ok()?;
            Some(Value::Double(if is_negative { -number } else { number }))
        }
        Token::Text => unquoted(text).map(Value::Text),
        _ => None,
    }
}

/// Whether a text is as a pattern says, in which `*` stands for any text, none included (`ryanuber/go-glob`).
///
/// ```
/// use talos_config::expression::glob;
///
/// assert!(glob("Samsung*", "Samsung SSD 970") && glob("*SSD*", "Samsung SSD 970"));
/// assert!(!glob("SSD*", "Samsung SSD 970"));
/// ```
#[must_use]
pub fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    let mut last = None;
    for part in parts {
        if let Some(before) = last.replace(part) {
            let Some((_, behind)) = rest.split_once(before) else { return false };
            rest = behind;
        }
    }
    last.map_or(rest.is_empty(), |last| rest.ends_with(last))
}
