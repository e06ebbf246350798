//! Free mappings: merged by the types that their values happen to have.

use manifest::{Map, Value};

use super::Stop;
use crate::model::Datum;
use crate::patch::trail::Trace;

/// Merges a free mapping; an absent one changes nothing.
pub(super) fn merge(left: &mut Datum, right: &Datum, mut trace: Trace<'_>) -> Result<(), Stop> {
    match (&mut *left, right) {
        (_, Datum::Nil) => Ok(()),
        (Datum::Free(base), Datum::Free(patch)) => {
            base.uncopyable |= patch.uncopyable;
            let (Value::Mapping(base), Value::Mapping(patch)) = (&mut base.value, &patch.value) else {
                return Ok(());
            };
            mappings(base, patch, trace)
        }
        _ => {
            left.clone_from(right);
            trace.take();
            Ok(())
        }
    }
}

fn mappings(base: &mut Map, patch: &Map, mut trace: Trace<'_>) -> Result<(), Stop> {
    for (key, value) in patch.iter() {
        match base.get_mut(key) {
            Some(known) if !known.is_null() => {
                values(known, value, trace.key(key)).map_err(|stop| {
                    stop.below(key, &format!("merge map key map[string]interface {{}}[{key}]"))
                })?;
            }
            _ => {
                base.insert(key, value.clone());
                trace.key(key).take();
            }
        }
    }
    Ok(())
}

fn values(left: &mut Value, right: &Value, mut trace: Trace<'_>) -> Result<(), Stop> {
    match (&mut *left, right) {
        (_, Value::Null) => Err(Stop::new("nothing over a value: Talos crashes when it merges that")),
        (Value::Mapping(left), Value::Mapping(right)) => mappings(left, right, trace),
        (Value::Sequence(left), Value::Sequence(right)) => {
            left.extend(right.iter().cloned());
            trace.append();
            Ok(())
        }
        (Value::Bool(left), Value::Bool(right)) => {
            *left = *right;
            trace.take();
            Ok(())
        }
        (known, new) if go_type(known) == go_type(new) => {
            let is_zero = match new {
                Value::Int(0) => true,
                Value::Float(number) => *number == 0.0,
                Value::String(text) => text.is_empty(),
                _ => false,
            };
            if !is_zero {
                known.clone_from(new);
                trace.take();
            }
            Ok(())
        }
        (known, new) => {
            Err(Stop::new(format!("merge type mismatch left {} right {}", go_type(known), go_type(new))))
        }
    }
}

fn go_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "invalid",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int",
        Value::UInt(_) => "uint64",
        Value::Float(_) => "float64",
        Value::String(_) => "string",
        Value::Sequence(_) => "[]interface {}",
        Value::Mapping(_) => "map[string]interface {}",
    }
}
