//! Sources and spans that no renderer expects.

use manifest::report::{Human, Report, github, human, json, sarif};
use manifest::{FieldPath, Finding, Fix, Place, Source, Span};
use proptest::prelude::*;

use super::sample::{UNKNOWN_KEY, place, span};

fn finding(source: &Source, span: Span) -> Finding {
    Finding::new(&UNKNOWN_KEY, place(source, FieldPath::root(), span), "wrong")
}

/// What people see of a mark and, where there is one, a fix; the other renderers must bear it, too.
fn shown(text: &str, span: Span, replacement: Option<&str>) -> String {
    let source = Source::new("a.yaml", text);
    let mut finding = finding(&source, span).label("here");
    if let Some(replacement) = replacement {
        finding = finding.fix(Fix { title: "mend it".into(), span, replacement: replacement.into() });
    }
    let report = Report::new([finding], [source]);
    assert!(!json(&report).is_empty() && !sarif(&report).is_empty() && !github(&report).is_empty());
    human(&report, &Human { color: false, width: Some(80) })
}

#[test]
fn spans_outside_of_the_text_are_moved_to_its_end() {
    let expected = "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:1:5
  |
1 | a: b
  |     ^ here

1 error
";
    assert_eq!(shown("a: b", Span::new(100, 200), None), expected);
    assert_eq!(shown("a: b", Span { start: 4, end: 2 }, None), expected);
}

#[test]
fn spans_inside_of_a_character_are_moved_to_its_start() {
    assert!(shown("a: 世界", Span::new(4, 5), None).contains("a.yaml:1:4\n"));
}

#[test]
fn what_upstream_says_stands_in_every_format() {
    let source = Source::new("a.yaml", "a: b");
    let finding = finding(&source, Span::new(3, 4)).upstream("B is not supported yet").help("write c");
    let report = Report::new([finding], [source]);
    let expected = "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:1:4
  |
1 | a: b
  |    ^
  |
  = upstream: B is not supported yet
  = help: write c

1 error
";
    assert_eq!(human(&report, &Human::default()), expected);
    for text in [json(&report), sarif(&report), github(&report)] {
        assert!(text.contains("B is not supported yet"), "{text}");
    }
}

#[test]
fn an_empty_source_has_one_empty_line() {
    assert_eq!(
        shown("", Span::new(0, 0), None),
        "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:1:1
  |
1 |
  | ^ here

1 error
"
    );
}

#[test]
fn tabs_and_wide_characters_count_as_one_character_and_are_shown_in_full_width() {
    let text = "世界:\t[\"ä\", bad]\n";
    assert_eq!(
        shown(text, span(text, "bad"), None),
        "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:1:11
  |
1 | 世界:    [\"ä\", bad]
  |                ^^^ here

1 error
"
    );
}

#[test]
fn lines_may_end_in_a_carriage_return() {
    let text = "a: b\r\nc: bad\r\nd: e\r\n";
    assert_eq!(
        shown(text, span(text, "bad"), Some("good")),
        "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:2:4
  |
2 | c: bad
  |    ^^^ here
  |
help: mend it
  |
2 - c: bad
2 + c: good
  |

1 error
"
    );
}

#[test]
fn marks_over_several_lines_stand_below_the_first() {
    let text = "a:\n  b: c\n  d: e\n";
    assert!(shown(text, Span::new(5, text.len()), None).contains("2 |   b: c\n  |   ^^^^ here\n"));
}

#[test]
fn long_lines_are_cut_around_the_mark_and_the_fix() {
    let text = format!("{}bad{}\n", "a".repeat(60_000), "b".repeat(40_000));
    let shown = shown(&text, span(&text, "bad"), Some("good"));
    assert!(shown.contains("a.yaml:1:60001\n"), "{shown}");
    assert!(shown.contains("aagoodbb"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 150), "{shown}");
}

#[test]
fn long_fixes_are_named_only() {
    let shown = shown("a: b\n", Span::new(3, 4), Some(&"x".repeat(1000)));
    assert!(shown.contains("= help: mend it\n") && !shown.contains("xxx"), "{shown}");
}

#[test]
fn a_line_can_be_added_behind_the_last_one() {
    assert_eq!(
        shown("a: b\n", Span::new(5, 5), Some("c: d\n")),
        "\
error[EXA0001 unknown-key]: wrong
 --> a.yaml:2:1
  |
2 |
  | ^ here
  |
help: mend it
  |
2 + c: d
  |

1 error
"
    );
}

#[test]
fn escape_codes_of_a_file_do_not_reach_the_terminal() {
    let source = Source::new("a\u{1b}[31m.yaml", "a: \u{1b}[31m\u{202e}\n");
    let place = place(&source, FieldPath::root().key("\u{1b}[0m"), Span::new(0, 1));
    let finding = Finding::new(&UNKNOWN_KEY, place, "wrong \u{1b}[31m")
        .label("\u{1b}[0m\nsecond line")
        .related(FieldPath::root().key("\u{1b}"), "\u{1b}[0m")
        .help("\u{1b}[0m")
        .fix(Fix { title: "\u{1b}[0m".into(), span: Span::new(0, 1), replacement: "\u{1b}[0m".into() });
    let shown = human(&Report::new([finding], [source]), &Human::default());
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown:?}");
}

#[test]
fn a_source_that_is_not_there_is_named() {
    let place = Place { source: Some("gone.yaml".into()), span: Some(Span::new(3, 4)), ..Place::default() };
    let report = Report::new([Finding::new(&UNKNOWN_KEY, place, "wrong")], []);
    assert_eq!(
        human(&report, &Human::default()),
        "error[EXA0001 unknown-key]: wrong\n--> gone.yaml\n\n1 error\n"
    );
    assert_eq!(github(&report), "::error file=gone.yaml,title=EXA0001 unknown-key::wrong\n");
}

proptest! {
    #[test]
    fn no_text_and_no_span_is_too_odd(
        text in "[a-z:\"'|{}\\[\\],# \t\r\n世\u{301}\u{1b}-]{0,40}|token: .{0,20}|.{0,40}",
        start in 0_usize..60,
        end in 0_usize..60,
        replacement in ".{0,10}|[a\n]{0,5}",
    ) {
        let shown = shown(&text, Span { start, end }, Some(&replacement));
        prop_assert!(shown.ends_with("1 error\n"));
    }
}
