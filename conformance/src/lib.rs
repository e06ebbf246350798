//! The same questions to our crates and to upstream's own code.
//!
//! A [`Subject`] is one thing that an upstream program decides: what a YAML scalar means, what a patch does to a machine
//! configuration. It makes questions from a seed, has our answer, and says when two answers agree. The other side is the
//! [`Oracle`]: a small Go program over upstream's published modules (`conformance/oracle`).
//!
//! - `cargo test -p conformance` compares our answers with the [recorded] ones. It needs no Go.
//! - `cargo run -p conformance --bin record [SUBJECT...]` asks the oracle and writes the recorded answers anew.
//! - `cargo run -p conformance --bin live [--seconds N] [--cases N] [--seed N] [SUBJECT...]` asks the oracle about fresh
//!   random cases, and shrinks a disagreement to a small one.
//!
//! - `live --mutated` asks about texts of the recorded corpora with a few characters or lines changed, which leads to
//!   where no generator thought of going.
//! - `cargo run -p conformance --bin compare [SUBJECT...]` shows where our answers differ from the recorded ones.
//!
//! A difference that we know and mean to keep is an [`Exception`] with a reason; one that covers no recorded case is an
//! error, so that none outlives its cause.

mod compare;
mod corpus;
mod exception;
mod mutate;
mod oracle;
mod program;
mod question;
mod random;
pub mod recorded;
mod shrink;
mod subject;
mod subjects;
pub mod tally;

pub use compare::{Disagreement, Report, compare};
pub use exception::{EXCEPTIONS, Exception};
pub use mutate::mutate;
pub use oracle::{Oracle, OracleError};
pub use program::Program;
pub use question::{Answer, Question};
pub use random::Random;
pub use shrink::shrink;
pub use subject::Subject;
pub use subjects::SUBJECTS;
