//! Rules of network policies: what an agent takes, and what stands just beside it.
//!
//! What a schema alone would lead to is refused for the same few reasons nearly always: several kinds of peers in one
//! entry, selectors without values. So each entry gets its peers and its ports by choice, most selectors are mended,
//! and words that only the agent reads come from lists of right and nearly right ones.

use serde_json::{Map, Value, json};

use crate::corpus::custom_resource::{definitions, made};
use crate::random::Random;

/// One rule of a network policy of a minor.
pub(crate) fn rule(random: &mut Random, minor: usize) -> Value {
    let policy =
        definitions(minor).iter().find(|definition| definition.name.starts_with("ciliumnetworkpolicies"));
    let schema = policy.and_then(|policy| policy.schema.pointer("/properties/spec/properties"));
    let Some(schema) = schema else { return Value::Null };
    let selector = if random.chance(75) { "endpointSelector" } else { "nodeSelector" };
    let mut rule = Map::new();
    insert(random, schema, selector, &mut rule);
    if random.chance(1) {
        insert(random, schema, "endpointSelector", &mut rule);
    }
    for _ in 0..*random.pick(&[&1, &1, &1, &2]) {
        let section = random.pick(&["ingress", "ingress", "egress", "egress", "ingressDeny", "egressDeny"]);
        let entry = schema.pointer(&format!("/{section}/items/properties")).unwrap_or(&Value::Null);
        let count = *random.pick(&[&1, &1, &1, &1, &1, &2]);
        let count = if random.chance(3) { 0 } else { count };
        let entries = (0..count).map(|_| traffic(random, entry)).collect();
        rule.insert(section.to_owned(), Value::Array(entries));
    }
    for key in ["labels", "enableDefaultDeny", "description", "log"] {
        if random.chance(8) {
            insert(random, schema, key, &mut rule);
        }
    }
    let mut rule = Value::Object(rule);
    mend(random, "", &mut rule);
    rule
}

/// An entry of a section.
fn traffic(random: &mut Random, schema: &Value) -> Value {
    let members: Vec<&str> = schema.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect();
    let peers: Vec<&str> = members
        .iter()
        .copied()
        .filter(|key| !["toPorts", "icmps", "authentication"].contains(key) && !key.ends_with("Requires"))
        .collect();
    let mut entry = Map::new();
    for _ in 0..*random.pick(&[&0, &1, &1, &1, &1, &1, &1, &1, &1, &2]) {
        if let Some(key) = peers.get(random.below(peers.len())) {
            insert(random, schema, key, &mut entry);
        }
    }
    let others: &[&str] = match random.below(40) {
        0..25 => &["toPorts"],
        25..32 => &["icmps"],
        32 => &["toPorts", "icmps"],
        33 => &["toRequires", "fromRequires"],
        34 => &["authentication"],
        _ => &[],
    };
    for key in others {
        insert(random, schema, key, &mut entry);
    }
    Value::Object(entry)
}

/// Gives a mapping the key with a value that its schema leads to; a list is rarely empty.
fn insert(random: &mut Random, schema: &Value, key: &str, map: &mut Map<String, Value>) {
    let Some(schema) = schema.get(key) else { return };
    let mut value = Value::Null;
    for _ in 0..6 {
        let mut budget = 4 + random.below(40);
        value = made(random, schema, key, &mut budget);
        let is_empty = value.as_array().is_some_and(Vec::is_empty);
        if !is_empty || random.chance(3) {
            break;
        }
    }
    map.insert(key.to_owned(), value);
}

/// Mends most of what the agent would refuse before it looks at anything else.
fn mend(random: &mut Random, key: &str, value: &mut Value) {
    match value {
        Value::Object(map) => {
            if map.contains_key("operator") && random.chance(95) {
                mend_comparison(map);
            }
            if key == "matchLabels" && random.chance(95) {
                map.remove("");
            }
            if key == "toPorts" {
                mend_ports(random, map);
            }
            map.iter_mut().for_each(|(key, child)| mend(random, key, child));
        }
        Value::Array(list) => list.iter_mut().for_each(|item| mend(random, key, item)),
        Value::String(text) if random.chance(85) => {
            if let Some((_, words)) = WORDS.iter().find(|(name, _)| *name == key) {
                let (usual, all) = (words.get(..3).unwrap_or(words), *words);
                let words = if random.chance(80) { usual } else { all };
                random.pick(words).clone_into(text);
            }
        }
        // The server stores a whole number without its fraction.
        Value::Number(number) => {
            if let Some(whole) = number.as_f64().filter(|number| number.fract() == 0.0) {
                *value = whole.to_string().parse::<i64>().map_or_else(|_| value.clone(), Value::from);
            }
        }
        _ => {}
    }
}

