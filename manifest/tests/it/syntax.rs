//! Syntax: what is YAML and what is not is decided as Go's library decides it, also where YAML 1.2 says otherwise.
//!
//! Each line was asked of go.yaml.in/yaml/v4 v4.0.0-rc.6; `conformance` asks about random texts.

use std::fmt::Write as _;

use manifest::Source;
use manifest::yaml::{Kind, Node, Style, parse};

/// The trees of all documents, in short: `{key:value}`, `[item]`, `'text'` for a text that was written with quotes or as a block.
fn shape(text: &str) -> Result<String, String> {
    let documents = parse(&Source::new("syntax.yaml", text)).map_err(|finding| {
        let span = finding.place.span.unwrap_or_default();
        let position = Source::new("", text).position(span.start);
        format!("{position} {}", finding.upstream.unwrap_or(finding.message))
    })?;
    let mut all = String::new();
    for document in &documents {
        write_node(&mut all, document.root());
        all.push(';');
    }
    Ok(all)
}

fn write_node(out: &mut String, node: &Node) {
    if let Some(tag) = &node.tag {
        write!(out, "<{tag}>").unwrap();
    }
    match &node.kind {
        Kind::Scalar(scalar) if scalar.style == Style::Plain => out.push_str(&scalar.text),
        Kind::Scalar(scalar) => write!(out, "'{}'", scalar.text.replace('\n', "\\n")).unwrap(),
        Kind::Sequence(items) => {
            out.push('[');
            for item in items {
                write_node(out, item);
                out.push(',');
            }
            out.push(']');
        }
        Kind::Mapping(entries) => {
            out.push('{');
            for entry in entries {
                write_node(out, &entry.key);
                out.push(':');
                write_node(out, &entry.value);
                out.push(',');
            }
            out.push('}');
        }
        Kind::Alias(target) => write_node(out, target),
    }
}

#[test]
fn texts_that_go_takes() {
    for (text, expected) in [
        ("", ""),
        ("# nothing\n", ""),
        ("---\n---\n", ";;"),
        ("a: 1\n...\n", "{a:1,};"),
        // Blocks.
        ("a:\n- 1\n-\n- b:\n", "{a:[1,,{b:,},],};"),
        ("- - a\n  - b\n-  c: d\n   e: f\n", "[[a,b,],{c:d,e:f,},];"),
        ("? a\n: - b\n? [c]\n", "{a:[b,],[c,]:,};"),
        // Texts.
        ("a: b\n   c\n\n   d\n", "{a:b c\nd,};"),
        ("a: 'b\n\n  it''s'\n", "{a:'b\\nit's',};"),
        ("a: \"b \\\n   c\\x41\\u00e9\"\n", "{a:'b cAé',};"),
        ("a: |2-\n   b\n\nc: >+\n  d\n  e\n\n", "{a:' b',c:'d e\\n\\n',};"),
        ("a: b#c # d\n", "{a:b#c,};"),
        // Where YAML 1.2 says otherwise.
        ("a: \"b\"#c\n", "{a:'b',};"),
        ("a: 1\n# b\n\t# c\n", "{a:1,};"),
        ("a: b\u{85}c: d\u{2028}e: f", "{a:b,c:d,e:f,};"),
        ("a: b\u{7f}c\n", "{a:b\u{7f}c,};"),
        ("a: [-]\n", "{a:[-,],};"),
        ("[a, :b]", "[a,:b,];"),
        ("{a, :b}", "{a:,:b:,};"),
        ("[? ]]", "[{:,},];"),
        ("&a: b", "{:b,};"),
        // Flow.
        ("[a: b, {c: , d}, \"e\":f, [],]", "[{a:b,},{c:,d:,},{'e':f,},[],];"),
        ("{a: b\n  c, d\n:e}", "{a:b c,d :e:,};"),
        // Anchors and tags.
        ("a: &x [1]\nb: *x\n", "{a:[1,],b:[1,],};"),
        ("a: &x 1\n---\nb: *x\n", "{a:1,};{b:1,};"),
        (
            "a: !!int 1\nb: !c d\nc: ! e\n",
            "{a:<tag:yaml.org,2002:int>1,b:<!c>d,c:<tag:yaml.org,2002:str>e,};",
        ),
        ("%TAG !e! tag:e.org,\n---\n!e!f%41 g\n", "<tag:e.org,fA>g;"),
        ("!<tag:x> a", "<tag:x>a;"),
    ] {
        assert_eq!(shape(text).as_deref(), Ok(expected), "{text:?}");
    }
}

#[test]
fn texts_that_go_refuses() {
    for (text, expected) in [
        ("a: b: c", "1:5 mapping values are not allowed in this context"),
        ("a: - b", "1:4 block sequence entries are not allowed in this context"),
        ("a: ? b", "1:4 mapping keys are not allowed in this context"),
        ("a: 1\nb\nc: 2\n", "2:1 could not find expected ':'"),
        ("a: 1\n b: 2\n", "2:3 mapping values are not allowed in this context"),
        (": a", "1:1 did not find expected key"),
        ("- a\nb: c\n", "2:1 did not find expected '-' indicator"),
        ("a:\n  - b\n c: d\n", "3:2 did not find expected key"),
        ("[a", "1:1 did not find expected ',' or ']'"),
        ("[a,", "1:1 did not find expected node content"),
        ("{a b: c\n  d: e}", "2:4 did not find expected ',' or '}'"),
        ("{a: b]", "1:6 did not find expected ',' or '}'"),
        ("[- a]", "1:2 did not find expected node content"),
        ("a: 'b", "1:4 found unexpected end of stream"),
        ("a: \"b\n---\n", "2:1 found unexpected document indicator"),
        ("\"\\q\"", "1:2 found unknown escape character"),
        ("\"\\xg0\"", "1:2 did not find expected hexadecimal number"),
        ("\"\\ud800\"", "1:2 found invalid Unicode character escape code"),
        ("a: |0\n b", "1:5 found an indentation indicator equal to 0"),
        ("a: | b", "1:6 did not find expected comment or line break"),
        ("a: |\n \tb", "2:2 found a tab character where an indentation space is expected"),
        ("a: b\n\tc", "2:1 found a tab character that violates indentation"),
        ("a:\n\tb: c", "2:1 found character that cannot start any token"),
        ("a: @b", "1:4 found character that cannot start any token"),
        ("a: *", "1:4 did not find expected alphabetic or numeric character"),
        ("a: *b", "1:4 unknown anchor 'b' referenced"),
        ("a: !b,c d", "1:4 found character ',' that is not allowed in a YAML tag"),
        ("a: !e!b c", "1:4 found undefined tag handle"),
        ("a: !<b c", "1:4 did not find the expected '>'"),
        ("%YAML 1.2\n---\na", "1:1 found incompatible YAML document"),
        ("%YAML 1.1\n%YAML 1.1\n---\na", "2:1 found duplicate %YAML directive"),
        ("%FRANK\n---\na", "1:1 found unknown directive name"),
        ("a\n...\nb", "3:1 did not find expected <document start>"),
        ("a: \u{7}", "1:4 control characters are not allowed"),
        // Ours alone.
        ("&a [*a]", "1:5 not valid YAML: this anchor's value contains itself"),
    ] {
        assert_eq!(shape(text).err().as_deref(), Some(expected), "{text:?}");
    }
}
