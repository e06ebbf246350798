//! Texts between quotes, without quotes, and as blocks.

use manifest::yaml::{Layout, to_string};
use manifest::{Map, Value};

fn written(text: &str) -> String {
    to_string(text, &Layout::default()).unwrap()
}

#[test]
fn texts_that_nobody_misreads_stand_without_quotes() {
    for text in [
        "core",
        "192.168.55.21",
        "192.168.55.0/24",
        "192.168.55.100-192.168.55.199",
        "30000-32767",
        "fd00::/8",
        "fd00::1",
        "1.12.6",
        "v1alpha1",
        "ghcr.io/siderolabs/installer:v1.12.6",
        "1Gi",
        "500m",
        "12h",
        "1h30m",
        "https://192.168.55.10:6443/a?b=c#d",
        "--feature-gates=UserNamespaces=true",
        "-v",
        "^en[a-z0-9]+",
        "$patch",
        "/dev/sda",
        "it's",
        "a, b",
        "a\\b",
        "ce4d0d52-6c10-bdc9-746c-88aedd67681b",
        "Grüße, 世界",
        "e",
        "eth0",
        "2026-W05",
    ] {
        assert_eq!(written(text), format!("{text}\n"));
    }
}

#[test]
fn texts_that_some_reader_misreads_stand_in_quotes() {
    for text in [
        "",
        "~",
        "null",
        "NULL",
        "true",
        "False",
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "=",
        "<<",
        "-",
        "--",
        "---",
        "...",
        "0",
        "-1",
        "+1",
        "0644",
        "0o644",
        "0x1f",
        "0X_1",
        "0b1",
        "1_000",
        "1,000",
        "1e3",
        "e3",
        "1.",
        "1.10",
        ".5",
        ".",
        "._",
        "+_",
        "08",
        ".inf",
        "-.INF",
        ".nan",
        "1:30",
        "190:20:30.15",
        "00:1a:2b:3c:4d:5e",
        "aa:bb:cc:dd:ee:ff",
        "2026-01-31",
        "2026-01-31T10:00:00Z",
        "2026-1-1 10:00:00",
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "{a}",
        "[a]",
        "? a",
        ": a",
        ",a",
        "- a",
        "-1a",
        "::1",
        "😀",
    ] {
        assert_eq!(written(text), format!("\"{text}\"\n"));
    }
}

#[test]
fn what_cannot_be_seen_is_written_as_an_escape() {
    for (text, expected) in [
        ("a\tb", r#""a\tb""#),
        ("say \"no\"\t\\", r#""say \"no\"\t\\""#),
        ("\0\x07\x08\x0b\x0c\r\x1b\x7f", r#""\0\a\b\v\f\r\e\x7F""#),
        ("a\u{85}\u{a0}\u{2028}\u{2029}", r#""a\N\_\L\P""#),
        ("a\u{ad}\u{200b}\u{202e}\u{feff}", r#""a\xAD\u200B\u202E\uFEFF""#),
        ("\u{e0001}\u{10ffff}", r#""\U000E0001\U0010FFFF""#),
    ] {
        assert_eq!(written(text), format!("{expected}\n"));
    }
}

#[test]
fn lines_stand_as_a_block_where_they_can_be_seen_as_they_are() {
    assert_eq!(written("a\nb"), "|-\n  a\n  b\n");
    assert_eq!(written("a\nb\n"), "|\n  a\n  b\n");
    assert_eq!(written("a\n\nb\n\n\n"), "|+\n  a\n\n  b\n\n\n");
    assert_eq!(written("if x:\n\tindented # 😀\n---\n"), "|\n  if x:\n  \tindented # 😀\n  ---\n");
    for (text, expected) in [
        ("a \nb", r#""a \nb""#),
        ("a\nb\t", r#""a\nb\t""#),
        (" a\nb", r#"" a\nb""#),
        ("\ta\nb", r#""\ta\nb""#),
        ("\na", r#""\na""#),
        ("\n", r#""\n""#),
        ("a\r\nb", r#""a\r\nb""#),
        ("a\n\u{200b}", r#""a\n\u200B""#),
    ] {
        assert_eq!(written(text), format!("{expected}\n"));
    }
}

#[test]
fn nothing_is_folded() {
    let text = "word ".repeat(1000) + "end";
    assert_eq!(written(&text), format!("{text}\n"));
}

#[test]
fn keys_stay_on_one_line_unless_they_are_too_long_for_it() {
    let write =
        |key: &str, value: Value| to_string(&Map::from_iter([(key, value)]), &Layout::default()).unwrap();
    assert_eq!(write("yes", Value::Int(1)), "\"yes\": 1\n");
    assert_eq!(write("a\nb", Value::Int(1)), "\"a\\nb\": 1\n");
    let long = "k".repeat(2000);
    assert_eq!(write(&long, Value::Int(1)), format!("? {long}\n: 1\n"));
    assert_eq!(
        write(&long, Map::from_iter([("a", 1_i64), ("b", 2)]).into()),
        format!("? {long}\n: a: 1\n  b: 2\n")
    );
    // A list item moves its keys off the grid of three spaces: there is no room for a mapping behind the colon.
    let item = Map::from_iter([(&long, Map::from_iter([("a", 1_i64)]))]);
    assert_eq!(
        to_string(&[item], &Layout::default().indent(3)).unwrap(),
        format!("- ? {long}\n  :\n   a: 1\n")
    );
}