/// Gives a comparison as many values as it wants.
fn mend_comparison(map: &mut Map<String, Value>) {
    let is_in = matches!(map.get("operator").and_then(Value::as_str), Some("In" | "NotIn"));
    if !is_in {
        map.remove("values");
    } else if map.get("values").and_then(Value::as_array).is_none_or(Vec::is_empty) {
        map.insert("values".to_owned(), json!(["a"]));
    }
}

/// Mostly takes away what does not go together with rules about requests, and gives them ports to apply to.
fn mend_ports(random: &mut Random, map: &mut Map<String, Value>) {
    if random.chance(75) {
        map.remove("listener");
    }
    if random.chance(50) {
        map.remove("serverNames");
    }
    for port in map.get_mut("ports").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(port) =
            port.as_object_mut().filter(|port| !port.contains_key("port") && random.chance(90))
        {
            port.insert("port".to_owned(), json!("80"));
        }
    }
    let Some(rules) = map.get("rules").filter(|_| random.chance(85)) else { return };
    let is_dns = rules.get("dns").is_some();
    if map.get("ports").and_then(Value::as_array).is_none_or(Vec::is_empty) {
        map.insert("ports".to_owned(), json!([{"port": "80"}]));
    }
    for port in map.get_mut("ports").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(port) = port.as_object_mut() {
            let protocol = if is_dns { random.pick(&["UDP", "ANY", "TCP"]) } else { "TCP" };
            port.insert("protocol".to_owned(), protocol.into());
            if is_dns && random.chance(80) {
                port.remove("endPort");
            }
        }
    }
}

/// Words of keys that only the agent reads, right ones and nearly right ones; the first three are the usual ones.
const WORDS: &[(&str, &[&str])] = &[
    (
        "path",
        &[
            "/",
            "/a.*",
            "/[a-z]+/(b|c)",
            "/a/[^/]+",
            "/(a",
            "/a{2,1}",
            "/\\d{1,1001}",
            "(?P<n>a)",
            "a**",
            "[[:alpha:]]",
            "x)",
        ],
    ),
    ("method", &["GET", "PUT|POST", "", "GET(", "[A-Z", "(?i)get", "\\Q(", "+"]),
    ("apiKey", &["produce", "fetch", "Metadata", "alterconfigs", "products", "0", ""]),
    ("apiVersion", &["0", "+1", "32767", "32768", "-1", "01", "1.0", ""]),
    ("topic", &["a", "a.b_c-d", "a\\b", "a b", "a/b", "é", ""]),
    (
        "port",
        &[
            "80",
            "443",
            "53",
            "65535",
            "65536",
            "0",
            "http",
            "HTTP",
            "a-b",
            "0x10",
            "0x1g0",
            "0b11",
            "0b12",
            "010",
            "08",
            "1_000",
            "1__000",
            "_1",
            "0_7",
            "99999",
            "80a!",
            "!!http",
            "-",
            "1-",
            "abcdefghijklmno",
            "abcdefghijklmnop",
            "0o17",
            "0o18",
            "00",
            "0_",
            "80-80",
            "a--b",
            "8080:tcp",
            "123456789012345678901",
        ],
    ),
    (
        "type",
        &[
            "8",
            "0",
            "255",
            "EchoReply",
            "EchoRequest",
            "Redirect",
            "PacketTooBig",
            "RouterSolicitation",
            "Photuris",
            "ExtendedEcho Reply",
            "ExtendedEchoRequest",
            "NeighborSolicitation",
            "RedirectMessage",
            "TimestampReply",
        ],
    ),
    (
        "key",
        &[
            "app",
            "k8s:app",
            "any:a/b",
            "reserved:host",
            "$host",
            ":a",
            "a:",
            "a=b",
            "a/b/c",
            "reserved.host",
            "-a",
            "a-",
            "k8s:io.kubernetes.pod.namespace",
            "a.b/c",
            "A.b/c",
            "a:b:c",
            "/a",
            "a/",
            "$",
            "é",
            "_",
            "a b",
            "k8s:-/a",
            "io.x:y",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ],
    ),
    (
        "except",
        &[
            "10.0.0.0/8",
            "10.1.0.0/16",
            "10.0.0.0/7",
            "0.0.0.0/0",
            "11.0.0.0/8",
            "fd00::/8",
            "fd00:1::/32",
            "::ffff:10.0.0.0/104",
            "10.0.0.1/24",
            "10.0.0.0/08",
        ],
    ),
    ("cidr", &["10.0.0.0/8", "0.0.0.0/0", "10.0.0.1/24", "fd00::/8", "::/0", "::ffff:10.0.0.0/104"]),
    ("matchName", &["example.com", "a_b.c", "example.com.", "Example.COM", "a", "x-1.y"]),
    ("matchPattern", &["*", "**", "*.example.com", "**.example.com", "a-*.b.", "a*b", "***."]),
];
