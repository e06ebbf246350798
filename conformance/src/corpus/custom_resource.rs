//! Objects of Cilium's kinds: what their schemas let through, and what stands just beside it.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::LazyLock;

use flate2::read::GzDecoder;
use serde_json::{Map, Value, json};

use crate::random::Random;

/// A version of a kind.
pub(crate) struct Definition {
    /// The name of its definition, such as `ciliumnodes.cilium.io`.
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) schema: Value,
}

/// Every version of every kind of a minor. Without its file there are none, and nothing is made.
pub(crate) fn definitions(minor: usize) -> &'static [Definition] {
    static READ: LazyLock<Vec<Vec<Definition>>> = LazyLock::new(|| (16..=20).map(read).collect());
    READ.get(minor.saturating_sub(16)).map_or(&[], Vec::as_slice)
}

fn read(minor: usize) -> Vec<Definition> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("facts/cilium/crds-1.{minor}.json.gz"));
    let mut text = String::new();
    let is_read =
        fs::File::open(path).is_ok_and(|file| GzDecoder::new(file).read_to_string(&mut text).is_ok());
    let kinds: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    let all = kinds.into_iter().filter(|_| is_read).flat_map(|(name, versions)| {
        let versions = versions.as_object().cloned().unwrap_or_default();
        versions.into_iter().map(move |(version, schema)| Definition { name: name.clone(), version, schema })
    });
    all.collect()
}

/// An object of a kind; `apiVersion`, `kind` and `metadata` are not in it.
pub(crate) fn object(random: &mut Random, definition: &Definition) -> Value {
    let mut budget = 40 + random.below(80);
    let mut object = made(random, &definition.schema, "", &mut budget);
    if let Some(map) = object.as_object_mut() {
        map.retain(|key, _| !matches!(key.as_str(), "apiVersion" | "kind" | "metadata"));
    }
    for _ in 0..*random.pick(&[&0, &0, &1, &1, &1, &2]) {
        spoil(random, &mut object);
    }
    object
}

/// A value that a schema lets through, mostly. The key is the one that it stands below.
pub(crate) fn made(random: &mut Random, schema: &Value, key: &str, budget: &mut usize) -> Value {
    *budget = budget.saturating_sub(1);
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let word = words.get(random.below(words.len())).cloned().unwrap_or_default();
        return match word.as_str() {
            Some(text) if random.chance(4) => random.mutate(text, &["s", "A", "-"]).into(),
            _ => word,
        };
    }
    if schema.get("x-kubernetes-int-or-string").is_some() {
        return if random.chance(50) { json!(random.below(260)) } else { text(random, schema, key).into() };
    }
    match schema.get("type").and_then(Value::as_str).unwrap_or_default() {
        "string" => text(random, schema, key).into(),
        "integer" | "number" => number(random, schema),
        "boolean" => random.chance(50).into(),
        "array" => {
            let items = schema.get("items").unwrap_or(&Value::Null);
            let count = if *budget == 0 { 1 } else { *random.pick(&[&0, &1, &1, &1, &2, &3]) };
            let mut list: Vec<Value> = (0..count).map(|_| made(random, items, key, budget)).collect();
            if random.chance(4) {
                list.extend(list.clone());
            }
            list.into()
        }
        _ => mapping(random, schema, budget),
    }
}

fn mapping(random: &mut Random, schema: &Value, budget: &mut usize) -> Value {
    let mut map = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object);
    let is_required = |key: &str| names(schema.get("required")).any(|name| name == key);
    let share = *random.pick(&[&15, &30, &45, &70]);
    for (key, child) in properties.into_iter().flatten() {
        let is_made = if is_required(key) { !random.chance(2) } else { *budget > 0 && random.chance(share) };
        if is_made {
            map.insert(key.clone(), made(random, child, key, budget));
        }
    }
    if let Some(child) = schema.get("additionalProperties").filter(|child| child.is_object()) {
        for _ in 0..random.below(3) {
            let key = random.pick(&["a", "app", "k8s:app", "kubernetes.io/os", ""]);
            map.insert(key.to_owned(), made(random, child, "value", budget));
        }
    } else if properties.is_none() && random.chance(50) {
        map.insert("@type".to_owned(), "type.googleapis.com/envoy.config.listener.v3.Listener".into());
    }
    forms(random, schema, &mut map, budget);
    map.into()
}

/// Mostly brings a mapping into one of the forms that exclude each other.
fn forms(random: &mut Random, schema: &Value, map: &mut Map<String, Value>, budget: &mut usize) {
    for (combination, excludes) in [("oneOf", true), ("anyOf", false)] {
        let forms: Vec<Vec<&str>> = schema
            .get(combination)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|form| names(form.get("required")).collect())
            .collect();
        if forms.iter().all(Vec::is_empty) || random.chance(8) {
            continue;
        }
        let chosen = forms.get(random.below(forms.len())).cloned().unwrap_or_default();
        if excludes {
            map.retain(|key, _| chosen.contains(&key.as_str()) || !forms.concat().contains(&key.as_str()));
        }
        for key in chosen {
            if let (false, Some(child)) =
                (map.contains_key(key), schema.pointer(&format!("/properties/{key}")))
            {
                map.insert(key.to_owned(), made(random, child, key, budget));
            }
        }
    }
}

