//! Reading: what is right is read, and all that is wrong is said at once, in its place.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use manifest::yaml::{Decoded, GoYaml, Reading, parse, rules};
use manifest::{Finding, Rule, Source};
use serde::Deserialize;
use serde::de::DeserializeOwned;

const GO: Reading = Reading::Go(GoYaml::V4Rc6);

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Sample {
    name: String,
    #[serde(default)]
    replicas: u16,
    #[serde(default)]
    enabled: bool,
    #[serde(default)]
    mode: Option<Mode>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    items: Vec<Item>,
    #[serde(default)]
    any: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    tree: Option<BTreeMap<String, Vec<Nested>>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Fast,
    Slow,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    port: u16,
    #[serde(default)]
    host: Option<std::net::IpAddr>,
}

/// Anything at all, built in full, so that aliases are followed.
#[derive(Debug, PartialEq)]
struct Nested;

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Walk;
        impl<'de> serde::de::Visitor<'de> for Walk {
            type Value = Nested;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("anything")
            }
            fn visit_str<E>(self, _: &str) -> Result<Nested, E> {
                Ok(Nested)
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut items: A) -> Result<Nested, A::Error> {
                while items.next_element::<Nested>()?.is_some() {}
                Ok(Nested)
            }
        }
        deserializer.deserialize_any(Walk)
    }
}

fn read<T: DeserializeOwned>(text: &str, reading: Reading) -> Decoded<T> {
    let source = Source::new("sample.yaml", text);
    match parse(&source) {
        Ok(documents) => documents[0].decode(reading),
        Err(finding) => Decoded { value: None, findings: vec![*finding] },
    }
}

/// `line:column code message` of every finding.
fn said(text: &str, findings: &[Finding]) -> Vec<String> {
    let source = Source::new("sample.yaml", text);
    findings
        .iter()
        .map(|finding| {
            let at = source.position(finding.place.span.unwrap().start);
            format!("{at} {} {}", finding.rule.code, finding.message)
        })
        .collect()
}

#[test]
fn a_document_without_faults_becomes_its_value() {
    let decoded = read::<Sample>("name: frank\nreplicas: 0x10\nmode: fast\nlabels: {a: b}\n", Reading::Json);
    assert_eq!(decoded.findings, []);
    let expected = Sample {
        name: "frank".into(),
        replicas: 16,
        mode: Some(Mode::Fast),
        labels: [("a".to_owned(), "b".to_owned())].into(),
        ..Sample::default()
    };
    assert_eq!(decoded.value, Some(expected));
}

#[test]
fn everything_that_is_wrong_is_said_at_once_and_the_rest_is_read() {
    let text = "\
name: frank
replicas: 70000
enabled: maybe
mod: fast
mode: fasst
labels: {model-server: true, zone: core}
items:
  - port: 80
    host: nowhere
  - host: 10.0.0.1
  - {port: http}
  - port: 443
name: fritz
";
    let decoded = read::<Sample>(text, Reading::Json);
    assert_eq!(
        said(text, &decoded.findings),
        [
            "2:11 YML0004 `replicas`: expected a whole number from 0 to 65535, found `70000`",
            "3:10 YML0004 `enabled`: expected `true` or `false`, found `maybe`",
            "4:1 YML0003 the key `mod` is not known in this document",
            "5:7 YML0006 `mode`: `fasst` is not one of the known values: `fast`, `slow`",
            "6:24 YML0007 `labels.model-server`: a text is wanted, but `true` without quotes is a boolean",
            "9:11 YML0006 `items[0].host`: invalid IP address syntax",
            "10:5 YML0005 the key `port` is missing",
            "11:12 YML0004 `items[2].port`: expected a whole number from 0 to 65535, found `http`",
            "13:1 YML0002 the key `name` is already given at line 1",
        ]
    );
    let value = decoded.value.unwrap();
    assert_eq!(value.name, "frank");
    assert_eq!(value.labels, [("zone".to_owned(), "core".to_owned())].into());
    assert_eq!(value.items, [Item { port: 80, host: None }, Item { port: 443, host: None }]);
    assert_eq!(decoded.findings[3].help.as_deref(), Some("did you mean `fast`?"));
    assert_eq!(decoded.findings[4].fix.as_ref().unwrap().replacement, "\"true\"");
}

