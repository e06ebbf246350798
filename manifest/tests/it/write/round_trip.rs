//! What is written is read back as what it was.

use manifest::yaml::{GoYaml, Layout, Reading, parse, to_stream, to_string};
use manifest::{Map, Source, Value};
use proptest::prelude::*;

/// Texts made of what YAML finds meaning in.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "B",
        "null",
        "true",
        "yes",
        "no",
        "on",
        "y",
        "~",
        "0",
        "9",
        "1",
        "x",
        "o",
        "b",
        "e",
        "E",
        "_",
        ".",
        "+",
        "-",
        ":",
        "::",
        ": ",
        " #",
        "#",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r",
        "'",
        "\"",
        "\\",
        "|",
        ">",
        "%",
        "@",
        "`",
        "!",
        "&",
        "*",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "=",
        "<<",
        ".inf",
        ".nan",
        "2026-01-31",
        "12:30",
        "---",
        "...",
        "é",
        "世",
        "😀",
        "\u{85}",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "\0",
        "\u{7f}",
        "\u{202e}",
    ]);
    prop_oneof![
        prop::collection::vec(word, 0..8).prop_map(|words| words.concat()),
        any::<String>(),
        "[0-9_.:eExo+-]{1,8}",
        "k{1,1500}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        3 => text().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        1 => (prop::num::f64::NORMAL | prop::num::f64::ZERO | prop::num::f64::INFINITE).prop_map(Value::from),
    ];
    scalar.prop_recursive(5, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..5).prop_map(|entries| Map::from_iter(entries).into()),
        ]
    })
}

fn read(text: &str) -> Vec<Value> {
    let source = Source::new("written", text);
    let documents = parse(&source).unwrap_or_else(|finding| panic!("{text}\n{}", finding.message));
    let read = |reading| {
        documents.iter().map(move |document| {
            let decoded = document.decode::<Value>(reading);
            assert_eq!(decoded.findings, [], "{text}");
            decoded.value.unwrap()
        })
    };
    let values: Vec<Value> = read(Reading::Json).collect();
    assert_eq!(values, read(Reading::Go(GoYaml::V4Rc6)).collect::<Vec<_>>(), "{text}");
    values
}

/// Same content and same order of keys.
fn assert_same(left: &Value, right: &Value) {
    assert_eq!(format!("{left:?}"), format!("{right:?}"));
    assert_eq!(left, right);
}

proptest! {
    #[test]
    fn every_value_is_read_back(value in value()) {
        for layout in [
            Layout::default(),
            Layout::kubernetes(),
            Layout::default().indent(3),
            Layout::kubernetes().indent(9),
        ] {
            let text = to_string(&value, &layout).unwrap();
            prop_assert!(text.ends_with('\n'));
            let read = read(&text);
            prop_assert_eq!(read.len(), 1, "{}", text);
            assert_same(&read[0], &value);
        }
    }

    #[test]
    fn every_document_of_a_stream_is_read_back(values in prop::collection::vec(value(), 0..4)) {
        let read = read(&to_stream(&values, &Layout::default()).unwrap());
        prop_assert_eq!(read.len(), values.len());
        for (read, value) in read.iter().zip(&values) {
            assert_same(read, value);
        }
    }

    #[test]
    fn single_lines_written_as_go_writes_them_are_read_back(texts in prop::collection::vec("[^\n\u{2028}\u{2029}]*", 1..4)) {
        let value = Value::from(texts.into_iter().map(Value::from).collect::<Vec<_>>());
        for release in [GoYaml::V4Rc3, GoYaml::V4Rc4, GoYaml::V4Rc6] {
            assert_same(&read(&to_string(&value, &Layout::go(release)).unwrap())[0], &value);
        }
    }
}
