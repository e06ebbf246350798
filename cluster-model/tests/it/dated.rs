//! Keys and tokens that end: on which day they are told of, and that nothing of them is shown.

use cluster_model::waiver::Date;
use cluster_model::{Finding, Source, dated};
use manifest::Rule;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// What is said of an example on a day; the path above it is that of its file.
fn said(example: &str, today: &str) -> (Source, Vec<Finding>) {
    let [(path, text)] = *Rule::files(example) else { panic!("not one file: {example}") };
    let source = Source::new(path, text);
    let findings = dated::check([&source], date(today));
    (source, findings)
}

#[test]
fn the_examples_of_the_pages_are_true() {
    assert!(dated::RULES.windows(2).all(|pair| pair[0].code < pair[1].code));
    for rule in dated::RULES {
        let (source, findings) = said(rule.bad, "2026-01-01");
        assert_eq!(findings.len(), 1, "{}", rule.code);
        assert_eq!(findings[0].rule, *rule);
        let span = findings[0].place.span.unwrap();
        let secret = source.text().get(span.range()).unwrap();
        assert!(secret.starts_with("eyJ"), "{}", rule.code);
        let words = format!("{} {:?}", findings[0].message, findings[0].help);
        assert!(!words.contains("eyJ"), "{words}");
        assert_eq!(said(rule.good, "2026-01-01").1, vec![], "{}", rule.code);
    }
}

#[test]
fn the_end_is_told_thirty_days_before_and_ever_after() {
    for rule in dated::RULES {
        let message = |today: &str| said(rule.bad, today).1.first().map(|finding| finding.message.clone());
        assert_eq!(message("2020-12-01"), None, "{}", rule.code);
        assert!(message("2020-12-02").unwrap().ends_with(" ends on 2021-01-01"), "{}", rule.code);
        assert!(message("2021-01-01").unwrap().ends_with(" ends on 2021-01-01"), "{}", rule.code);
        assert!(message("2021-01-02").unwrap().ends_with(" ended on 2021-01-01"), "{}", rule.code);
    }
}

#[test]
fn what_is_no_key_and_no_token_says_nothing() {
    for text in [
        "kind: Config\nusers: [{name: a, user: {token: abc}}]\n",
        "kind: Config\nusers: [{name: a, user: {token: a.b.c}}, {}]\ntoken: 1\n",
        "kind: Config\nusers: token\n",
        "kind: Secret\nstringData: {OMNI_SERVICE_ACCOUNT_KEY: eyJ}\n",
        "kind: Secret\ndata: {OMNI_SERVICE_ACCOUNT_KEY: ''}\n",
        "kind: Secret\ndata: OMNI_SERVICE_ACCOUNT_KEY\n",
    ] {
        assert_eq!(dated::check([&Source::new("a.yaml", text)], date("2026-01-01")), vec![], "{text}");
    }
}
