//! CLU1002 waiver-expired.

use manifest::{Finding, Place, Rule, Severity};

use super::{Comment, Date};

/// The day of a waiver is not over.
pub(super) static RULE: Rule = Rule {
    code: "CLU1002",
    name: "waiver-expired",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "The day of a waiver is not over.",
    why: "What was to be mended until that day has not been: the finding is told again.",
    bad: disk!(" until 2020-12-31: the only disk there is, soldered in", "/dev/sda"),
    good: disk!(" until 2099-12-31: the only disk there is, soldered in", "/dev/sda"),
    source: "frank itself",
};

/// A waiver of something that is still there, and whose day is over.
pub(super) fn check(comment: &Comment<'_>, place: Place, today: Date) -> Option<Finding> {
    let until = comment.until.filter(|until| *until < today)?;
    let message = format!("the waiver of `{}` ended on {until}: {}", comment.rule, comment.reason);
    Some(Finding::new(&RULE, place, message).help("mend what it waived, or give it another day"))
}