/// Keys without defaults, of types that are hard to make up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "what is read is not what is tested")]
struct Demanding {
    name: String,
    #[serde(default)]
    note: Option<String>,
    mode: Mode,
    address: std::net::Ipv4Addr,
    version: Version,
    count: std::num::NonZeroU8,
    ports: (u16, u16),
    nested: Inner,
    choice: Choice,
    list: Vec<Item>,
    map: BTreeMap<String, Item>,
    flag: bool,
    last: f64,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what is read is not what is tested")]
struct Inner {
    version: Version,
    address: std::net::Ipv4Addr,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(dead_code, reason = "what is read is not what is tested")]
enum Choice {
    Inner(Inner),
    Item { port: u16 },
}

/// A text with two points in it.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Version;

impl TryFrom<String> for Version {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.matches('.').count() == 2 { Ok(Self) } else { Err("no version") }
    }
}

#[test]
fn all_keys_that_one_mapping_lacks_are_named_beside_what_is_wrong_with_the_others() {
    let text = "\
name: [a]
address: nowhere
items: []
nested: {version: 1}
ports: [1, x]
";
    let missing = |key: &str| format!("1:1 YML0005 the key `{key}` is missing");
    let mut expected = vec![
        "1:8 YML0004 `name`: expected a text, found a list".to_owned(),
        "2:10 YML0006 `address`: invalid IPv4 address syntax".to_owned(),
        "3:1 YML0003 the key `items` is not known in this document".to_owned(),
        "4:1 YML0005 the key `address` is missing".to_owned(),
        "4:19 YML0007 `nested.version`: a text is wanted, but `1` without quotes is a number".to_owned(),
        "5:12 YML0004 `ports[1]`: expected a whole number from 0 to 65535, found `x`".to_owned(),
    ];
    expected.extend(["mode", "version", "count", "choice", "list", "map", "flag", "last"].map(missing));
    let decoded = read::<Demanding>(text, Reading::Json);
    let mut found = said(text, &decoded.findings);
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    assert!(decoded.value.is_none());
}

#[test]
fn keys_that_many_items_lack_are_named_in_each() {
    let text: String = "- {ports: [1, 2]}\n".repeat(100);
    let decoded = read::<Vec<Demanding>>(&text, Reading::Json);
    assert_eq!(decoded.findings.len(), 100 * 11);
    assert!(decoded.findings.iter().all(|finding| finding.rule == &rules::MISSING_KEY));
    assert_eq!(decoded.value.map(|items| items.len()), Some(0));
}

#[test]
fn whoever_makes_very_many_mistakes_is_told_of_many_and_soon() {
    let text = (0..50_000).fold(String::new(), |text, number| text + &format!("a{number}: {{}}\n"));
    let decoded = read::<BTreeMap<String, Item>>(&text, Reading::Json);
    assert!((64..1_000).contains(&decoded.findings.len()), "{}", decoded.findings.len());
}

/// A key whose value nothing stands in for.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "what is read is not what is tested")]
struct Whimsical {
    odd: Odd,
    name: String,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Odd;

impl TryFrom<String> for Odd {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text == "odd" { Ok(Self) } else { Err(format!("`{text}` is not odd")) }
    }
}

#[test]
fn what_nothing_stands_in_for_is_named_alone_and_no_made_up_value_shows() {
    let decoded = read::<Whimsical>("{}\n", Reading::Json);
    assert_eq!(said("{}\n", &decoded.findings), ["1:1 YML0005 the key `odd` is missing"]);
    assert!(decoded.value.is_none());
}

#[test]
fn go_takes_the_source_text_for_strings_and_nothing_for_anything() {
    let text =
        "name: 0x1F\nreplicas:\nenabled: 'yes'\nlabels: {a: 1.50, b: ~, c: true}\nitems: [~, {port: 010}]\n";
    let decoded = read::<Sample>(text, GO);
    assert_eq!(decoded.findings, []);
    let value = decoded.value.unwrap();
    assert_eq!((value.name.as_str(), value.replicas, value.enabled), ("0x1F", 0, true));
    let labels: Vec<(&str, &str)> = value.labels.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(labels, [("a", "1.50"), ("b", ""), ("c", "true")]);
    assert_eq!(value.items, [Item { port: 8, host: None }]);
}

