//! Documents in `tests/data`, read and written back.

use std::fmt::Debug;
use std::path::Path;

use manifest::Source;
use manifest::yaml::{self, Layout, Reading};
use serde::de::{DeserializeOwned, Error as _, Visitor};
use serde::{Deserializer, Serialize, forward_to_deserialize_any};
use talos_config::Minor;
use talos_config::meta::DocumentKind;

/// What every secret in `tests/data` contains, and nothing else does.
const SECRET: &str = "hunter2";

/// A small document is this value, and this value is written as the document.
pub(crate) fn minimal<T>(directory: &str, value: &T)
where
    T: DocumentKind + DeserializeOwned + Serialize + Debug + PartialEq,
{
    let text = text(directory, "minimal.yaml");
    assert_eq!(&read::<T>(&text), value, "{directory}: read");
    assert_eq!(written(value), text, "{directory}: written");
    assert_no_secret(directory, value);
}

/// A document with every field survives reading and writing, and shows no secret when it is printed.
pub(crate) fn full<T>(directory: &str)
where
    T: DocumentKind + DeserializeOwned + Serialize + Debug,
{
    let text = text(directory, "full.yaml");
    let value = read::<T>(&text);
    assert_eq!(written(&value), text, "{directory}");
    assert_no_secret(directory, &value);
    for field in fields::<T>() {
        assert!(text.lines().any(|line| line.starts_with(&format!("{field}:"))), "{directory}: no `{field}`");
    }
}

/// A document as it is written.
pub(crate) fn written<T: Serialize>(value: &T) -> String {
    yaml::to_string(value, &Layout::default()).unwrap()
}

/// What is reported about a document, one line a finding.
pub(crate) fn findings<T: DeserializeOwned>(text: &str) -> Vec<String> {
    let source = Source::new("document.yaml", text);
    let documents = yaml::parse(&source).unwrap();
    let decoded = documents[0].decode::<T>(Reading::Go(Minor::V1_14.yaml()));
    decoded.findings.into_iter().map(|finding| finding.message).collect()
}

fn assert_no_secret<T: Debug>(directory: &str, value: &T) {
    assert!(!format!("{value:?}").contains(SECRET), "{directory}: `Debug` shows a secret");
}

/// A document that nothing is wrong with.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> T {
    let source = Source::new("document.yaml", text);
    let documents = yaml::parse(&source).unwrap();
    let decoded = documents[0].decode::<T>(Reading::Go(Minor::V1_14.yaml()));
    assert!(decoded.findings.is_empty(), "{:#?}", decoded.findings);
    decoded.value.unwrap()
}

fn text(directory: &str, file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(directory).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The keys that a type has.
fn fields<T: DeserializeOwned>() -> Vec<&'static str> {
    let mut names = Vec::new();
    let _ = T::deserialize(Names(&mut names));
    assert!(names.contains(&"kind"), "a document says its kind");
    names
}

/// Listens to what a struct asks for.
struct Names<'n>(&'n mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Names<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("only structs have fields"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.extend(fields);
        Err(Self::Error::custom("the fields are known"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
