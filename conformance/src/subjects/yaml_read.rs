//! What a YAML text means where a type is wanted: Go's decoder against `manifest`'s.

use std::collections::BTreeMap;

use manifest::Source;
use manifest::yaml::{GoYaml, Reading, Resolved, parse_as, resolve, rules};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::described::{Any, Described};
use crate::corpus::scalar::scalar;
use crate::corpus::yaml::{Want, document};
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;
use crate::subject::Subject;

/// One scalar into every scalar type, by the library of Talos 1.14 and Omni.
pub(crate) const SCALARS: Subject = Subject {
    name: "yaml-scalars",
    program: Program { directory: "yaml", modfile: "go.mod" },
    recorded: 8_000,
    question: scalar_question,
    remake: |question| question,
    ours: Some(|question| read(question, GoYaml::V4Rc6)),
    agree,
};

/// The same by the library of Talos 1.13.
pub(crate) const SCALARS_RC4: Subject = Subject {
    name: "yaml-scalars-rc4",
    program: Program { directory: "yaml", modfile: "rc4.mod" },
    recorded: 3_000,
    ours: Some(|question| read(question, GoYaml::V4Rc4)),
    ..SCALARS
};

/// The same by the library of Talos 1.12.
pub(crate) const SCALARS_RC3: Subject = Subject {
    name: "yaml-scalars-rc3",
    program: Program { directory: "yaml", modfile: "rc3.mod" },
    recorded: 3_000,
    ours: Some(|question| read(question, GoYaml::V4Rc3)),
    ..SCALARS
};

/// The same by the library of Talos 1.9 to 1.11.
pub(crate) const SCALARS_V3: Subject = Subject {
    name: "yaml-scalars-v3",
    program: Program { directory: "yaml", modfile: "v3.mod" },
    recorded: 3_000,
    ours: Some(|question| read(question, GoYaml::V3)),
    ..SCALARS
};

/// Whole documents into lists, mappings and a structure.
pub(crate) const DOCUMENTS: Subject =
    Subject { name: "yaml-documents", recorded: 6_000, question: document_question, ..SCALARS };

/// The same by the library of Talos 1.13.
pub(crate) const DOCUMENTS_RC4: Subject =
    Subject { name: "yaml-documents-rc4", recorded: 1_000, question: document_question, ..SCALARS_RC4 };

/// The same by the library of Talos 1.12.
pub(crate) const DOCUMENTS_RC3: Subject =
    Subject { name: "yaml-documents-rc3", recorded: 1_000, question: document_question, ..SCALARS_RC3 };

/// The same by the library of Talos 1.9 to 1.11.
pub(crate) const DOCUMENTS_V3: Subject =
    Subject { name: "yaml-documents-v3", recorded: 1_000, question: document_question, ..SCALARS_V3 };

/// The types that a scalar is read into.
const SCALAR_TYPES: &[&str] = &[
    "any", "string", "*string", "bool", "*bool", "int", "*int", "int32", "uint8", "uint16", "uint32",
    "uint64", "float64",
];

/// The types that a document is read into, with what it should hold.
const DOCUMENT_TYPES: &[&(&str, Want)] = &[
    &("any", Want::Anything),
    &("[]string", Want::Scalars),
    &("[]int", Want::Scalars),
    &("[]any", Want::Scalars),
    &("map[string]string", Want::Labels),
    &("map[string]int", Want::Labels),
    &("map[string]any", Want::Labels),
    &("struct", Want::Struct),
    &("struct", Want::Struct),
];

/// The structure of the same name in the oracle.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Sample {
    name: String,
    count: i64,
    port: u16,
    ratio: f64,
    flag: bool,
    maybe: Option<bool>,
    tags: Option<Vec<String>>,
    labels: Option<BTreeMap<String, String>>,
    inner: Option<Inner>,
    items: Option<Vec<Inner>>,
    free: Option<BTreeMap<String, Any>>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Inner {
    id: String,
    level: i64,
}

fn scalar_question(random: &mut Random) -> Question {
    let into = random.pick(SCALAR_TYPES);
    Question::new("yaml.read").with("text", scalar(random)).with("into", into)
}

fn document_question(random: &mut Random) -> Question {
    let (into, want) = random.pick(DOCUMENT_TYPES);
    let strict = random.chance(50);
    Question::new("yaml.read")
        .with("text", document(random, *want))
        .with("into", *into)
        .with("strict", strict)
}

