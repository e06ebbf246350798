//! `frank explain`.

use clap::Args;
use cluster_model::rules::catalogue;
use manifest::{Rule, suggest};

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::terminal::{self, HEADING};

/// Show the manual page of a rule: what it checks, why it matters, an example
#[derive(Args)]
pub(crate) struct Explain {
    /// Code or name of the rule, as a finding shows it, such as `YML0002` or `duplicate-key`
    #[arg(value_name = "RULE")]
    rule: String,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let rule = find(&self.rule).ok_or_else(|| unknown(&self.rule))?;
        terminal::print(&page(rule, terminal::text_width()))?;
        Ok(Outcome::Clean)
    }
}

fn find(word: &str) -> Option<&'static Rule> {
    catalogue().find(|rule| rule.code.eq_ignore_ascii_case(word) || rule.name.eq_ignore_ascii_case(word))
}

fn unknown(word: &str) -> Failure {
    let words = catalogue().map(|rule| rule.name).chain(catalogue().map(|rule| rule.code));
    Failure::new(format!("there is no rule `{word}`")).help(match suggest(word, words) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "list them with `frank rules`".to_owned(),
    })
}

fn page(rule: &Rule, width: usize) -> String {
    let Rule { code, name, severity, since, checks, why, bad, good, source } = rule;
    let title = format!("{HEADING}{code} {name}{HEADING:#}\n{severity}, since frank {since}\n");
    let section = |name: &str, body: String| format!("\n{HEADING}{name}{HEADING:#}\n\n{body}");
    [
        title,
        section("What it checks", wrapped(checks, width)),
        section("Why it matters", wrapped(why, width)),
        section("Example", indented(bad)),
        section("Use instead", indented(good)),
        section("Source", wrapped(source, width)),
    ]
    .concat()
}

/// Running text, indented and broken between words into lines that are no wider than `width`.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if INDENT + line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    indented(&lines.join("\n"))
}

/// The same lines, further to the right.
fn indented(text: &str) -> String {
    text.lines().map(|line| format!("{:INDENT$}{line}", "").trim_end().to_owned() + "\n").collect()
}

const INDENT: usize = 2;

#[cfg(test)]
mod tests {
    use super::{catalogue, page, wrapped};

    #[test]
    fn every_page_is_complete_and_fits_its_width() {
        for rule in catalogue() {
            let page = page(rule, 60);
            for part in [rule.code, rule.name, rule.since] {
                assert!(page.contains(part), "{}: no {part:?} in\n{page}", rule.code);
            }
            for line in wrapped(rule.why, 60).lines() {
                assert!(line.chars().count() <= 60, "{}: too wide: {line}", rule.code);
            }
            for example in [rule.bad, rule.good] {
                assert!(example.lines().all(|line| page.contains(line)), "{}: {example:?}", rule.code);
            }
        }
    }

    #[test]
    fn words_are_kept_whole_and_in_order() {
        assert_eq!(wrapped("one two three", 9), "  one two\n  three\n");
        assert_eq!(wrapped("unbreakable", 4), "  unbreakable\n");
        assert_eq!(wrapped("", 4), "");
    }

    #[test]
    fn a_code_and_a_name_mean_one_rule_only() {
        let mut words: Vec<_> = catalogue().flat_map(|rule| [rule.code, rule.name]).collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
