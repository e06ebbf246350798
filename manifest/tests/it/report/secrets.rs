//! No renderer shows a secret.

use manifest::report::{Human, Report, github, human, json, sarif};
use manifest::yaml::{GoYaml, Layout, to_string};
use manifest::{FieldPath, Finding, Fix, Map, Source, Span, Value};
use proptest::prelude::*;

use super::sample::{UNKNOWN_KEY, place};

/// Reports every line of a text as wrong, in words that repeat it, with a fix that would write it anew.
fn all_lines_wrong(text: &str) -> Report {
    let source = Source::new("a.yaml", text);
    let mut start = 0;
    let mut findings = Vec::new();
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.trim_end().len());
        findings.push(
            Finding::new(&UNKNOWN_KEY, place(&source, FieldPath::root(), span), format!("wrong: {line}"))
                .label(line)
                .help(line)
                .related(place(&source, FieldPath::root(), span), line)
                .fix(Fix { title: line.to_owned(), span, replacement: line.to_owned() }),
        );
        start += line.len();
    }
    Report::new(findings, [source])
}

/// Nothing that contains `HUSH` is shown, all that contains `SHOWN` is.
fn check(text: &str) {
    let report = all_lines_wrong(text);
    let visible = human(&report, &Human { color: false, width: Some(1000) });
    for shown in [&visible, &json(&report), &sarif(&report), &github(&report)] {
        assert!(!shown.contains("HUSH"), "{text}\n{shown}");
    }
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.contains("SHOWN")) {
        assert!(visible.contains(word), "{word} in {text}\n{visible}");
    }
}

#[test]
fn values_of_secret_keys_are_masked() {
    for key in [
        "token",
        "secret",
        "key",
        "password",
        "passphrase",
        "privateKey",
        "aescbcEncryptionSecret",
        "secretboxEncryptionSecret",
        "identityToken",
        "\"token\"",
        "'token'",
        "- token",
        "- - token",
        "# token",
    ] {
        check(&format!("SHOWN1: SHOWN2\n{key}: HUSH HUSH # SHOWN3\nSHOWN4: SHOWN5\n"));
        check(&format!("a:\n  {key}: !!str &b 'HUSH ''HUSH HUSH'\n  SHOWN1: SHOWN2\n"));
        check(&format!("a:\n  {key}: \"HUSH \\\"HUSH # HUSH\" # SHOWN0\n  SHOWN1: SHOWN2\n"));
    }
}

#[test]
fn secrets_of_several_lines_are_masked() {
    check("token: |\n  HUSH\n\n    HUSH: HUSH\n  - HUSH\nSHOWN: SHOWN\n");
    check("a:\n  - key: >-\n      HUSH\n      HUSH\n    crt: SHOWN\n");
    check("token: HUSH\n  HUSH\n  HUSH\nSHOWN1: SHOWN2\n");
    check("token:\n  HUSH\nSHOWN1: SHOWN2\n");
    check("token: \"HUSH\n\n  HUSH\\\" HUSH\n  HUSH\"\nSHOWN1: SHOWN2\n");
    check("token: 'HUSH\n  HUSH'\nSHOWN1: SHOWN2\n");
    check("{token: 'HUSH\n  HUSH', SHOWN1: 1, key: HUSH}\n");
    check("{\"token\":\n\"HUSH\",\n\"SHOWN1\": 2}\n");
    check("{a: [token:\nHUSH]}\nSHOWN1: SHOWN2\n");
    check("token: |HUSH\nauth:\n  SHOWN1: | HUSH\n");
    check("token: !!str &a | # SHOWN1\n  HUSH\nauth:\n  - |2- # HUSH\n     HUSH: HUSH\n");
    check("? token\n: HUSH\nSHOWN1: SHOWN2\n");
    check("token: # SHOWN0\nSHOWN1: SHOWN2\n");
    check("# token: |\n#   HUSH\n#   HUSH\n# SHOWN1: SHOWN2\n");
    check("token: |\r\n  HUSH\r\n  HUSH\r\nSHOWN: SHOWN\r\n");
}

#[test]
fn everything_below_a_secret_key_is_masked_but_its_keys() {
    check("auth:\n  SHOWN1: HUSH\n  SHOWN2: |\n    HUSH: HUSH\n  SHOWN3: HUSH\nSHOWN4: SHOWN5\n");
    check("secret:\n- HUSH\n- HUSH\nSHOWN1: SHOWN2\n");
    check("secret: {a: HUSH, b: [HUSH]}\nSHOWN1: SHOWN2\n");
    check("secret: {\n  a: HUSH\n}\nSHOWN1: SHOWN2\n");
}

