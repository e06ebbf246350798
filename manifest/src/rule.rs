//! What a rule is: a name for one thing that can be wrong, and the page of the manual about it.

use std::fmt;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing breaks.
    Note,
    /// Probably not what was meant, or wrong only under some readings.
    Warning,
    /// Wrong under every reading.
    Error,
}

/// A rule of the catalogue: identity, severity and its page in the manual.
///
/// A rule is declared once, as a `static`, in a file of its own. Codes are never used twice; a rule that is
/// withdrawn keeps its code.
#[derive(Debug)]
pub struct Rule {
    /// Short identity: a prefix for the crate that owns the rule (`YML`, `TAL`, `OMN`, `CIL`, `CLU`) and four
    /// digits.
    pub code: &'static str,
    /// The problem (not the cure) in kebab case, such as `label-value-unknown`.
    pub name: &'static str,
    /// The severity a finding has unless the check says otherwise.
    pub severity: Severity,
    /// The version of frank that brought the rule.
    pub since: &'static str,
    /// What it checks: one paragraph.
    pub checks: &'static str,
    /// Why it matters: what happens to a cluster that ignores it.
    pub why: &'static str,
    /// An input that breaks the rule, as YAML.
    pub bad: &'static str,
    /// The same input, mended.
    pub good: &'static str,
    /// Where the fact comes from: upstream files or documents by name.
    pub source: &'static str,
}

impl Rule {
    /// The files of an example that shows several: each stands below a line with `###` and its path. None of an example
    /// that is one text.
    ///
    /// ```
    /// use manifest::Rule;
    ///
    /// assert_eq!(Rule::files("### a.yaml\nx: 1\n### b/c.yaml\n"), [("a.yaml", "x: 1\n"), ("b/c.yaml", "")]);
    /// assert_eq!(Rule::files("x: 1 ### a comment\n"), []);
    /// ```
    #[must_use]
    pub fn files(example: &str) -> Vec<(&str, &str)> {
        const HEAD: &str = "### ";
        let is_head =
            |at: &usize| example.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        let heads: Vec<usize> = example.match_indices(HEAD).map(|(at, _)| at).filter(is_head).collect();
        let ends = heads.iter().skip(1).copied().chain([example.len()]);
        let file = |(start, end): (&usize, usize)| {
            let file = example.get(start + HEAD.len()..end)?;
            Some(file.split_once('\n').unwrap_or((file, "")))
        };
        heads.iter().zip(ends).filter_map(file).collect()
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}
