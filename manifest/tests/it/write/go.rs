//! Writing as Go's library does. The expected texts are those that the four releases wrote.

use manifest::yaml::{GoYaml, Layout, to_string};
use manifest::{Map, Value};

const RELEASES: [GoYaml; 4] = [GoYaml::V3, GoYaml::V4Rc3, GoYaml::V4Rc4, GoYaml::V4Rc6];

fn written(text: &str, release: GoYaml) -> String {
    let map = Map::from_iter([("key", text)]);
    to_string(&map, &Layout::go(release)).unwrap()
}

fn in_every_release(text: &str, expected: &str) {
    for release in RELEASES {
        assert_eq!(written(text, release), format!("key: {expected}\n"), "{release:?}");
    }
}

#[test]
fn texts_that_go_reads_as_something_else_stand_in_double_quotes() {
    for text in
        ["", "0x5", "0o7", "1_0", ".5", "1e3", "012", "+1", "true", "null", "~", ".inf", ".nan", "2024-01-01"]
    {
        in_every_release(text, &format!("\"{text}\""));
    }
}

#[test]
fn texts_that_look_like_structure_stand_in_single_quotes() {
    for text in [
        " a", "a ", "a: b", "a #b", "#a", "- a", "? a", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a", "\"a",
        "{a", "[a", "a:", "-", "---", "...",
    ] {
        in_every_release(text, &format!("'{text}'"));
    }
    in_every_release("'a'", "'''a'''");
}

#[test]
fn other_texts_stand_without_quotes() {
    for text in ["=", "-a", "?a", "a:b", "::1", "a, b", "a]", "it's", "1,000", "a\\b", "é"] {
        in_every_release(text, text);
    }
    let long = "word ".repeat(100) + "end";
    in_every_release(&long, &long);
}

#[test]
fn what_yaml_1_1_misreads_is_quoted_differently_by_each_release() {
    for text in ["y", "No", "OFF", "12:30:45", "11:22:33:44:55:56", "-1:30.5"] {
        for release in [GoYaml::V3, GoYaml::V4Rc3, GoYaml::V4Rc4] {
            assert_eq!(written(text, release), format!("key: \"{text}\"\n"));
        }
        assert_eq!(written(text, GoYaml::V4Rc6), format!("key: '{text}'\n"));
    }
    let merge = RELEASES.map(|release| written("<<", release));
    assert_eq!(merge, ["key: <<\n", "key: \"<<\"\n", "key: \"<<\"\n", "key: '<<'\n"]);
}

#[test]
fn characters_that_go_does_not_print_are_escaped() {
    in_every_release("a\tb\r", r#""a\tb\r""#);
    in_every_release("\x07\x1b\x7f", r#""\a\e\x7F""#);
    in_every_release("😀", r#""\U0001F600""#);
    in_every_release("\u{feff}ab", r#""\uFEFF\x61\x62""#);
    in_every_release("a \nb", r#""a \nb""#);
    in_every_release("a\u{2028}b", "'a\u{2028}    b'");
}

#[test]
fn lines_stand_as_a_block() {
    in_every_release("a\nb", "|-\n    a\n    b");
    in_every_release("a\n\tb\n", "|\n    a\n    \tb");
    in_every_release("a\n\n", "|+\n    a\n");
    in_every_release(" a\nb", "|4-\n     a\n    b");
    let leading = RELEASES.map(|release| written("\na", release));
    assert_eq!(
        leading,
        ["key: |4-\n    a\n", "key: |4-\n\n    a\n", "key: |-\n\n    a\n", "key: |-\n\n    a\n"]
    );
    let blank = RELEASES.map(|release| written("\n", release));
    assert_eq!(blank, ["key: |4+\n", "key: \"\\n\"\n", "key: \"\\n\"\n", "key: \"\\n\"\n"]);
}

#[test]
fn long_keys_and_keys_of_several_lines_stand_alone() {
    let value = Value::from(Map::from_iter([("a", vec![Value::Int(1)])]));
    let long = "k".repeat(129);
    let map = Map::from_iter([("a\nb", value.clone()), (&long, value), ("y", Value::Float(1e6))]);
    assert_eq!(
        to_string(&map, &Layout::go(GoYaml::V4Rc6)).unwrap(),
        format!("? |-\n    a\n    b\n:   a:\n        - 1\n? {long}\n:   a:\n        - 1\n'y': 1e+06\n")
    );
}
