//! Asks upstream's own code about fresh random cases, compares, and shrinks what differs.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use conformance::{
    Answer, Disagreement, EXCEPTIONS, Oracle, Question, Random, SUBJECTS, Subject, compare, mutate, recorded,
    shrink,
};

const USAGE: &str =
    "usage: live [--seconds N] [--cases N] [--seed N] [--mutated] [--keep] [SUBJECT...] | live --list
  --seconds N  stop asking about a subject after so long (20)
  --cases N    stop asking about a subject after so many cases (100000)
  --seed N     the cases to make (by the clock)
  --mutated    ask about texts of the recorded corpus with something changed, not about generated ones
  --keep       add the shrunk cases to the regressions
  --list       the names of the subjects that can be asked about";

/// Cases that are asked in one go.
const BATCH: u64 = 2_000;
/// Disagreements that are shrunk, for each subject.
const SHRUNK: usize = 200;
/// Shrunk disagreements that are shown; many shrink to the same one.
const SHOWN: usize = 15;
/// Questions that are spent on shrinking one disagreement.
const ATTEMPTS: usize = 1_500;

/// Our side of a comparison.
type Ours = fn(&Question) -> Answer;

struct Options {
    seconds: u64,
    cases: u64,
    seed: u64,
    mutated: bool,
    keep: bool,
    subjects: Vec<String>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut out = io::stdout().lock();
    if std::env::args().skip(1).eq(["--list"]) {
        for subject in SUBJECTS.iter().filter(|subject| subject.ours.is_some()) {
            writeln!(out, "{}", subject.name)?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let options = options(std::env::args().skip(1))?;
    let mut differ = false;
    let wanted = |subject: &&Subject| {
        options.subjects.is_empty() || options.subjects.iter().any(|name| name == subject.name)
    };
    for subject in SUBJECTS.iter().filter(wanted) {
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
    writeln!(
        out,
        "{}: seed {}, {cases} cases, {excepted} known differences, {} disagreements",
        subject.name,
        options.seed,
        differing.len()
    )?;
    let mut shown = BTreeSet::new();
    for disagreement in differing.iter().take(SHRUNK) {
        if shown.len() >= SHOWN {
            break;
        }
        let still =
            |question: &Question| differs(subject, ours, &oracle, &(subject.remake)(question.clone()));
        let question = (subject.remake)(shrink(&disagreement.question, ATTEMPTS, still));
        if !shown.insert(likeness(&question)) {
            continue;
        }
        let (theirs, ours) = (oracle.ask_thoroughly(&question)?, ours(&question));
        if options.keep {
            let mut kept = recorded::read_regressions(subject)?;
            kept.push((question.clone(), theirs.clone()));
            recorded::write_regressions(subject, &kept)?;
        }
        writeln!(out, "{}\n", Disagreement { question, theirs, ours })?;
    }
    Ok(!differing.is_empty())
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

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let seed = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let mut options =
        Options { seconds: 20, cases: 100_000, seed, mutated: false, keep: false, subjects: Vec::new() };
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse().ok()).ok_or(USAGE);
        match argument.as_str() {
            "--seconds" => options.seconds = number()?,
            "--cases" => options.cases = number()?,
            "--seed" => options.seed = number()?,
            "--mutated" => options.mutated = true,
            "--keep" => options.keep = true,
            name if SUBJECTS.iter().any(|subject| subject.name == name) => options.subjects.push(argument),
            _ => return Err(USAGE.into()),
        }
    }
    Ok(options)
}
