//! Values as YAML: byte for byte as Go's library writes them, and in our own layout so that it reads the same back.

use manifest::yaml::{GoYaml, Layout, natural_cmp, to_string};
use manifest::{Map, Value};
use serde_json::json;

use super::yaml_read;
use crate::corpus::text::value;
use crate::program::Program;
use crate::question::{Answer, Question};
use crate::subject::Subject;

/// What the library of Talos 1.14 and Omni writes.
pub(crate) const WRITTEN: Subject = Subject {
    name: "yaml-written",
    program: Program { directory: "yaml", modfile: "go.mod" },
    recorded: 5_000,
    question: |random| Question::new("yaml.write").with("value", value(random, 0)),
    remake: |question| question,
    ours: Some(|question| write(question, GoYaml::V4Rc6)),
    agree: Answer::same_result,
};

/// What the library of Talos 1.13 writes.
pub(crate) const WRITTEN_RC4: Subject = Subject {
    name: "yaml-written-rc4",
    program: Program { directory: "yaml", modfile: "rc4.mod" },
    ours: Some(|question| write(question, GoYaml::V4Rc4)),
    recorded: 2_000,
    ..WRITTEN
};

/// What the library of Talos 1.12 writes.
pub(crate) const WRITTEN_RC3: Subject = Subject {
    name: "yaml-written-rc3",
    program: Program { directory: "yaml", modfile: "rc3.mod" },
    ours: Some(|question| write(question, GoYaml::V4Rc3)),
    recorded: 2_000,
    ..WRITTEN
};

/// What the library of Talos 1.9 to 1.11 writes.
pub(crate) const WRITTEN_V3: Subject = Subject {
    name: "yaml-written-v3",
    program: Program { directory: "yaml", modfile: "v3.mod" },
    ours: Some(|question| write(question, GoYaml::V3)),
    recorded: 2_000,
    ..WRITTEN
};

/// What Go reads from our own layout must be what was written.
pub(crate) const READ_BACK: Subject = Subject {
    name: "layout-read-back",
    program: Program { directory: "yaml", modfile: "go.mod" },
    recorded: 5_000,
    question: |random| {
        let layout = random.pick(&["default", "kubernetes"]);
        write_ours(
            Question::new("yaml.read")
                .with("value", value(random, 0))
                .with("layout", layout)
                .with("into", "any"),
        )
    },
    remake: write_ours,
    ours: Some(|question| Answer::Ok(described(question.field("value")))),
    agree: yaml_read::agree,
};

fn write(question: &Question, release: GoYaml) -> Answer {
    match to_string(&sorted(question.field("value")), &Layout::go(release)) {
        Ok(text) => Answer::Ok(text.into()),
        Err(error) => Answer::Refused(error.to_string()),
    }
}

/// Puts the value as we write it into the question.
fn write_ours(question: Question) -> Question {
    let layout =
        if question.text("layout") == "kubernetes" { Layout::kubernetes() } else { Layout::default() };
    let written = to_string(question.field("value"), &layout).unwrap_or_default();
    question.with("text", written)
}

/// The value with the keys in the order in which Go writes those of a map.
fn sorted(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(value) => (*value).into(),
        serde_json::Value::Number(value) => value.as_i64().map_or(Value::Null, Value::from),
        serde_json::Value::String(text) => text.as_str().into(),
        serde_json::Value::Array(items) => Value::Sequence(items.iter().map(sorted).collect()),
        serde_json::Value::Object(entries) => {
            let mut map = Map::new();
            for (key, value) in entries {
                map.insert(key.as_str(), sorted(value));
            }
            map.sort_keys_by(natural_cmp);
            map.into()
        }
    }
}

/// The value as the oracle describes what it read.
fn described(value: &serde_json::Value) -> serde_json::Value {
    match value {
        serde_json::Value::Null => json!(null),
        serde_json::Value::Bool(value) => json!({"bool": value}),
        serde_json::Value::Number(value) => json!({"int": value.to_string()}),
        serde_json::Value::String(text) => json!({"str": text}),
        serde_json::Value::Array(items) => json!({"list": items.iter().map(described).collect::<Vec<_>>()}),
        serde_json::Value::Object(entries) => {
            let pairs = entries.iter().map(|(key, value)| json!([{"str": key}, described(value)]));
            json!({"map": pairs.collect::<Vec<_>>()})
        }
    }
}
