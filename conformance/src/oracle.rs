//! A running oracle program.

use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::{slice, thread};

use thiserror::Error;

use crate::program::Program;
use crate::question::{Answer, Question};

/// Why upstream could not be asked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OracleError {
    /// The Go tool chain is not there.
    #[error("`go` could not be started; without it only recorded answers can be compared")]
    NoGo(#[source] std::io::Error),
    /// The program did not build.
    #[error("oracle `{program}` does not build:\n{output}")]
    Build {
        /// The program.
        program: String,
        /// What `go build` said.
        output: String,
    },
    /// The program could not be started, or its pipe broke outside an answer.
    #[error("oracle could not be talked to")]
    Pipe(#[from] std::io::Error),
    /// The program answered with something that is no answer.
    #[error("oracle answered with something that is no answer: {line}")]
    Gibberish {
        /// The line.
        line: String,
        /// What is wrong with it.
        source: serde_json::Error,
    },
}

/// An oracle program that was built. All questions go to one process, which is kept until it dies of one: what it has
/// loaded (schemas, charts) takes longer to load than a batch of questions to answer.
#[derive(Debug)]
pub struct Oracle {
    binary: PathBuf,
    /// How often a question is asked when it is asked thoroughly.
    rounds: usize,
    kept: RefCell<Option<Kept>>,
}

/// A process that waits for the next question.
#[derive(Debug)]
struct Kept {
    process: Running,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Oracle {
    /// Builds the program and makes it ready.
    pub fn start(program: Program) -> Result<Self, OracleError> {
        Ok(Self { binary: program.build()?, rounds: program.rounds(), kept: RefCell::default() })
    }

    /// Asks one question.
    pub fn ask(&self, question: &Question) -> Result<Answer, OracleError> {
        let answer = self.until_death(slice::from_ref(question))?.pop();
        Ok(answer.unwrap_or_else(died))
    }

    /// Asks one question several times, because some answers vary.
    pub fn ask_thoroughly(&self, question: &Question) -> Result<Answer, OracleError> {
        (0..self.rounds).map(|_| self.ask(question)).collect::<Result<_, _>>().map(Answer::of)
    }

    /// Asks many questions; the answers are in the order of the questions. A question that ends the program is answered
    /// with [`Answer::Died`], and the next one goes to a new process.
    pub fn ask_all(&self, questions: &[Question]) -> Result<Vec<Answer>, OracleError> {
        let mut answers = Vec::with_capacity(questions.len());
        while let Some(rest) = questions.get(answers.len()..).filter(|rest| !rest.is_empty()) {
            answers.extend(self.until_death(rest)?);
            if answers.len() < questions.len() {
                answers.push(died());
            }
        }
        Ok(answers)
    }

    /// Asks many questions several times, because some answers vary.
    pub fn ask_all_thoroughly(&self, questions: &[Question]) -> Result<Vec<Answer>, OracleError> {
        let mut rounds = vec![Vec::with_capacity(self.rounds); questions.len()];
        for _ in 0..self.rounds {
            for (answers, answer) in rounds.iter_mut().zip(self.ask_all(questions)?) {
                answers.push(answer);
            }
        }
        Ok(rounds.into_iter().map(Answer::of).collect())
    }

    /// The answers to the questions up to the one that ends the process, which is kept when none does.
    fn until_death(&self, questions: &[Question]) -> Result<Vec<Answer>, OracleError> {
        let mut kept = match self.kept.take() {
            Some(kept) => kept,
            None => Kept::start(&self.binary)?,
        };
        let Kept { process, input, output } = &mut kept;
        let answers = thread::scope(|scope| {
            // A dead reader breaks the pipe; what matters is where the answers end.
            scope.spawn(|| drop(send(questions, input)));
            let lines = output.lines().take(questions.len());
            let answers = lines.map(|line| answer(line?)).collect::<Result<Vec<_>, _>>();
            if answers.is_err() {
                // Nobody reads on, and who still writes is to notice.
                drop(process.0.kill());
            }
            answers
        })?;
        if answers.len() == questions.len() {
            self.kept.replace(Some(kept));
        }
        Ok(answers)
    }
}

impl Kept {
    fn start(binary: &Path) -> io::Result<Self> {
        let mut process = Running(
            Command::new(binary)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()?,
        );
        match (process.0.stdin.take(), process.0.stdout.take()) {
            (Some(input), Some(output)) => Ok(Self { process, input, output: BufReader::new(output) }),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

fn send(questions: &[Question], input: &mut ChildStdin) -> io::Result<()> {
    let mut input = BufWriter::new(input);
    for question in questions {
        serde_json::to_writer(&mut input, question)?;
        input.write_all(b"\n")?;
    }
    input.flush()
}

fn answer(line: String) -> Result<Answer, OracleError> {
    serde_json::from_str(&line).map_err(|source| OracleError::Gibberish { line, source })
}

fn died() -> Answer {
    Answer::Died("the program ended".to_owned())
}

/// A process that does not outlive its owner.
#[derive(Debug)]
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
