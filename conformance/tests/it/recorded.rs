//! Our answers against upstream's recorded ones.

use conformance::{SUBJECTS, recorded};

use crate::reports;

#[test]
fn our_answers_are_upstreams() {
    let mut differing = Vec::new();
    for (subject, report) in reports::all() {
        assert!(report.cases >= 1_000, "{}: only {} cases", subject.name, report.cases);
        println!("{}: {} cases, {} known differences", subject.name, report.cases, report.covered);
        for disagreement in report.disagreements.iter().take(20) {
            differing.push(format!("{}:\n{disagreement}", subject.name));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

#[test]
fn the_recorded_corpus_is_the_one_that_is_generated() {
    for subject in SUBJECTS {
        let cases = recorded::read(subject).unwrap();
        let corpus = &cases[cases.len() - usize::try_from(subject.recorded).unwrap()..];
        for (index, (question, _)) in corpus.iter().enumerate() {
            let generated = subject.case(recorded::SEED, index as u64);
            assert_eq!(*question, generated, "{}: record it anew", subject.name);
        }
    }
}

#[test]
fn upstream_accepts_and_refuses_a_fair_share_of_every_corpus() {
    for subject in SUBJECTS {
        let cases = recorded::read(subject).unwrap();
        let accepted = cases.iter().filter(|(_, answer)| answer.says_yes()).count();
        let share = accepted * 100 / cases.len();
        assert!((10..=100).contains(&share), "{}: {share} % accepted", subject.name);
    }
}
