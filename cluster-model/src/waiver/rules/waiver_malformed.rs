//! CLU1001 waiver-malformed.

use manifest::{Finding, Place, Rule, Severity, suggest};

use super::Comment;
use crate::rules::catalogue;

/// A waiver names a rule, the last day on which it holds, and a reason.
pub(super) static RULE: Rule = Rule {
    code: "CLU1001",
    name: "waiver-malformed",
    severity: Severity::Warning,
    since: "0.1.0",
    checks: "A waiver names a rule, the last day on which it holds, and a reason.",
    why: "Without a reason nobody knows later whether it still holds, and without a day nobody looks: so it waives nothing.",
    bad: disk!(": the only disk there is", "/dev/disk/by-id/ata-x"),
    good: disk!(" until 2099-12-31: the only disk there is, soldered in", "/dev/sda"),
    source: "frank itself",
};

/// What keeps a comment from being a waiver. A rule that has a finding is known, whoever owns it.
pub(super) fn check(comment: &Comment<'_>, place: Place, findings: &[Finding]) -> Option<Finding> {
    let is_known =
        catalogue().chain(findings.iter().map(|finding| finding.rule)).any(|rule| comment.names(rule));
    let message = if comment.rule.is_empty() {
        "the waiver names no rule".to_owned()
    } else if !is_known {
        let near = suggest(comment.rule, catalogue().map(|rule| rule.name));
        let finding = Finding::new(
            &RULE,
            place,
            format!("the waiver names the rule `{}`, which there is not", comment.rule),
        );
        return Some(finding.help(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "list the rules with `frank rules`".to_owned(),
        }));
    } else if comment.day.is_empty() {
        "the waiver does not say until when it holds".to_owned()
    } else if comment.until.is_none() {
        format!("the waiver holds `{}`, which is no day", comment.day)
    } else if comment.reason.is_empty() {
        "the waiver gives no reason".to_owned()
    } else {
        return None;
    };
    let help = "write `# frank: allow RULE until 2027-06-30: REASON`";
    Some(Finding::new(&RULE, place, message).help(help))
}
