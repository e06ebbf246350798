//! How many fresh random cases of each subject were asked in one go, and how many of them differed: `tally.tsv`, which
//! `live --tally` writes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::subject::Subject;

/// Cases that a subject has to stand before a difference fails CI: a subject that still differs now and then would make
/// it fail now and then.
pub const ENOUGH: u64 = 100_000;

/// The counts of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The name of the subject.
    pub subject: String,
    /// The seed that the cases were made from, which is the time in seconds when nobody chose another.
    pub seed: u64,
    /// How many cases were asked.
    pub cases: u64,
    /// Differences that an exception covered.
    pub known: usize,
    /// Differences beyond those.
    pub open: usize,
    /// Why some are open; empty when none is.
    pub note: String,
}

impl Count {
    /// Whether a difference would be news.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.cases >= ENOUGH && self.open == 0
    }
}

/// The counts of all subjects that were asked, in the order of their names.
pub fn read() -> io::Result<Vec<Count>> {
    fs::read_to_string(path())?.lines().skip(1).map(count).collect()
}

/// Puts the count of a subject in place of its last one, whose note stays unless everything agrees now.
pub fn put(mut count: Count) -> io::Result<()> {
    let mut counts = read()?;
    if let Some(index) = counts.iter().position(|old| old.subject == count.subject) {
        let old = counts.remove(index);
        if count.open > 0 && count.note.is_empty() {
            count.note = old.note;
        }
    }
    counts.push(count);
    counts.sort_by(|left, right| left.subject.cmp(&right.subject));
    let lines = counts.iter().map(|count| {
        let Count { subject, seed, cases, known, open, note } = count;
        format!("{subject}\t{seed}\t{cases}\t{known}\t{open}\t{note}\n")
    });
    fs::write(path(), [HEAD.to_owned()].into_iter().chain(lines).collect::<String>())
}

/// Whether a difference of the subject would be news. One that was never asked often enough is not settled.
#[must_use]
pub fn is_settled(counts: &[Count], subject: &Subject) -> bool {
    counts.iter().any(|count| count.subject == subject.name && count.is_settled())
}

const HEAD: &str = "subject\tseed\tcases\tknown\topen\tnote\n";

fn count(line: &str) -> io::Result<Count> {
    let bad = || io::Error::new(io::ErrorKind::InvalidData, format!("no count in tally.tsv: {line}"));
    let columns: Vec<&str> = line.split('\t').collect();
    let [subject, seed, cases, known, open, note] = columns.as_slice() else { return Err(bad()) };
    let number = |text: &str| text.parse::<u64>().map_err(|_| bad());
    let small = |text: &str| text.parse::<usize>().map_err(|_| bad());
    Ok(Count {
        subject: (*subject).to_owned(),
        seed: number(seed)?,
        cases: number(cases)?,
        known: small(known)?,
        open: small(open)?,
        note: (*note).to_owned(),
    })
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tally.tsv")
}
