//! What can be wrong with waivers, one rule a file.

mod waiver_expired;
mod waiver_malformed;
mod waiver_unused;

use manifest::{Finding, Place, Rule, Source};

use super::Date;
use super::comment::Comment;

/// All rules about waivers, by code.
pub static RULES: &[&Rule] = &[&waiver_malformed::RULE, &waiver_expired::RULE, &waiver_unused::RULE];

/// What keeps a waiver from being one.
pub(super) fn malformed(comment: &Comment<'_>, source: &Source, findings: &[Finding]) -> Option<Finding> {
    waiver_malformed::check(comment, place(comment, source), findings)
}

/// What is wrong with a waiver that is one.
pub(super) fn of(comment: &Comment<'_>, is_used: bool, source: &Source, today: Date) -> Option<Finding> {
    let place = place(comment, source);
    if is_used {
        waiver_expired::check(comment, place, today)
    } else {
        Some(waiver_unused::found(comment, place))
    }
}

fn place(comment: &Comment<'_>, source: &Source) -> Place {
    Place { source: Some(source.name().to_owned()), span: Some(comment.span), ..Place::default() }
}
