//! The list of known differences.

use std::collections::BTreeSet;

use conformance::{EXCEPTIONS, SUBJECTS, compare, recorded};

#[test]
fn every_exception_covers_a_recorded_case() {
    let mut used = BTreeSet::new();
    for subject in SUBJECTS {
        let Some(ours) = subject.ours else { continue };
        let report = compare(subject, EXCEPTIONS, ours, recorded::read(subject).unwrap());
        used.extend(report.excepted);
    }
    let unused: Vec<_> =
        EXCEPTIONS.iter().map(|exception| exception.name).filter(|name| !used.contains(name)).collect();
    assert!(unused.is_empty(), "no longer needed: {unused:?}");
}

#[test]
fn every_exception_has_a_name_of_its_own_and_a_reason() {
    let names: BTreeSet<_> = EXCEPTIONS.iter().map(|exception| exception.name).collect();
    assert_eq!(names.len(), EXCEPTIONS.len());
    assert!(EXCEPTIONS.iter().all(|exception| exception.reason.len() > 30));
}

#[test]
fn exceptions_cover_few_cases() {
    for subject in SUBJECTS {
        let Some(ours) = subject.ours else { continue };
        let report = compare(subject, EXCEPTIONS, ours, recorded::read(subject).unwrap());
        let permille = report.covered * 1_000 / report.cases;
        assert!(permille <= 60, "{}: {permille} of 1000 cases are excepted", subject.name);
    }
}
