//! Types of Rust on the page.

use std::collections::BTreeMap;

use manifest::Value;
use manifest::yaml::{Layout, MAX_DEPTH, WriteError, to_string, to_value};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Shape {
    Unit,
    Newtype(u8),
    Tuple(i8, f32),
    Struct { field: char },
    Nested(Box<Shape>),
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct Sample {
    shapes: Vec<Shape>,
    empty: Empty,
    unit: (),
    none: Option<u8>,
    some: Option<u64>,
    pair: (bool, &'static str),
    ports: BTreeMap<u16, Vec<u8>>,
}

#[test]
fn every_shape_of_type_is_written_as_the_value_it_stands_for() {
    let sample = Sample {
        shapes: vec![
            Shape::Unit,
            Shape::Newtype(1),
            Shape::Tuple(-1, 0.1),
            Shape::Struct { field: 'y' },
            Shape::Nested(Box::new(Shape::Newtype(2))),
        ],
        empty: Empty {},
        unit: (),
        none: None,
        some: Some(u64::MAX),
        pair: (true, "yes"),
        ports: BTreeMap::from([(80, vec![]), (443, vec![1])]),
    };
    let text = to_string(&sample, &Layout::default()).unwrap();
    assert_eq!(
        text,
        "\
shapes:
  - unit
  - newtype: 1
  - tuple:
      - -1
      - 0.1
  - struct:
      field: \"y\"
  - nested:
      newtype: 2
empty: {}
unit: null
none: null
some: 18446744073709551615
pair:
  - true
  - \"yes\"
ports:
  \"80\": []
  \"443\":
    - 1
"
    );
    assert_eq!(to_string(&to_value(&sample).unwrap(), &Layout::default()).unwrap(), text);
}

#[test]
fn what_no_reader_would_take_back_is_refused() {
    let nest = |depth| (0..depth).fold(Value::Null, |value, _| Value::from(vec![value]));
    assert!(to_string(&nest(MAX_DEPTH), &Layout::default()).is_ok());
    assert_eq!(to_string(&nest(MAX_DEPTH + 1), &Layout::default()), Err(WriteError::TooDeep));

    let list_as_key = BTreeMap::from([(vec![1], 1)]);
    assert_eq!(to_string(&list_as_key, &Layout::default()), Err(WriteError::KeyNotText));

    let error = Err(WriteError::DuplicateKey("1".into()));
    assert_eq!(to_string(&Twice, &Layout::default()), error);
    assert_eq!(to_value(&Twice).map(|_| String::new()), error);

    let error = to_string(&[Failing], &Layout::default()).unwrap_err();
    assert_eq!(error.to_string(), "no such card");
}

/// A map whose keys are different values, but one text.
struct Twice;

impl Serialize for Twice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(&1, &())?;
        map.serialize_entry("1", &())?;
        map.end()
    }
}

struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("no such card"))
    }
}
