//! Label selectors: read as omnictl reads them, matched as the state matches.

use std::collections::BTreeMap;

use omni_client::selector::{Selector, Test};
use proptest::prelude::*;

fn labels(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn matches_as_the_state_does() {
    let machine =
        labels(&[("arch", "amd64"), ("mem", "64GiB"), ("net", "10Gbps"), ("empty", ""), ("odd", "1.5Gi")]);
    for (text, matches) in [
        ("", true),
        ("arch", true),
        ("!arch", false),
        ("!nothing", true),
        ("arch = amd64", true),
        ("arch==amd64", true),
        ("arch != arm64", true),
        ("nothing != arm64", true),
        ("nothing = arm64", false),
        ("arch in (arm64, amd64)", true),
        ("arch notin (arm64, amd64)", false),
        ("nothing notin (a)", true),
        ("mem >= 64GiB", true),
        ("mem > 64GiB", false),
        ("mem < 65gi", true),
        ("mem <= 64GB", false),
        ("net >= 10G", true),
        ("nothing < 5", false),
        ("nothing >= 5", false),
        ("odd < 5Gi", false),
        ("odd >= 5Gi", false),
        ("arch >= 1", false),
        ("empty =", true),
        ("empty = \"\"", true),
        ("empty in ()", true),
        ("arch =", false),
        ("arch = \"amd64\", mem", true),
        ("arch, nothing", false),
    ] {
        assert_eq!(text.parse::<Selector>().unwrap().matches(&machine), matches, "{text}");
    }
}

#[test]
fn takes_blanks_behind_an_operator_for_part_of_the_value() {
    let test = |text: &str| text.parse::<Selector>().unwrap().terms.remove(0).test;
    assert_eq!(test("a = b c "), Test::Equal("b c ".into()));
    assert_eq!(test("a = \"b, \\\"c\\\"\""), Test::Equal("b, \"c\"".into()));
    assert_eq!(
        test("a in (in, notin, b, b,)"),
        Test::In(vec![String::new(), "b".into(), "in".into(), "notin".into()])
    );
    assert_eq!("in".parse::<Selector>().unwrap().terms[0].key, "in");
}

#[test]
fn refuses_with_the_words_of_omnictl() {
    for (text, error) in [
        ("=", "found '=', expected: !, identifier, or 'end of string'"),
        ("a,", "found '', expected: identifier after ','"),
        ("a b", "unable to parse term: found 'b', expected: ==, =, !=, >=, >, in, notin, <=, <"),
        ("!a = b", "unable to parse term: expected EOF or ',', found "),
        ("!!a", "unable to parse term: found '!', expected: identifier"),
        ("a in b", "unable to parse term: found 'b' expected: '('"),
        ("a in (b", "unable to parse term: found '', expected: ',' or ')'"),
        ("a in (", "unable to parse term: found '', expected: ',', ')' or identifier"),
        ("a = (b)", "unable to parse term: found '(', expected: identifier"),
        ("a = b)", "found ')', expected: ',' or 'end of string'"),
        ("a = \"b", "unable to parse term: found 'unterminated quoted string', expected: identifier"),
    ] {
        assert_eq!(text.parse::<Selector>().unwrap_err().to_string(), error, "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "[a-z0-9 =!(),<>\"\\\\]{0,20}") {
        if let Ok(selector) = text.parse::<Selector>() {
            let one = labels(&[("a", "1")]);
            prop_assert_eq!(selector.matches(&one), selector.terms.iter().all(|term| term.matches(&one)));
        }
    }

    #[test]
    fn what_is_printed_is_read_back(text in "[ab]( = | != |<|>=| in \\(| notin \\()[a-c0-9\"\\\\ ]{0,6}\\)?") {
        if let Ok(selector) = text.parse::<Selector>() {
            prop_assert_eq!(selector.to_string().parse::<Selector>(), Ok(selector));
        }
    }
}
