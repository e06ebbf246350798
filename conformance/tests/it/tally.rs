//! The counts of fresh cases.

use conformance::tally::{self, Count, ENOUGH};
use conformance::{Answer, Question, SUBJECTS, recorded};
use serde_json::json;

#[test]
fn counts_are_of_subjects_and_open_differences_have_a_reason() {
    for count in tally::read().unwrap() {
        assert!(SUBJECTS.iter().any(|subject| subject.name == count.subject), "{count:?}");
        assert_eq!(count.open > 0, !count.note.is_empty(), "{count:?}");
    }
}

#[test]
fn a_subject_is_settled_only_by_enough_cases_without_a_difference() {
    let subject = &SUBJECTS[0];
    let count = |cases, open| Count {
        subject: subject.name.to_owned(),
        seed: 1,
        cases,
        known: 3,
        open,
        note: String::new(),
    };
    assert!(tally::is_settled(&[count(ENOUGH, 0)], subject));
    assert!(!tally::is_settled(&[count(ENOUGH - 1, 0)], subject));
    assert!(!tally::is_settled(&[count(ENOUGH, 1)], subject));
    assert!(!tally::is_settled(&[], subject));
    assert!(!tally::is_settled(&[count(ENOUGH, 0)], &SUBJECTS[1]));
}

/// What `live` writes for a person to take over is read as a regression is.
#[test]
fn what_was_found_is_ready_to_be_a_regression() {
    let subject = &SUBJECTS[0];
    let case = (Question::new("yaml.read").with("text", "a\nb"), Answer::Ok(json!({"str": "a b"})));
    let path = recorded::add_found(subject, std::slice::from_ref(&case), false).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    let lines: Vec<(Question, Answer)> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, [case]);
}
