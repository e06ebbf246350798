//! Values of no particular type.

use std::collections::BTreeMap;

use manifest::yaml::{MAX_DEPTH, WriteError, to_value};
use manifest::{Map, Value};
use serde::de::{Deserializer, IntoDeserializer, Visitor, value};
use serde::{Deserialize as _, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sample {
    host_name: &'static str,
    mode: Mode,
    other: Mode,
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<u8>,
    present: Option<u8>,
    large: u64,
    ratio: f32,
    pair: (bool, char),
    by_port: BTreeMap<u16, Mode>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Fast,
    Limited(u8),
    Timed { seconds: i8 },
}

#[test]
fn anything_serde_writes_becomes_a_value() {
    let sample = Sample {
        host_name: "mini-1",
        mode: Mode::Fast,
        other: Mode::Limited(3),
        absent: None,
        present: Some(1),
        large: u64::MAX,
        ratio: 0.1,
        pair: (true, 'x'),
        by_port: BTreeMap::from([(80, Mode::Fast)]),
    };
    let expected = Map::from_iter([
        ("hostName", Value::from("mini-1")),
        ("mode", Value::from("fast")),
        ("other", Map::from_iter([("limited", 3_i64)]).into()),
        ("present", Value::Int(1)),
        ("large", Value::UInt(u64::MAX)),
        ("ratio", Value::Float(0.1)),
        ("pair", vec![Value::Bool(true), Value::from("x")].into()),
        ("byPort", Map::from_iter([("80", "fast")]).into()),
    ]);
    assert_eq!(to_value(&sample).unwrap(), Value::from(expected));
    let timed = Map::from_iter([("timed", Map::from_iter([("seconds", -1_i64)]))]);
    assert_eq!(to_value(&Mode::Timed { seconds: -1 }).unwrap(), Value::from(timed));
}

#[test]
fn a_value_becomes_itself() {
    let value = Value::from(Map::from_iter([
        ("a", Value::Null),
        ("b", vec![Value::from(1.5), Value::from(u64::MAX), Value::from(-1_i64)].into()),
    ]));
    assert_eq!(to_value(&value).unwrap(), value);
}

#[test]
fn keys_must_be_texts_or_stand_for_one() {
    assert_eq!(to_value(&BTreeMap::from([(vec![1], 1)])), Err(WriteError::KeyNotText));
    assert_eq!(to_value(&BTreeMap::from([(true, 1)])).unwrap(), Map::from_iter([("true", 1_i64)]).into());
}

#[test]
fn too_deep_values_are_refused() {
    let nest = |depth| (0..depth).fold(Value::Null, |value, _| Value::from(vec![value]));
    assert!(to_value(&nest(MAX_DEPTH)).is_ok());
    assert_eq!(to_value(&nest(MAX_DEPTH + 1)), Err(WriteError::TooDeep));

    assert_eq!(Value::deserialize(Lists { depth: MAX_DEPTH }).unwrap(), nest(MAX_DEPTH));
    let error = Value::deserialize(Lists { depth: 100_000 }).unwrap_err();
    assert_eq!(error.to_string(), "nested deeper than 200 levels");
}

/// A format that holds nothing but lists in lists.
struct Lists {
    depth: usize,
}

impl<'de> Deserializer<'de> for Lists {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, value::Error> {
        match self.depth.checked_sub(1) {
            None => visitor.visit_unit(),
            Some(depth) => visitor.visit_seq(value::SeqDeserializer::new([Self { depth }].into_iter())),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, value::Error> for Lists {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn order_is_kept_by_changes() {
    let mut map = Map::from_iter([("c", 1_i64), ("a", 2), ("b", 3)]);
    assert_eq!(map.insert("a", 5_i64), Some(Value::Int(2)));
    assert_eq!(map.remove("c"), Some(Value::Int(1)));
    *map.get_or_insert("d") = Value::Null;
    assert_eq!(map.keys().collect::<Vec<_>>(), ["a", "b", "d"]);
    map.sort_keys_by(|left, right| right.cmp(left));
    assert_eq!(map.keys().collect::<Vec<_>>(), ["d", "b", "a"]);
}

#[test]
fn secrets_do_not_show_in_debug_output() {
    let value = Value::from(Map::from_iter([
        ("token", Value::from("abc.def")),
        ("ca", Map::from_iter([("crt", "public"), ("key", "hush")]).into()),
    ]));
    let shown = format!("{value:?}");
    assert!(shown.contains("public"), "{shown}");
    assert!(!shown.contains("hush") && !shown.contains("abc"), "{shown}");
}
