//! The harness itself: a broken rule of ours must be noticed, and a disagreement made small.

use conformance::{Answer, EXCEPTIONS, Oracle, Question, SUBJECTS, Subject, compare, recorded, shrink};
use serde_json::json;

fn subject(name: &str) -> &'static Subject {
    SUBJECTS.iter().find(|subject| subject.name == name).unwrap()
}

/// How many disagreements the recorded corpus shows when our answers go through `broken`.
fn noticed(name: &str, broken: impl Fn(&Question, Answer) -> Answer) -> usize {
    let subject = subject(name);
    let ours = |question: &Question| broken(question, subject.ours.unwrap()(question));
    compare(subject, EXCEPTIONS, ours, recorded::read(subject).unwrap()).disagreements.len()
}

#[test]
fn a_broken_scalar_rule_is_noticed() {
    let octal_as_decimal = |question: &Question, answer: Answer| {
        let digits = question.text("text").trim_start_matches(['0', 'o']);
        let is_octal =
            digits.len() < question.text("text").len() && digits.bytes().all(|byte| byte.is_ascii_digit());
        match answer {
            Answer::Ok(value) if is_octal && value.get("int").is_some() => Answer::Ok(json!({"int": digits})),
            other => other,
        }
    };
    assert!(noticed("yaml-scalars", octal_as_decimal) > 0);
}

#[test]
fn a_broken_merge_rule_is_noticed() {
    // As if lists were replaced where they are appended: the first item of every list is lost.
    let first_items_lost = |_: &Question, answer: Answer| match answer {
        Answer::Ok(text) if text.is_string() => {
            let mut in_list = false;
            let lines = text.as_str().unwrap().lines().filter(|line| {
                let is_first = line.trim_start().starts_with("- ") && !in_list;
                in_list = line.trim_start().starts_with("- ") || in_list && line.starts_with("      ");
                !is_first
            });
            Answer::Ok(lines.flat_map(|line| [line, "\n"]).collect::<String>().into())
        }
        other => other,
    };
    assert!(noticed("talos-patched-1.13", first_items_lost) > 10);
}

#[test]
fn a_rule_that_accepts_too_much_is_noticed() {
    let yes_to_all = |_: &Question, answer: Answer| match answer {
        Answer::Refused(_) => Answer::Ok(json!(null)),
        other => other,
    };
    assert!(noticed("yaml-documents", yes_to_all) > 100);
    assert!(noticed("policy-rules-1.19", yes_to_all) > 100);
}

#[test]
fn shrinking_keeps_what_matters_and_nothing_else() {
    let question =
        Question::new("yaml.read").with("text", "a: 1\nb: [x, 0o17, y]\nc: 3\n").with("into", "any");
    let small = shrink(&question, 10_000, |question| question.text("text").contains("0o17"));
    assert_eq!(small.text("text"), "0o17");
    assert_eq!(small.text("into"), "any");
}

#[test]
fn the_cases_of_a_seed_never_change() {
    let case = subject("yaml-scalars").case(1, 42);
    assert_eq!(case, subject("yaml-scalars").case(1, 42));
    assert_ne!(case, subject("yaml-scalars").case(2, 42));
}

/// Needs Go; without it there is nothing to talk to, and the recorded answers are the judge.
#[test]
fn an_oracle_outlives_questions_that_make_no_sense() {
    let Ok(oracle) = Oracle::start(subject("yaml-scalars").program) else { return };
    let answers = oracle
        .ask_all(&[
            Question::new("no.such.operation"),
            Question::new("yaml.read").with("text", "yes").with("into", "bool"),
        ])
        .unwrap();
    assert!(matches!(answers[0], Answer::Misasked(_)));
    assert_eq!(answers[1], Answer::Ok(json!({"bool": true})));
}
