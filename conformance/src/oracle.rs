//! A running oracle program.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

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

/// An oracle program that was built. It is started for each batch of questions and may die in the middle of one.
#[derive(Debug)]
pub struct Oracle {
    binary: PathBuf,
}

impl Oracle {
    /// Builds the program and makes it ready.
    pub fn start(program: Program) -> Result<Self, OracleError> {
        Ok(Self { binary: program.build()? })
    }

    /// Asks one question.
    pub fn ask(&self, question: &Question) -> Result<Answer, OracleError> {
        let mut answers = self.ask_all(std::slice::from_ref(question))?;
        Ok(answers.pop().unwrap_or(Answer::Died("no answer".to_owned())))
    }

    /// Asks many questions; the answers are in the order of the questions. A question that ends the program is answered
    /// with [`Answer::Died`], and the next one goes to a new process.
    pub fn ask_all(&self, questions: &[Question]) -> Result<Vec<Answer>, OracleError> {
        let mut answers = Vec::with_capacity(questions.len());
        while let Some(rest) = questions.get(answers.len()..).filter(|rest| !rest.is_empty()) {
            answers.extend(self.until_death(rest)?);
            if answers.len() < questions.len() {
                answers.push(Answer::Died("the program ended".to_owned()));
            }
        }
        Ok(answers)
    }

    fn until_death(&self, questions: &[Question]) -> Result<Vec<Answer>, OracleError> {
        let mut child = Running(
            Command::new(&self.binary)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()?,
        );
        let (Some(input), Some(output)) = (child.0.stdin.take(), child.0.stdout.take()) else {
            return Ok(Vec::new());
        };
        thread::scope(|scope| {
            // A dead reader breaks the pipe; what matters is where the answers end.
            scope.spawn(move || {
                let mut input = BufWriter::new(input);
                for question in questions {
                    let sent = serde_json::to_writer(&mut input, question).map_err(std::io::Error::from);
                    if sent.and_then(|()| input.write_all(b"\n")).is_err() {
                        return;
                    }
                }
                drop(input.flush());
            });
            BufReader::new(output)
                .lines()
                .take(questions.len())
                .map(|line| {
                    let line = line?;
                    serde_json::from_str(&line).map_err(|source| OracleError::Gibberish { line, source })
                })
                .collect()
        })
    }
}

/// A process that does not outlive its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
