//! One thing that upstream decides and we decide too.

use crate::program::Program;
use crate::question::{Answer, Question};
use crate::random::Random;

/// One thing that upstream decides and we decide too.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// Its name on the command line and of its file of recorded answers.
    pub name: &'static str,
    /// Who answers for upstream.
    pub program: Program,
    /// How many cases are recorded.
    pub recorded: u64,
    /// Makes one case.
    pub question: fn(&mut Random) -> Question,
    /// Brings the fields that follow from others into line with them, after one of those was changed.
    pub remake: fn(Question) -> Question,
    /// Our answer; absent while our crate does not answer yet and only upstream's is recorded.
    pub ours: Option<fn(&Question) -> Answer>,
    /// Whether upstream's answer and ours, in this order, are the same for all that matters.
    pub agree: fn(&Answer, &Answer) -> bool,
}

impl Subject {
    /// The case with a number, of a seed.
    #[must_use]
    pub fn case(&self, seed: u64, index: u64) -> Question {
        (self.question)(&mut Random::for_case(seed, self.name, index))
    }
}
