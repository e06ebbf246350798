//! Upstream's own code says the same, or a known exception says why not (needs Go).

#![no_main]

use std::cell::RefCell;
use std::collections::BTreeMap;

use conformance::{Answer, EXCEPTIONS, Oracle, Program, Question, SUBJECTS, Subject, compare};
use libfuzzer_sys::fuzz_target;

/// The subjects whose questions are about one text, and its field.
const ASKED: [(&str, &str); 12] = [
    ("yaml-scalars", "text"),
    ("yaml-scalars-v3", "text"),
    ("yaml-documents", "text"),
    ("yaml-trees", "text"),
    ("yaml-trees-rc4", "text"),
    ("yaml-trees-rc3", "text"),
    ("yaml-trees-v3", "text"),
    ("talos-decoded-1.13", "text"),
    ("talos-validated-1.13", "text"),
    ("interface-patterns", "pattern"),
    ("omni-selectors", "text"),
    ("talos-scalars", "text"),
];

/// Where the fields beside the text come from: so many cases of a fixed seed.
const CASES: u64 = 256;

thread_local! {
    static ORACLES: RefCell<BTreeMap<String, &'static Oracle>> = RefCell::default();
}

/// The running program. It lives as long as the fuzzer.
fn oracle(program: Program) -> &'static Oracle {
    ORACLES.with_borrow_mut(|oracles| {
        *oracles.entry(format!("{program:?}")).or_insert_with(|| {
            let oracle = Oracle::start(program).expect("this target needs Go, and the oracles build");
            Box::leak(Box::new(oracle))
        })
    })
}

fn subject(name: &str) -> &'static Subject {
    SUBJECTS.iter().find(|subject| subject.name == name).expect("a subject of this name")
}

fuzz_target!(
    // The programs are built before the clock of the first input runs.
    init: for (name, _) in ASKED {
        oracle(subject(name).program);
    },
    |input: (u8, u8, &str)| {
        let (choice, case, text) = input;
        let (name, field) = ASKED[usize::from(choice) % ASKED.len()];
        let subject = subject(name);
        let made = subject.case(1, u64::from(case) % CASES);
        agree(subject, (subject.remake)(made.with(field, text)));
    }
);

fn agree(subject: &Subject, question: Question) {
    let ours = subject.ours.expect("we have an answer");
    let theirs = oracle(subject.program).ask_thoroughly(&question).expect("an answer");
    if matches!(theirs, Answer::Misasked(_)) || matches!(ours(&question), Answer::Misasked(_)) {
        return;
    }
    let report = compare(subject, EXCEPTIONS, ours, [(question, theirs)]);
    for disagreement in report.disagreements {
        panic!("{}: upstream says something else\n{disagreement}", subject.name);
    }
}
