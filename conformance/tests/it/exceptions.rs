//! The list of known differences.

use std::collections::BTreeSet;

use conformance::EXCEPTIONS;

use crate::reports;

#[test]
fn every_exception_covers_a_recorded_case() {
    let used: BTreeSet<&str> =
        reports::all().iter().flat_map(|(_, report)| report.excepted.clone()).collect();
    let all = EXCEPTIONS.concat();
    let unused: Vec<&str> =
        all.iter().map(|exception| exception.name).filter(|name| !used.contains(name)).collect();
    assert!(unused.is_empty(), "no longer needed: {unused:?}");
}

#[test]
fn every_exception_has_a_name_of_its_own_and_a_reason() {
    let all = EXCEPTIONS.concat();
    let names: BTreeSet<_> = all.iter().map(|exception| exception.name).collect();
    assert_eq!(names.len(), all.len());
    assert!(all.iter().all(|exception| exception.reason.len() > 30));
}

#[test]
fn exceptions_cover_few_cases() {
    for (subject, report) in reports::all() {
        let permille = report.covered * 1_000 / report.cases;
        assert!(permille <= 200, "{}: {permille} of 1000 cases are excepted", subject.name);
    }
}
