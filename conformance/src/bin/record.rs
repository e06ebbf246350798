//! Asks upstream's own code about every generated case, and every past regression, and records the answers.

use std::error::Error;
use std::io::Write;

use conformance::{Answer, Oracle, Question, SUBJECTS, recorded};

fn main() -> Result<(), Box<dyn Error>> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let mut out = std::io::stdout().lock();
    for subject in
        SUBJECTS.iter().filter(|subject| wanted.is_empty() || wanted.iter().any(|name| name == subject.name))
    {
        let oracle = Oracle::start(subject.program)?;
        let modules = match oracle.ask(&Question::new("hello"))? {
            Answer::Ok(modules) => modules,
            other => return Err(format!("{}: no greeting but {other:?}", subject.name).into()),
        };
        let old: Vec<Question> = recorded::read_regressions(subject)?
            .into_iter()
            .map(|(question, _)| (subject.remake)(question))
            .collect();
        let answers = oracle.ask_all_thoroughly(&old)?;
        recorded::write_regressions(subject, &old.into_iter().zip(answers).collect::<Vec<_>>())?;
        let questions: Vec<Question> =
            (0..subject.recorded).map(|index| subject.case(recorded::SEED, index)).collect();
        let answers = oracle.ask_all_thoroughly(&questions)?;
        let misasked = answers.iter().find(|answer| matches!(answer, Answer::Misasked(_)));
        if let Some(misasked) = misasked {
            return Err(format!("{}: {misasked:?}", subject.name).into());
        }
        let agreed = answers.iter().filter(|answer| matches!(answer, Answer::Ok(_))).count();
        let cases: Vec<(Question, Answer)> = questions.into_iter().zip(answers).collect();
        recorded::write(subject, &modules, &cases)?;
        writeln!(out, "{}: {} cases, {agreed} accepted by upstream", subject.name, cases.len())?;
    }
    Ok(())
}