#[test]
fn flow_mappings_are_masked_value_by_value() {
    check("ca: {crt: SHOWN1, key: HUSH, SHOWN2: SHOWN3}\n");
    check("[{token: HUSH}, {SHOWN1: SHOWN2}]\n");
    check("{\"token\":\"HUSH\",\"SHOWN1\":\"SHOWN2\"}\n");
    check("{\n  \"token\": \"HUSH\",\n  \"SHOWN1\": \"SHOWN2\"\n}\n");
}

#[test]
fn secrets_inside_of_other_values_are_masked() {
    check("apiUrl: https://SHOWN1.example?jointoken=HUSH&SHOWN2=1\n");
    check("proxy: http://SHOWN1:HUSH@SHOWN2:8080/SHOWN3\n");
    check("args:\n  - --token=HUSH\n  - --SHOWN1=SHOWN2\n");
    check(
        "content: |\n  -----BEGIN EC PRIVATE KEY-----\n  HUSH\n  HUSH==\n  -----END EC PRIVATE KEY-----\nSHOWN1: 1\n",
    );
    check("a: |\n  -----BEGIN CERTIFICATE-----\n  SHOWN1\n  -----END CERTIFICATE-----\n");
    check("data: |\n  machine:\n    token: HUSH\n    type: SHOWN1\n");
}

#[test]
fn the_data_of_kubernetes_secrets_is_masked() {
    check(
        "kind: SHOWN1\ndata:\n  a: SHOWN2\n---\nkind: Secret\nmetadata: {name: SHOWN3}\ndata:\n  SHOWN4: HUSH\nstringData:\n  b: HUSH\n",
    );
    check(
        "{\n  \"kind\": \"Secret\",\n  \"data\": {\n    \"SHOWN1\": \"HUSH\"\n  },\n  \"type\": \"SHOWN2\"\n}\n",
    );
}

#[test]
fn what_only_sounds_secret_is_shown() {
    check("tolerations:\n  - key: node-role.kubernetes.io/SHOWN1\n    operator: SHOWN2\n");
    check(
        "publicKey: SHOWN1\nsecretName: SHOWN2\nexistingSecret: SHOWN3\ntopologyKey: SHOWN4\ncrt: SHOWN5\n",
    );
}

#[test]
fn columns_behind_a_mask_stay_true() {
    let source = Source::new("a.yaml", "{token: abcdefgh, SHOWN: 1}\n");
    let at = Span::new(18, 23);
    let finding = Finding::new(&UNKNOWN_KEY, place(&source, FieldPath::root(), at), "wrong");
    let shown = human(&Report::new([finding], [source]), &Human::default());
    assert!(shown.contains("a.yaml:1:19\n"), "{shown}");
    assert!(shown.contains("1 | {token: ********, SHOWN: 1}\n  |                   ^^^^^\n"), "{shown}");
}

#[test]
fn a_mask_at_the_end_of_a_line_does_not_tell_a_length() {
    let shown = human(&all_lines_wrong("token: abcdefghijkl\n"), &Human::default());
    assert!(shown.contains("1 | token: ******\n"), "{shown}");
}

/// Texts that YAML has trouble with, with a word in each piece that must not be seen.
fn secret() -> impl Strategy<Value = Value> {
    let mark = prop::sample::select(vec![
        "", " ", "\n", "\n\n", "\n  ", "\t", ": ", ":", " #", "# ", "'", "\"", "\\", "{", "}", "[", "]",
        ", ", "- ", "? ", "|", ">", "&a ", "*", "!b ", "---\n", "kind: ", "é", "\u{1b}",
    ]);
    let text = prop::collection::vec(mark, 1..6)
        .prop_map(|marks| Value::from(marks.into_iter().flat_map(|mark| [mark, "HUSH"]).collect::<String>()));
    text.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,3}|\"", inner, 1..3)
                .prop_map(|entries| Value::from(Map::from_iter(entries))),
        ]
    })
}

proptest! {
    #[test]
    fn no_secret_that_this_crate_writes_is_shown(
        key in prop::sample::select(vec!["token", "secret", "privateKey", "password", "auth"]),
        secret in secret(),
        deep in any::<bool>(),
    ) {
        let map = Map::from_iter([("SHOWN1", Value::from("SHOWN2")), (key, secret), ("SHOWN3", Value::from("SHOWN4"))]);
        let value = if deep {
            Value::from(Map::from_iter([("list", vec![Value::from(map.clone()), Value::from(map)])]))
        } else {
            Value::from(map)
        };
        for layout in [Layout::default(), Layout::kubernetes(), Layout::go(GoYaml::V4Rc6)] {
            check(&to_string(&value, &layout).unwrap());
        }
    }
}
