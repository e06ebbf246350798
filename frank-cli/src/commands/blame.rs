//! `frank blame`.

use std::path::PathBuf;

use clap::Args;
use manifest::Finding;

use crate::failure::Failure;
use crate::file::SPEC;
use crate::format::Format;
use crate::history::{Commit, History, Key, Past, key};
use crate::outcome::Outcome;
use crate::subject::Subject;
use crate::terminal::{self, Stream};

/// Name the commit that brought each finding in
///
/// Every finding of `frank check`, waived or not, with the commit since which it has been there without a break. Of merges
/// only the first side is looked at, so what a merge brought in is the merge's.
///
/// The exit code is 1 if there is any finding.
#[derive(Args)]
pub(crate) struct Blame {
    /// The cluster spec or directory, in a git repository
    #[arg(value_name = "PATH", default_value = SPEC)]
    path: PathBuf,

    /// How to write the findings; the commit is the label of each
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Blame {
    pub(crate) fn run(&self) -> Result<Outcome, Failure> {
        let subject = Subject::read(&self.path)?;
        let texts = subject.sources();
        let findings = subject.findings(&texts);
        let commits = self.blame(&findings.iter().map(key).collect::<Vec<_>>())?;
        let told =
            findings.into_iter().zip(&commits).map(|(finding, commit)| labelled(finding, commit.as_ref()));
        let report = subject.report(texts, told.collect());
        terminal::print(&self.format.render(&report, Stream::Output))?;
        Ok(Outcome::found(!report.findings().is_empty()))
    }

    /// The commit that brought each finding in; none for what is not committed yet.
    fn blame(&self, keys: &[Key]) -> Result<Vec<Option<Commit>>, Failure> {
        let history = History::of(&self.path)?;
        let mut past = Past::new(&history, self.path.display().to_string());
        let mut blamed = vec![None; keys.len()];
        let mut open: Vec<(&Key, &mut Option<_>)> = keys.iter().zip(&mut blamed).collect();
        for commit in history.commits()? {
            let found = past.at(commit)?;
            open.retain(|(key, _)| found.contains(*key));
            if open.is_empty() {
                break;
            }
            for (_, known) in &mut open {
                **known = Some(commit);
            }
        }
        blamed.into_iter().map(|commit| commit.map(|commit| history.describe(commit)).transpose()).collect()
    }
}

/// A finding that says which commit brought it in.
fn labelled(finding: Finding, commit: Option<&Commit>) -> Finding {
    let since = match commit {
        Some(Commit { short, day, author, title }) => format!("since {short} of {day} by {author}: {title}"),
        None => "not committed yet".to_owned(),
    };
    let label = match &finding.label {
        Some(label) => format!("{label}; {since}"),
        None => since,
    };
    finding.label(label)
}
