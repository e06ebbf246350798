//! Compares our answers with upstream's recorded ones, and shows where they differ. Needs no Go.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use conformance::{EXCEPTIONS, SUBJECTS, compare, recorded};

/// Disagreements that are shown of each subject.
const SHOWN: usize = 5;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = wanted.iter().find(|name| !SUBJECTS.iter().any(|subject| subject.name == *name)) {
        return Err(format!("there is no subject `{unknown}`").into());
    }
    let mut out = io::stdout().lock();
    let mut differ = false;
    for subject in
        SUBJECTS.iter().filter(|subject| wanted.is_empty() || wanted.iter().any(|name| name == subject.name))
    {
        let Some(ours) = subject.ours else { continue };
        let report = compare(subject, EXCEPTIONS, ours, recorded::read(subject)?);
        let (cases, differing) = (report.cases, report.disagreements.len());
        writeln!(
            out,
            "{}: {cases} cases, {} known differences, {differing} disagreements",
            subject.name, report.covered
        )?;
        for disagreement in report.disagreements.iter().take(SHOWN) {
            writeln!(out, "{disagreement}\n")?;
        }
        differ |= differing > 0;
    }
    Ok(if differ { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
