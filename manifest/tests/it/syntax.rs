//! Syntax: what is YAML and what is not is decided as Go's library decides it, also where YAML 1.2 says otherwise.
//!
//! Each line was asked of go.yaml.in/yaml/v4 v4.0.0-rc.6, or of the release that it names; `conformance` asks about random texts.

use std::fmt::Write as _;

use manifest::Source;
use manifest::yaml::GoYaml::{V3, V4Rc3, V4Rc4, V4Rc6};
use manifest::yaml::{GoYaml, Kind, Node, Style, parse, parse_as};

/// The trees of all documents, in short: `{key:value}`, `[item]`, `'text'` for a text that was written with quotes or as a block.
fn shape(text: &str) -> Result<String, String> {
    shape_as(text, GoYaml::default())
}

fn shape_as(text: &str, release: GoYaml) -> Result<String, String> {
    let documents = parse_as(&Source::new("syntax.yaml", text), release).map_err(|finding| {
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
        ("a: \u{7}", "1:4 control characters are not allowed (value: 7)"),
        // Ours alone.
        ("&a [*a]", "1:5 not valid YAML: this anchor's value contains itself"),
    ] {
        assert_eq!(shape(text).err().as_deref(), Some(expected), "{text:?}");
    }
}

/// What releases make of one text, from the oldest to the newest: from each of these on this is what it reads, or why not.
type Since = &'static [(GoYaml, Result<&'static str, &'static str>)];

const READ_OTHERWISE: &[(&str, Since)] = &[
    // Controls.
    ("a: b\u{7f}", &[(V3, Err("1:5 control characters are not allowed")), (V4Rc4, Ok("{a:b\u{7f},};"))]),
    ("\"\u{9f}\"", &[(V3, Err("1:2 control characters are not allowed")), (V4Rc4, Ok("'\u{9f}';"))]),
    ("a: b\u{85}c: d", &[(V3, Ok("{a:b,c:d,};"))]),
    (
        "\u{1}",
        &[
            (V3, Err("1:1 control characters are not allowed")),
            (V4Rc6, Err("1:1 control characters are not allowed (value: 1)")),
        ],
    ),
    // Anchors.
    (
        "a: &b/c 1",
        &[(V3, Err("1:4 did not find expected alphabetic or numeric character")), (V4Rc3, Ok("{a:1,};"))],
    ),
    ("a: &b? c", &[(V3, Err("1:6 mapping keys are not allowed in this context")), (V4Rc3, Ok("{a:c,};"))]),
    // Question marks between brackets.
    ("[?a]", &[(V3, Ok("[{a:,},];")), (V4Rc3, Ok("[?a,];"))]),
    ("[a?b]", &[(V3, Err("1:3 did not find expected ',' or ']'")), (V4Rc3, Ok("[a?b,];"))]),
    ("?a: b", &[(V3, Ok("{?a:b,};"))]),
    // Colons between brackets.
    ("[:a]", &[(V3, Err("1:2 did not find expected node content")), (V4Rc4, Ok("[:a,];"))]),
    ("[a, :b]", &[(V3, Err("1:5 did not find expected node content")), (V4Rc4, Ok("[a,:b,];"))]),
    (
        "[::]",
        &[
            (V3, Err("1:2 did not find expected node content")),
            (V4Rc4, Ok("[::,];")),
            (V4Rc6, Ok("[{::,},];")),
        ],
    ),
    ("{a:}", &[(V3, Ok("{a::,};")), (V4Rc6, Ok("{a:,};"))]),
    ("[a:, b]", &[(V3, Ok("[a:,b,];")), (V4Rc6, Ok("[{a:,},b,];"))]),
    ("{\"a\":}", &[(V3, Ok("{'a':,};"))]),
    // One release takes a colon behind a bracket for that of a key, if both are on the first line.
    (
        "{:a}",
        &[
            (V3, Err("1:2 did not find expected node content")),
            (V4Rc4, Err("1:2 did not find expected <stream-start>")),
            (V4Rc6, Err("1:2 did not find expected node content")),
        ],
    ),
    (
        "- {:a}",
        &[
            (V3, Err("1:4 did not find expected node content")),
            (V4Rc4, Ok("[{:a,},];")),
            (V4Rc6, Err("1:4 did not find expected node content")),
        ],
    ),
    ("a:\n- {:b}", &[(V3, Err("2:4 did not find expected node content"))]),
    // Tags.
    (
        "a: !b,c d",
        &[
            (V3, Ok("{a:<!b,c>d,};")),
            (V4Rc4, Err("1:4 found character ',' that is not allowed in a YAML tag")),
        ],
    ),
    ("a: !<b{c> d", &[(V3, Err("1:4 did not find the expected '>'")), (V4Rc4, Ok("{a:<b{c>d,};"))]),
    (
        "%TAG !e! tag:{,\n---\n!e!f a",
        &[(V3, Err("1:1 did not find expected whitespace or line break")), (V4Rc4, Ok("<tag:{,f>a;"))],
    ),
    ("! 1", &[(V3, Ok("1;")), (V4Rc6, Ok("<tag:yaml.org,2002:str>1;"))]),
    ("{a: ! }", &[(V3, Ok("{a:,};")), (V4Rc6, Ok("{a:<tag:yaml.org,2002:str>,};"))]),
    // The end of a document, before any.
    ("...\na", &[(V3, Err("1:1 did not find expected node content")), (V4Rc6, Ok("a;"))]),
    ("...\n", &[(V3, Err("1:1 did not find expected node content")), (V4Rc6, Ok(""))]),
    ("a\n...\n...\n---\nb", &[(V3, Ok("a;b;"))]),
    // A block text that is the document.
    ("--- |\na\n", &[(V3, Err("2:1 did not find expected <document start>")), (V4Rc6, Ok("'a\\n';"))]),
    ("--- |\n a\n", &[(V3, Ok("'a\\n';"))]),
    // Words alone.
    (
        "\"\\xg0\"",
        &[
            (V3, Err("1:2 did not find expected hexdecimal number")),
            (V4Rc3, Err("1:2 did not find expected hexadecimal number")),
        ],
    ),
    // Keys that older releases give up early, and what they say first then.
    (
        "{a: b,\n c: *x,\n d: @}",
        &[
            (V3, Err("2:5 unknown anchor 'x' referenced")),
            (V4Rc4, Err("3:5 found character that cannot start any token")),
        ],
    ),
    (
        "a: 1\n[b\n]: c\n",
        &[
            (V3, Err("2:1 could not find expected ':'")),
            (V4Rc4, Err("3:2 mapping values are not allowed in this context")),
        ],
    ),
    (
        "a:\n{",
        &[
            (V3, Err("2:1 could not find expected ':'")),
            (V4Rc4, Err("2:1 did not find expected node content")),
        ],
    ),
    ("[? a]: b", &[(V3, Err("1:1 did not find expected <document start>")), (V4Rc4, Ok("{[{a:,},]:b,};"))]),
    ("[[? a]]: b", &[(V3, Ok("{[[{a:,},],]:b,};"))]),
];

#[test]
fn texts_that_releases_read_otherwise() {
    for (text, since) in READ_OTHERWISE {
        for release in [V3, V4Rc3, V4Rc4, V4Rc6] {
            let (_, expected) = since.iter().rfind(|(first, _)| *first <= release).unwrap();
            let read = shape_as(text, release);
            assert_eq!(read.as_deref().map_err(String::as_str), *expected, "{release:?} {text:?}");
        }
    }
}

#[test]
fn a_key_of_more_than_1024_characters_is_none_to_older_releases() {
    for (before, after, refusal) in [
        ("{", ": b}", "did not find expected ',' or '}'"),
        ("", ": b", "mapping values are not allowed in this context"),
        ("a: 1\n", ": b", "could not find expected ':'"),
    ] {
        let text = |length: usize| format!("{before}{}{after}", "é".repeat(length));
        let upstream = |length: usize, release: GoYaml| {
            let refused = parse_as(&Source::new("key.yaml", text(length)), release).err();
            refused.map(|finding| finding.upstream.unwrap())
        };
        for release in [V3, V4Rc3] {
            assert_eq!(upstream(1024, release), None, "{release:?} {before}");
            assert_eq!(upstream(1025, release).as_deref(), Some(refusal), "{release:?} {before}");
        }
        for release in [V4Rc4, V4Rc6] {
            assert_eq!(upstream(1025, release), None, "{release:?} {before}");
        }
    }
}

#[test]
fn without_a_release_the_newest_is_meant() {
    let source = Source::new("newest.yaml", "{a:}");
    assert_eq!(parse(&source).unwrap(), parse_as(&source, V4Rc6).unwrap());
    assert_ne!(parse(&source).unwrap(), parse_as(&source, V4Rc4).unwrap());
}
