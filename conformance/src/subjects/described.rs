//! Values in the form in which the oracle describes them: nothing is lost, a number keeps its kind.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Value, json};

/// A value that can be described as the oracle does.
pub(crate) trait Described {
    /// The description.
    fn described(&self) -> Value;
}

/// A value of no particular type.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Any(Value);

impl Described for Any {
    fn described(&self) -> Value {
        self.0.clone()
    }
}

impl Described for String {
    fn described(&self) -> Value {
        json!({"str": self})
    }
}

impl Described for bool {
    fn described(&self) -> Value {
        json!({"bool": self})
    }
}

impl Described for f64 {
    fn described(&self) -> Value {
        json!({"float": float(*self)})
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {
        $(impl Described for $integer {
            fn described(&self) -> Value {
                json!({"int": self.to_string()})
            }
        })*
    };
}

integers!(i32 i64 u8 u16 u32 u64);

impl<T: Described> Described for Option<T> {
    fn described(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::described)
    }
}

impl<T: Described> Described for Vec<T> {
    fn described(&self) -> Value {
        json!({"list": self.iter().map(T::described).collect::<Vec<_>>()})
    }
}

impl<T: Described> Described for BTreeMap<String, T> {
    fn described(&self) -> Value {
        map(self.iter().map(|(key, value)| (key.described(), value.described())).collect())
    }
}

/// A mapping, in the order of the keys' JSON texts.
fn map(mut pairs: Vec<(Value, Value)>) -> Value {
    pairs.sort_by_cached_key(|(key, _)| key.to_string());
    json!({"map": pairs})
}

/// A float as Go's shortest form writes it: `1e+06`, `0.5`, `+Inf`.
fn float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if (-4..6).contains(&exponent) {
        return value.to_string();
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyVisitor)
    }
}

struct AnyVisitor;

impl<'de> Visitor<'de> for AnyVisitor {
    type Value = Any;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E>(self) -> Result<Any, E> {
        Ok(Any(Value::Null))
    }

    fn visit_none<E>(self) -> Result<Any, E> {
        Ok(Any(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Any, E> {
        Ok(Any(value.described()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Any, E> {
        Ok(Any(value.described()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Any, E> {
        Ok(Any(value.described()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Any, E> {
        Ok(Any(value.described()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Any, E> {
        Ok(Any(value.to_owned().described()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Any, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Any>()? {
            list.push(item);
        }
        Ok(Any(list.described()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Any, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Any, Any>()? {
            pairs.push((key.0, value.0));
        }
        Ok(Any(map(pairs)))
    }
}
