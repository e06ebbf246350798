//! Comments that are waivers.

use manifest::{Rule, Source, Span};

use super::Date;

/// A comment `# frank: allow RULE until DAY: REASON`.
#[derive(Clone, Debug)]
pub(super) struct Comment<'s> {
    /// Its bytes, from the `#` on.
    pub(super) span: Span,
    /// The line whose findings are meant, from 1.
    pub(super) target: usize,
    /// The word behind `allow`; empty if there is none.
    pub(super) rule: &'s str,
    /// What stands between the rule and the reason, without `until`.
    pub(super) day: &'s str,
    /// The last day on which it holds; absent where `day` is none.
    pub(super) until: Option<Date>,
    /// Why; empty if nobody says so.
    pub(super) reason: &'s str,
}

impl Comment<'_> {
    pub(super) fn names(&self, rule: &Rule) -> bool {
        rule.code.eq_ignore_ascii_case(self.rule) || rule.name.eq_ignore_ascii_case(self.rule)
    }
}

const MARK: &str = "frank: allow";

/// The waivers of a text, in its order.
pub(super) fn comments(source: &Source) -> Vec<Comment<'_>> {
    let text = source.text();
    if !text.contains(MARK) {
        return Vec::new();
    }
    let mut found: Vec<Comment<'_>> = Vec::new();
    // Waivers on lines of their own that have not met their line yet.
    let mut open = 0;
    let mut offset = 0;
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        let body = line.trim_end();
        let is_comment = body.trim_start().starts_with('#');
        if !is_comment && !body.is_empty() {
            found.iter_mut().rev().take(open).for_each(|comment| comment.target = number);
            open = 0;
        }
        if let Some((start, said)) = waiver(body) {
            found.push(read(said, Span::new(offset + start, offset + body.len()), number));
            open = if is_comment { open + 1 } else { 0 };
        }
        offset += line.len();
    }
    found
}

/// Where the comment of a line begins, and what it says behind `allow`; none for lines without a waiver.
fn waiver(line: &str) -> Option<(usize, &str)> {
    let (start, said) = line.match_indices('#').find_map(|(start, _)| {
        let is_comment = line.get(..start)?.chars().next_back().is_none_or(char::is_whitespace);
        let said = line.get(start + 1..)?.trim_start().strip_prefix(MARK)?;
        is_comment.then_some((start, said))
    })?;
    (said.is_empty() || said.starts_with(char::is_whitespace)).then_some((start, said.trim()))
}

fn read(said: &str, span: Span, target: usize) -> Comment<'_> {
    let (head, reason) = said.split_once(':').unwrap_or((said, ""));
    let (rule, day) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
    let day = day.trim();
    let until = day.strip_prefix("until").map(str::trim).and_then(|day| day.parse().ok());
    let reason = reason.trim();
    Comment { span, target, rule, day, until, reason }
}
