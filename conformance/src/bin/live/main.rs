//! Asks upstream's own code about fresh random cases, compares, and shrinks what differs.

mod options;

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use conformance::tally::{self, Count};
use conformance::{
    Answer, Disagreement, EXCEPTIONS, Oracle, Question, Random, SUBJECTS, Subject, compare, mutate, recorded,
    shrink,
};

use options::Options;

/// Cases that are asked in one go; the clock is looked at between two.
const BATCH: u64 = 100;
/// Disagreements that are shrunk, for each subject.
const SHRUNK: usize = 200;
/// Shrunk disagreements that are shown; many shrink to the same one.
const SHOWN: usize = 15;
/// Questions that are spent on shrinking one disagreement.
const ATTEMPTS: usize = 1_500;

/// Our side of a comparison.
type Ours = fn(&Question) -> Answer;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut out = io::stdout().lock();
    if std::env::args().skip(1).eq(["--list"]) {
        for subject in SUBJECTS.iter().filter(|subject| subject.ours.is_some()) {
            writeln!(out, "{}", subject.name)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let options = options::read(std::env::args().skip(1))?;
    let mut differ = false;
    for subject in options.subjects.iter().copied() {
        match subject.ours {
            Some(ours) => differ |= run(subject, ours, &options, &mut out)?,
            None => writeln!(out, "{}: recorded only", subject.name)?,
        }
    }
    Ok(if differ { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Asks about one subject; true if something differs.
fn run(
    subject: &Subject,
    ours: Ours,
    options: &Options,
    out: &mut impl Write,
) -> Result<bool, Box<dyn Error>> {
    let oracle = Oracle::start(subject.program)?;
    let end = Instant::now() + Duration::from_secs(options.seconds);
    let corpus: Vec<Question> = if options.mutated {
        recorded::read(subject)?.into_iter().map(|(question, _)| question).collect()
    } else {
        Vec::new()
    };
    let case = |index| {
        let mut random = Random::for_case(options.seed, subject.name, index);
        let mut any = || corpus.get(random.below(corpus.len()));
        match (any(), any()) {
            (Some(question), Some(other)) => (subject.remake)(mutate(question, other, &mut random)),
            _ => subject.case(options.seed, index),
        }
    };
    let (mut cases, mut excepted, mut differing) = (0, 0, Vec::new());
    while cases < options.cases && Instant::now() < end {
        let batch = cases..options.cases.min(cases + BATCH);
        cases = batch.end;
        let questions: Vec<Question> = batch.map(case).collect();
        let answers = oracle.ask_all(&questions)?;
        let report = compare(subject, EXCEPTIONS, ours, questions.into_iter().zip(answers));
        excepted += report.covered;
        // An answer that varies may agree another time.
        let still = |one: &Disagreement| differs(subject, ours, &oracle, &one.question);
        differing.extend(report.disagreements.into_iter().filter(still));
    }
    let open = differing.len();
    writeln!(
        out,
        "{}: seed {}, {cases} cases, {excepted} known differences, {open} disagreements",
        subject.name, options.seed
    )?;
    if options.tally {
        let (subject, note) = (subject.name.to_owned(), String::new());
        tally::put(Count { subject, seed: options.seed, cases, known: excepted, open, note })?;
    }
    let found = smallest(subject, ours, &oracle, &differing, Duration::from_secs(options.seconds))?;
    for disagreement in &found {
        writeln!(out, "{disagreement}\n")?;
    }
    if !found.is_empty() {
        let cases: Vec<_> = found.into_iter().map(|one| (one.question, one.theirs)).collect();
        let path = recorded::add_found(subject, &cases, options.keep)?;
        writeln!(out, "{}: ready to be regressions: {}", subject.name, path.display())?;
    }
    Ok(open > 0)
}

/// The disagreements made small, those that look alike once. After `time` they are left as small as they are by then.
fn smallest(
    subject: &Subject,
    ours: Ours,
    oracle: &Oracle,
    differing: &[Disagreement],
    time: Duration,
) -> Result<Vec<Disagreement>, Box<dyn Error>> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    let end = Instant::now() + time;
    for disagreement in differing.iter().take(SHRUNK) {
        if found.len() >= SHOWN || !found.is_empty() && Instant::now() >= end {
            break;
        }
        let still = |question: &Question| {
            let question = (subject.remake)(question.clone());
            // Half a question shows nothing but that it is none.
            let is_whole = !matches!(ours(&question), Answer::Misasked(_));
            Instant::now() < end && is_whole && differs(subject, ours, oracle, &question)
        };
        let question = (subject.remake)(shrink(&disagreement.question, ATTEMPTS, still));
        if seen.insert(likeness(&question)) {
            let (theirs, ours) = (oracle.ask_thoroughly(&question)?, ours(&question));
            found.push(Disagreement { question, theirs, ours });
        }
    }
    Ok(found)
}

fn differs(subject: &Subject, ours: Ours, oracle: &Oracle, question: &Question) -> bool {
    let theirs = match oracle.ask_thoroughly(question) {
        Ok(Answer::Misasked(_)) | Err(_) => return false,
        Ok(theirs) => theirs,
    };
    !compare(subject, EXCEPTIONS, ours, [(question.clone(), theirs)]).disagreements.is_empty()
}

/// What two questions have in common that differ only in which letter or digit stands somewhere.
fn likeness(question: &Question) -> String {
    let text =
        question.fields().iter().filter(|(name, _)| *name != "into").map(|(_, value)| value.to_string());
    text.flat_map(|text| text.chars().collect::<Vec<_>>())
        .map(|character| match character {
            'a'..='z' | 'A'..='Z' => 'a',
            '0'..='9' => '0',
            other => other,
        })
        .collect()
}
