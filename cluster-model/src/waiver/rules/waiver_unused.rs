//! CLU1003 waiver-unused.

use manifest::{Finding, Place, Rule, Severity};

use super::Comment;

/// A waiver waives a finding of its line, or of the line below its comments.
pub(super) static RULE: Rule = Rule {
    code: "CLU1003",
    name: "waiver-unused",
    severity: Severity::Note,
    since: "0.1.0",
    checks: "A waiver waives a finding of its line, or of the line below its comments.",
    why: "What it was for is mended or has moved: the next finding of that rule there would be waived unseen.",
    bad: disk!(" until 2099-12-31: the only disk there is, soldered in", "/dev/disk/by-id/ata-x"),
    good: disk!(" until 2099-12-31: the only disk there is, soldered in", "/dev/sda"),
    source: "frank itself",
};

/// A waiver of nothing.
pub(super) fn found(comment: &Comment<'_>, place: Place) -> Finding {
    let message = format!("the waiver of `{}` waives nothing", comment.rule);
    Finding::new(&RULE, place, message).help("remove it, or put it on the line of the finding")
}
