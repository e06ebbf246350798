//! What Omni reports, against the table of upstream's messages (`tests/data/specs.tsv`).

use std::collections::{BTreeMap, BTreeSet};

use manifest::yaml::{self, Reading};
use manifest::{Map, Source, Value};
use omni_client::resource::status::{self, Visitor};
use omni_client::resource::{AnyResource, Spec, read};

const TABLE: &str = include_str!("../../data/specs.tsv");

#[derive(Default)]
struct Table {
    /// By the full type, the namespace and the message.
    types: BTreeMap<&'static str, (&'static str, &'static str)>,
    messages: BTreeMap<&'static str, Vec<Field>>,
    enumerations: BTreeMap<&'static str, Vec<i64>>,
}

struct Field {
    key: &'static str,
    kind: &'static str,
    /// The key that stands around it, if it is one of several of which a message has one.
    choice: Option<&'static str>,
}

impl Table {
    fn read() -> Self {
        let mut table = Self::default();
        let mut message = "";
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            match columns.as_slice() {
                ["type", name, namespace, message] => {
                    table.types.insert(name, (namespace, message));
                }
                ["message", name] => {
                    message = name;
                    table.messages.insert(name, Vec::new());
                }
                ["field", key, kind, rest @ ..] => {
                    let choice = rest.first().and_then(|word| word.strip_prefix("oneof "));
                    table.messages.get_mut(message).unwrap().push(Field { key, kind, choice });
                }
                ["enum", name, numbers @ ..] => {
                    let numbers = numbers.iter().map(|number| number.parse().unwrap()).collect();
                    table.enumerations.insert(name, numbers);
                }
                _ => panic!("{line}"),
            }
        }
        table
    }

    /// A message in which every field says something, once for each of its choices.
    fn samples(&self, message: &'static str) -> Vec<Value> {
        let fields = self.messages.get(message).unwrap_or_else(|| panic!("no message {message}"));
        let choices: Vec<_> = fields.iter().filter(|field| field.choice.is_some()).collect();
        let sample = |chosen: Option<&Field>| {
            let mut map = Map::new();
            for (number, field) in (1..).zip(fields) {
                match (field.choice, chosen) {
                    // The choice stands where the first field of its kind would.
                    (Some(choice), Some(chosen)) if !map.contains_key(choice) => {
                        let value = self.value(message, chosen.kind, number);
                        map.insert(choice, Value::Mapping(Map::from_iter([(chosen.key, value)])));
                    }
                    (Some(_), _) => {}
                    (None, _) => drop(map.insert(field.key, self.value(message, field.kind, number))),
                }
            }
            Value::Mapping(map)
        };
        if choices.is_empty() {
            vec![sample(None)]
        } else {
            choices.into_iter().map(|field| sample(Some(field))).collect()
        }
    }

    fn value(&self, owner: &'static str, kind: &'static str, number: i64) -> Value {
        if let Some(item) = kind.strip_prefix("repeated ") {
            return Value::Sequence(vec![self.value(owner, item, number), self.value(owner, item, number)]);
        }
        if let Some((key, item)) = kind.strip_prefix("map<").and_then(|rest| rest.split_once(',')) {
            let key = if key == "string" { "key" } else { "7" };
            let item = item.trim_end_matches('>');
            return Value::Mapping(Map::from_iter([(key, self.value(owner, item, number))]));
        }
        match kind {
            "string" => format!("text {number}").into(),
            "bool" => true.into(),
            "bytes" => Value::Sequence(vec![Value::Int(number), Value::Int(255)]),
            "int32" | "int64" => (-number).into(),
            "uint32" => (i64::from(u32::MAX) - number).into(),
            "uint64" => Value::UInt(u64::MAX - number.unsigned_abs()),
            "double" => Value::Float(0.5),
            "google.protobuf.Timestamp" | "google.protobuf.Duration" => {
                Value::Mapping(Map::from_iter([("seconds", number), ("nanos", 5)]))
            }
            other => self.named(owner, other.strip_prefix("specs.").unwrap_or(other)),
        }
    }

    /// A message or an enumeration, looked up from the innermost message outwards.
    fn named(&self, owner: &str, name: &str) -> Value {
        let mut scope = Some(owner);
        loop {
            let full = scope.map_or_else(|| name.to_owned(), |scope| format!("{scope}.{name}"));
            if let Some((message, _)) = self.messages.get_key_value(&*full) {
                return self.samples(message).swap_remove(0);
            }
            if let Some(numbers) = self.enumerations.get(&*full) {
                return numbers.last().copied().unwrap().into();
            }
            let outer = scope.unwrap_or_else(|| panic!("{owner}: no {name}"));
            scope = outer.rsplit_once('.').map(|(outer, _)| outer);
        }
    }
}

/// Reads and writes samples of every type.
struct Walk {
    table: Table,
    seen: BTreeSet<&'static str>,
}

impl Visitor for Walk {
    fn visit<S: Spec + PartialEq + std::fmt::Debug>(&mut self) {
        assert!(self.seen.insert(S::TYPE), "{} is here twice", S::TYPE);
        let (namespace, message) = self.table.types.get(S::TYPE).unwrap_or_else(|| panic!("no {}", S::TYPE));
        assert_eq!(S::NAMESPACE, *namespace, "{}", S::TYPE);
        for sample in self.table.samples(message) {
            let spec = yaml::to_string(&sample, &yaml::Layout::default()).unwrap();
            let indented: Vec<_> = spec.lines().map(|line| format!("  {line}\n")).collect();
            let spec_text =
                if spec == "{}\n" { " {}\n".to_owned() } else { format!("\n{}", indented.concat()) };
            let text =
                format!("metadata: {{namespace: {namespace}, type: {}, id: a}}\nspec:{spec_text}", S::TYPE);
            let documents = yaml::parse(&Source::new("sample.yaml", &*text)).unwrap();
            let decoded = read(&documents[0]);
            assert!(decoded.findings.is_empty(), "{}: {:?}", S::TYPE, decoded.findings);
            let typed = decoded.value.unwrap().typed::<S>();
            let typed = typed.unwrap_or_else(|error| panic!("{error}\n{text}")).unwrap();
            // Keys in their order, values as they were.
            let written = yaml::to_string(&typed.spec, &yaml::Layout::default()).unwrap();
            assert_eq!(written, spec, "{}", S::TYPE);
        }
        // Nothing at all, and more than is known.
        let documents = yaml::parse(&Source::new("later.yaml", "{fieldoflater: {a: 1}}")).unwrap();
        let later = documents[0].decode::<Value>(Reading::Json).value.unwrap();
        let empty = S::deserialize(Value::Mapping(Map::new())).unwrap();
        assert_eq!(S::deserialize(later).unwrap(), empty, "{}", S::TYPE);
    }
}

#[test]
fn every_type_that_omni_reports_is_read_and_written_field_by_field() {
    let mut walk = Walk { table: Table::read(), seen: BTreeSet::new() };
    status::each(&mut walk);
    let missing: Vec<_> = walk
        .table
        .types
        .keys()
        .filter(|name| !walk.seen.contains(*name) && !AnyResource::TYPES.contains(name))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}
