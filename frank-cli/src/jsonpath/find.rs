//! What a template finds.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde_json::Value;

use super::{Comparison, Node, Operand, Step};

/// Adds what parts of a template find, from a value within a document.
pub(super) fn nodes(
    nodes: &[Node],
    document: &Value,
    from: &Value,
    found: &mut Vec<Value>,
) -> Result<(), String> {
    for node in nodes {
        match node {
            Node::Text(text) => found.push(Value::String(text.clone())),
            Node::Path(steps) => found.extend(walk(steps, document, from)?.into_iter().cloned()),
            Node::Range(steps, inner) => {
                for value in walk(steps, document, from)? {
                    self::nodes(inner, document, value, found)?;
                }
            }
        }
    }
    Ok(())
}

fn walk<'d>(steps: &[Step], document: &'d Value, from: &'d Value) -> Result<Vec<&'d Value>, String> {
    let mut values = vec![from];
    let mut descended = false;
    for step in steps {
        let mut next = Vec::new();
        for value in values {
            match take(step, document, value, &mut next) {
                // Below anything, most values have no such key.
                Err(_) if descended => {}
                outcome => outcome?,
            }
        }
        descended = *step == Step::Descend;
        values = next;
    }
    Ok(values)
}

fn take<'d>(
    step: &Step,
    document: &'d Value,
    value: &'d Value,
    next: &mut Vec<&'d Value>,
) -> Result<(), String> {
    match step {
        Step::Root => next.push(document),
        Step::Field(key) => next.push(value.get(key).ok_or_else(|| format!("{key} is not found"))?),
        Step::All => next.extend(children(value)),
        Step::Descend => descend(value, next),
        Step::Index(index) => {
            let items = items(value)?;
            let place =
                usize::try_from(from_end(*index, items.len())).ok().and_then(|place| items.get(place));
            let missing = || format!("array index out of bounds: index {index}, length {}", items.len());
            next.push(place.ok_or_else(missing)?);
        }
        Step::Slice(start, end, step) => {
            let items = items(value)?;
            let length = i64::try_from(items.len()).unwrap_or(i64::MAX);
            let bound = |bound: Option<i64>, absent: i64| {
                let bound = bound.map_or(absent, |bound| from_end(bound, items.len()));
                usize::try_from(bound.clamp(0, length)).unwrap_or_default()
            };
            let (start, end) = (bound(*start, 0), bound(*end, length));
            let step = usize::try_from(*step).unwrap_or(1).max(1);
            next.extend(items.get(start..end).unwrap_or_default().iter().step_by(step));
        }
        Step::Union(paths) => {
            for path in paths {
                next.extend(walk(path, document, value)?);
            }
        }
        Step::Filter(left, comparison, right) => {
            for item in items(value)? {
                let (left, right) = (operand(left, document, item), operand(right, document, item));
                if holds(left.as_deref(), *comparison, right.as_deref()) {
                    next.push(item);
                }
            }
        }
        Step::Has(path) => {
            for item in items(value)? {
                if walk(path, document, item).is_ok_and(|found| !found.is_empty()) {
                    next.push(item);
                }
            }
        }
    }
    Ok(())
}

fn from_end(index: i64, length: usize) -> i64 {
    if index < 0 { index.saturating_add_unsigned(length as u64) } else { index }
}

fn items(value: &Value) -> Result<&[Value], String> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| format!("{value} is not array or slice"))
}

fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(entries) => entries.values().collect(),
        _ => Vec::new(),
    }
}

fn descend<'d>(value: &'d Value, next: &mut Vec<&'d Value>) {
    next.push(value);
    for child in children(value) {
        descend(child, next);
    }
}

/// A side of a comparison; none where its path finds nothing.
fn operand<'v>(operand: &Operand, document: &'v Value, item: &'v Value) -> Option<Cow<'v, Value>> {
    match operand {
        Operand::Path(path) => walk(path, document, item).ok()?.first().map(|value| Cow::Borrowed(*value)),
        Operand::Text(text) => Some(Cow::Owned(Value::String(text.clone()))),
        Operand::Number(number) => Some(Cow::Owned((*number).into())),
        Operand::Bool(value) => Some(Cow::Owned(Value::Bool(*value))),
    }
}

fn holds(left: Option<&Value>, comparison: Comparison, right: Option<&Value>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    let order = match (left, right) {
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Number(left), Value::Number(right)) => {
            left.as_f64().zip(right.as_f64()).and_then(|(left, right)| left.partial_cmp(&right))
        }
        _ => None,
    };
    match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::Unequal => order != Some(Ordering::Equal),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => order.is_some_and(Ordering::is_le),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
    }
}