fn names(list: Option<&Value>) -> impl Iterator<Item = &str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn number(random: &mut Random, schema: &Value) -> Value {
    let bound = |key: &str| schema.get(key).and_then(Value::as_i64);
    if random.chance(8) {
        return random
            .pick(&[&json!(-1), &json!(65_536), &json!(4_294_967_296_i64), &json!(1.5), &json!(3.0)])
            .clone();
    }
    let least = bound("minimum").unwrap_or(0);
    let most = bound("maximum").unwrap_or(least + 100_000);
    let below = usize::try_from(most - least + 1).unwrap_or(1);
    json!(least + i64::try_from(random.below(below)).unwrap_or_default())
}

fn text(random: &mut Random, schema: &Value, key: &str) -> String {
    let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
    let choices: &[&str] = match (format, key) {
        ("cidr", _) => &["10.0.0.0/8", "fd00::/8", "10.0.0.1/24", "0.0.0.0/0", "::ffff:10.0.0.0/104"],
        ("ipv4", _) => &["10.0.0.1", "192.0.2.254"],
        ("date-time", _) => &["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.123456+01:00"],
        (_, "large") => &["64512:1:2", "4294967295:0:1"],
        (_, "standard") => &["64512:1", "65535:65535"],
        (_, "destinationCIDRs" | "excludedCIDRs" | "ipv4-alloc-cidr") => &["10.0.0.0/8", "0.0.0.0/0"],
        (_, "ipv6-alloc-cidr") => &["fd00::/64", "::/0"],
        (_, "ip" | "localAddress" | "peerAddress" | "egressIP" | "start" | "stop") => {
            &["10.0.0.1", "fd00::1", "192.0.2.10"]
        }
        (_, "port") => &["80", "http", "65535", "0", "443"],
        (_, "matchName") => &["example.com", "a.b.c", "example.com."],
        (_, "matchPattern" | "serverNames") => &["*.example.com", "*", "a-*.b", "**.example.com"],
        (_, "type") => &["8", "EchoReply", "255", "Ready", "cilium.io/PeerFailed", "All"],
        (_, "cidrGroupRef") => &["group", "a.b"],
        (_, "reason") => &["Ready", "NotReady"],
        (_, "operator") => &["In", "NotIn", "Exists", "DoesNotExist"],
        _ => &["a", "app", "b-c", "default", "Some_Thing.1"],
    };
    let right = random.pick(choices);
    match random.below(20) {
        0 => random
            .pick(&[
                "",
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "010.0.0.1",
                "256",
                "65536",
                "a b",
                "2026-02-30T00:00:00Z",
                "2026-01-31",
                "\n",
                "é",
                "a..b",
                "-a",
                "1.2.3.4.5",
            ])
            .to_owned(),
        1 => random.mutate(right, &["0", "/", ":", ".", "x", "*", "A"]),
        _ => right.to_owned(),
    }
}

/// Makes one place wrong, or at least another.
fn spoil(random: &mut Random, object: &mut Value) {
    let count = size(object);
    let mut index = random.below(count);
    if let Some(place) = nth(object, &mut index) {
        spoil_place(random, place);
    }
}

fn spoil_place(random: &mut Random, place: &mut Value) {
    match place {
        Value::Object(map) => {
            let keys: Vec<String> = map.keys().cloned().collect();
            let key = keys.get(random.below(keys.len())).cloned().unwrap_or_default();
            match random.below(6) {
                0 | 1 => drop(map.remove(&key)),
                2 => {
                    if let Some(value) = map.remove(&key) {
                        let renamed = match random.below(3) {
                            0 => key.to_lowercase(),
                            1 => random.mutate(&key, &["s", "E", "a"]),
                            _ => format!("{key}s"),
                        };
                        map.insert(renamed, value);
                    }
                }
                3 => drop(map.insert(key, Value::Null)),
                4 => drop(map.insert("unknown".to_owned(), json!({"a": 1}))),
                _ => *place = other(random),
            }
        }
        Value::Array(list) => match random.below(4) {
            0 => list.extend(list.clone()),
            1 => list.push(Value::Null),
            2 => list.clear(),
            _ => *place = other(random),
        },
        _ => *place = other(random),
    }
}

fn other(random: &mut Random) -> Value {
    let values = [
        json!(null),
        json!(1),
        json!(-1),
        json!(2.5),
        json!("x"),
        json!(""),
        json!([]),
        json!(["a"]),
        json!({}),
    ];
    values.get(random.below(values.len())).cloned().unwrap_or_default()
}

fn size(value: &Value) -> usize {
    let below: usize = match value {
        Value::Object(map) => map.values().map(size).sum(),
        Value::Array(list) => list.iter().map(size).sum(),
        _ => 0,
    };
    below + 1
}

/// The value with a number, counted from the outside in.
fn nth<'v>(value: &'v mut Value, index: &mut usize) -> Option<&'v mut Value> {
    if *index == 0 {
        return Some(value);
    }
    *index -= 1;
    match value {
        Value::Object(map) => map.values_mut().find_map(|child| nth(child, index)),
        Value::Array(list) => list.iter_mut().find_map(|child| nth(child, index)),
        _ => None,
    }
}