fn read(question: &Question, go: GoYaml) -> Answer {
    match question.text("into") {
        "any" => described::<Any>(question, go),
        "string" => described::<String>(question, go),
        "*string" => described::<Option<String>>(question, go),
        "bool" => described::<bool>(question, go),
        "*bool" => described::<Option<bool>>(question, go),
        "int" => described::<i64>(question, go),
        "*int" => described::<Option<i64>>(question, go),
        "int32" => described::<i32>(question, go),
        "uint8" => described::<u8>(question, go),
        "uint16" => described::<u16>(question, go),
        "uint32" => described::<u32>(question, go),
        "uint64" => described::<u64>(question, go),
        "float64" => described::<f64>(question, go),
        "[]string" => described::<Option<Vec<String>>>(question, go),
        "[]int" => described::<Option<Vec<i64>>>(question, go),
        "[]any" => described::<Option<Vec<Any>>>(question, go),
        "map[string]string" => described::<Option<BTreeMap<String, String>>>(question, go),
        "map[string]int" => described::<Option<BTreeMap<String, i64>>>(question, go),
        "map[string]any" => described::<Option<BTreeMap<String, Any>>>(question, go),
        "struct" => described::<Sample>(question, go),
        other => Answer::Misasked(format!("unknown type {other}")),
    }
}

/// Reads the first document; without one, Go's decoder leaves the zero value.
fn described<T: DeserializeOwned + Described + Default>(question: &Question, go: GoYaml) -> Answer {
    let documents = match parse_as(&Source::new("question", question.text("text")), go) {
        Ok(documents) => documents,
        Err(finding) => return Answer::Refused(finding.message),
    };
    let Some(document) = documents.first() else { return Answer::Ok(T::default().described()) };
    let decoded = document.decode::<T>(Reading::Go(go));
    let fatal = decoded
        .findings
        .into_iter()
        .find(|finding| question.flag("strict") || finding.rule.code != rules::UNKNOWN_KEY.code);
    match (fatal, decoded.value) {
        (None, Some(value)) => Answer::Ok(value.described()),
        (None, None) => Answer::Refused("no value and no finding".to_owned()),
        (Some(finding), _) => Answer::Refused(finding.message),
    }
}

impl Described for Sample {
    fn described(&self) -> Value {
        json!({"struct": {
            "name": self.name.described(),
            "count": self.count.described(),
            "port": self.port.described(),
            "ratio": self.ratio.described(),
            "flag": self.flag.described(),
            "maybe": self.maybe.described(),
            "tags": self.tags.described(),
            "labels": self.labels.described(),
            "inner": self.inner.described(),
            "items": self.items.described(),
            "free": self.free.described(),
        }})
    }
}

impl Described for Inner {
    fn described(&self) -> Value {
        json!({"struct": {"id": self.id.described(), "level": self.level.described()}})
    }
}

/// The same result, where a date that nobody gave a type stays the text that it was with us.
pub(super) fn agree(theirs: &Answer, ours: &Answer) -> bool {
    match (theirs, ours) {
        (Answer::Ok(theirs), Answer::Ok(ours)) => same(theirs, ours),
        _ => Answer::same_result(theirs, ours),
    }
}

fn same(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Array(theirs), Value::Array(ours)) => {
            theirs.len() == ours.len() && theirs.iter().zip(ours).all(|(theirs, ours)| same(theirs, ours))
        }
        (Value::Object(theirs), Value::Object(ours)) => {
            if let (Some(theirs), Some(ours)) = (entries(theirs), entries(ours)) {
                return same_entries(theirs, ours);
            }
            if theirs.contains_key("time") {
                let text = ours.get("str").and_then(Value::as_str);
                return text.is_some_and(|text| resolve(text) == Resolved::Timestamp);
            }
            if let (Some(theirs), Some(ours)) = (float(theirs), float(ours)) {
                return theirs.to_bits() == ours.to_bits();
            }
            theirs.len() == ours.len()
                && theirs.iter().all(|(key, theirs)| ours.get(key).is_some_and(|ours| same(theirs, ours)))
        }
        _ => theirs == ours,
    }
}

fn entries(described: &Map<String, Value>) -> Option<&Vec<Value>> {
    described.get("map")?.as_array()
}

/// The same entries in any order: a date as a key is not the text that it is with us, and stands elsewhere.
fn same_entries(theirs: &[Value], ours: &[Value]) -> bool {
    let mut left: Vec<&Value> = ours.iter().collect();
    theirs.len() == ours.len()
        && theirs.iter().all(|theirs| {
            let found = left.iter().position(|ours| same(theirs, ours));
            found.map(|place| left.remove(place)).is_some()
        })
}

/// A described float. Both sides write the shortest digits, but of two that are equally near they may choose different
/// ones.
fn float(described: &Map<String, Value>) -> Option<f64> {
    described.get("float")?.as_str()?.parse().ok()
}