#[test]
fn json_is_made_by_the_booleans_of_yaml_1_1() {
    for (text, enabled) in [("yes", true), ("On", true), ("off", false), ("n", false)] {
        let text = format!("name: a\nreplicas: 1\nenabled: {text}\nlabels: {{}}\nitems: []\n");
        let decoded = read::<Sample>(&text, Reading::Json);
        assert_eq!((said(&text, &decoded.findings), decoded.value.unwrap().enabled), (Vec::new(), enabled));
    }
    let quoted = "name: a\nreplicas: 1\nenabled: 'yes'\nlabels: {}\nitems: []\n";
    let findings = read::<Sample>(quoted, Reading::Json).findings;
    assert_eq!(
        said(quoted, &findings),
        ["3:10 YML0004 `enabled`: expected `true` or `false`, found the text `yes`"]
    );
}

#[test]
fn releases_of_go_yaml_differ_where_upstream_differs() {
    let date = "name: 2024-01-01\n";
    assert_eq!(read::<Sample>(date, Reading::Go(GoYaml::V4Rc4)).value.unwrap().name, "2024-01-01");
    assert_eq!(
        said(date, &read::<Sample>(date, GO).findings),
        ["1:7 YML0004 `name`: expected a text, found the date `2024-01-01`; put it in quotes"]
    );
    let fraction = "name: x\nreplicas: 1.5\n";
    assert_eq!(read::<Sample>(fraction, Reading::Go(GoYaml::V4Rc3)).value.unwrap().replicas, 1);
    assert_eq!(read::<Sample>(fraction, Reading::Go(GoYaml::V4Rc4)).findings.len(), 1);
}

#[test]
fn an_entry_whose_key_is_nothing_is_left_out_by_go() {
    for text in ["~: 1\na: 2\n", "? \n: 1\na: 2\n", "&b : 1\na: 2\n"] {
        let decoded = read::<manifest::Value>(text, GO);
        assert!(decoded.findings.is_empty(), "{text:?}");
        assert_eq!(decoded.value.unwrap(), manifest::Map::from_iter([("a", 2_i64)]).into(), "{text:?}");
    }
}

#[test]
fn merge_keys_bring_what_is_not_there_yet() {
    let text = "any: &base {name: base, replicas: 3}\n<<: *base\nreplicas: 5\n";
    let value = read::<Sample>(text, Reading::Json).value.unwrap();
    assert_eq!((value.name.as_str(), value.replicas), ("base", 5));
}

#[test]
fn alias_bombs_are_refused_with_a_place() {
    let mut text = String::from("name: frank\ntree:\n  a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (target, anchor) in "abcdefgh".chars().zip("bcdefghi".chars()) {
        let aliases = vec![format!("*{target}"); 9].join(", ");
        writeln!(text, "  {anchor}: &{anchor} [{aliases}]").unwrap();
    }
    let decoded = read::<Sample>(&text, Reading::Json);
    assert_eq!(decoded.findings.len(), 1);
    assert_eq!(decoded.findings[0].rule, &rules::EXCESSIVE_ALIASING);
    assert!(decoded.findings[0].place.span.is_some());
}

#[test]
fn hostile_texts_end_in_one_finding() {
    let deep_flow = "[".repeat(10_000);
    let mut deep_block = String::new();
    for depth in 0..10_000 {
        writeln!(deep_block, "{}a:", " ".repeat(depth)).unwrap();
    }
    let dashes = "- ".repeat(50_000);
    for text in ["a: [", "\ta: b", "a: 'b", "a: *b", "&a [*a]", "%YAML 1.2\n---\na: b\n", "a: b: c", "\u{0}"]
        .into_iter()
        .chain([&*deep_flow, &*deep_block, &*dashes])
    {
        let finding = parse(&Source::new("hostile.yaml", text)).unwrap_err();
        assert_eq!(finding.rule, &rules::YAML_SYNTAX, "{}", &text[..text.len().min(20)]);
        assert!(finding.place.span.unwrap().end <= text.len());
    }
}

