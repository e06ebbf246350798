//! Every subject compared with its recorded answers, once for all tests.

use std::sync::LazyLock;

use conformance::{EXCEPTIONS, Report, SUBJECTS, Subject, compare, recorded};

static REPORTS: LazyLock<Vec<(&Subject, Report)>> = LazyLock::new(|| {
    let compared = SUBJECTS.iter().filter_map(|subject| Some((subject, subject.ours?)));
    compared
        .map(|(subject, ours)| {
            let cases = recorded::read(subject).unwrap_or_else(|error| panic!("{}: {error}", subject.name));
            (subject, compare(subject, EXCEPTIONS, ours, cases))
        })
        .collect()
});

/// The report of each subject that our crates answer.
pub(crate) fn all() -> &'static [(&'static Subject, Report)] {
    &REPORTS
}