#[test]
fn tabs_are_white_space_only_where_go_takes_them() {
    let is_read = |text: &str| parse(&Source::new("tabs.yaml", text)).is_ok();
    for text in [
        "a:\tb\n",
        "a: b\t# c\n",
        "a: [\n b,\n\tc]\n",
        "a: |\n  x\n  \tb\n",
        "# -\tx\na: b\n",
        "a: 'x\n\ty'\n",
    ] {
        assert!(is_read(text), "{text:?}");
    }
    for text in ["\ta: b\n", "a:\n\tb: c\n", "-\ta: b\n", "a: b\n\t\nc: d\n", "a: b\n\t# c\n"] {
        assert!(!is_read(text), "{text:?}");
    }
}

#[test]
fn places_count_lines_and_characters() {
    let text = "\u{feff}# früh\r\nname: \"ß\"\r\nréplicas: 2\r\n";
    let decoded = read::<Sample>(text, Reading::Json);
    assert_eq!(
        said(text, &decoded.findings),
        ["3:1 YML0003 the key `réplicas` is not known in this document"]
    );
    assert_eq!(decoded.findings[0].help.as_deref(), Some("did you mean `replicas`?"));
}

#[test]
fn every_rule_is_broken_by_its_bad_example_only() {
    let codes = |text: &str| -> Vec<&'static str> {
        let source = Source::new("example.yaml", text);
        let documents = match parse(&source) {
            Ok(documents) => documents,
            Err(finding) => return vec![finding.rule.code],
        };
        let Some(document) = documents.first().filter(|document| !document.root().is_null()) else {
            return vec![rules::EMPTY_DOCUMENT.code];
        };
        let findings = document.decode::<Sample>(Reading::Json).findings;
        findings.into_iter().map(|finding| finding.rule.code).collect()
    };
    for rule in rules::RULES {
        let Rule { code, bad, good, .. } = rule;
        assert_eq!(codes(bad), [*code], "the bad example of {code}");
        assert_eq!(codes(good), [""; 0], "the good example of {code}");
    }
}

#[test]
fn codes_are_unique_and_sorted() {
    assert!(rules::RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
}

#[test]
fn of_very_many_unknown_keys_each_is_said_in_its_place() {
    let mut text = "name: web\n".to_owned();
    for number in 0..100_000 {
        writeln!(text, "key{number}:").unwrap();
    }
    let decoded = read::<Sample>(&text, Reading::Json);
    assert_eq!(decoded.value.unwrap().name, "web");
    assert_eq!(decoded.findings.len(), 100_000);
    let source = Source::new("sample.yaml", text);
    for (finding, number) in decoded.findings.iter().zip(0..) {
        assert_eq!(source.slice(finding.place.span.unwrap()), format!("key{number}"));
    }
}

#[test]
fn a_key_that_is_a_list_or_a_mapping_is_of_a_wrong_type() {
    for (text, place, found) in
        [("name: a\n[b]: 1\n", "2:1", "a list"), ("name: a\n{}:\n", "2:1", "a mapping")]
    {
        for reading in [GO, Reading::Json] {
            let decoded = read::<Sample>(text, reading);
            let [finding] = decoded.findings.as_slice() else { panic!("{:?}", decoded.findings) };
            assert_eq!(finding.rule.code, rules::WRONG_TYPE.code);
            assert_eq!(finding.message, format!("a key of this document is {found}, and must be a text"));
            let source = Source::new("sample.yaml", text);
            assert_eq!(source.position(finding.place.span.unwrap().start).to_string(), place);
        }
    }
}

#[test]
fn of_very_many_keys_each_is_read_once_though_some_stand_twice_or_are_merged() {
    let mut text = "base: &base\n".to_owned();
    for number in 0..50_000 {
        writeln!(text, "  key{number}: a").unwrap();
    }
    text.push_str("all:\n  <<: *base\n");
    for number in 25_000..75_000 {
        writeln!(text, "  key{number}: b").unwrap();
    }
    text.push_str("  key74999: c\n");
    let decoded = read::<BTreeMap<String, BTreeMap<String, String>>>(&text, Reading::Go(GoYaml::default()));
    assert_eq!(decoded.findings.len(), 1);
    let all = &decoded.value.unwrap()["all"];
    let values = |value: &str| all.values().filter(|known| *known == value).count();
    assert_eq!((values("a"), values("b"), values("c")), (25_000, 50_000, 0));
}
