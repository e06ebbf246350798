//! Upstream's answers as they are kept in the repository.
//!
//! `recorded/SUBJECT.jsonl.gz` holds the generated corpus, one `[question, answer]` a line, after a line with the modules
//! that answered. `regressions/SUBJECT.jsonl` holds the small cases that once showed a disagreement, in the clear.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::question::{Answer, Question};
use crate::subject::Subject;

/// The corpus is made from this seed; another one makes another corpus.
pub const SEED: u64 = 1;

/// The recorded cases of a subject, the regressions first.
pub fn read(subject: &Subject) -> io::Result<Vec<(Question, Answer)>> {
    let mut cases = read_regressions(subject)?;
    let mut corpus = BufReader::new(GzDecoder::new(fs::File::open(corpus(subject))?));
    corpus.read_line(&mut String::new())?;
    cases.extend(lines(corpus)?);
    Ok(cases)
}

/// The regressions of a subject alone.
pub fn read_regressions(subject: &Subject) -> io::Result<Vec<(Question, Answer)>> {
    let path = regressions(subject);
    if path.exists() { lines(BufReader::new(fs::File::open(path)?)) } else { Ok(Vec::new()) }
}

/// Writes the corpus of a subject. The same cases give the same bytes.
pub fn write(subject: &Subject, modules: &Value, cases: &[(Question, Answer)]) -> io::Result<()> {
    let mut file = GzEncoder::new(fs::File::create(corpus(subject))?, Compression::best());
    writeln!(file, "{modules}")?;
    for case in cases {
        serde_json::to_writer(&mut file, case)?;
        file.write_all(b"\n")?;
    }
    file.finish()?;
    Ok(())
}

/// Writes the regressions of a subject; without any there is no file.
pub fn write_regressions(subject: &Subject, cases: &[(Question, Answer)]) -> io::Result<()> {
    if cases.is_empty() { Ok(()) } else { write_lines(&regressions(subject), cases) }
}

/// Adds small cases that show a disagreement to the regressions when they are to be kept; otherwise writes them where
/// they are looked at first, in the same form. Says where they are.
pub fn add_found(subject: &Subject, cases: &[(Question, Answer)], keep: bool) -> io::Result<PathBuf> {
    if keep {
        let mut kept = read_regressions(subject)?;
        kept.extend_from_slice(cases);
        write_regressions(subject, &kept)?;
        return Ok(regressions(subject));
    }
    let directory = directory("../target/live");
    fs::create_dir_all(&directory)?;
    let path = directory.join(format!("{}.jsonl", subject.name));
    write_lines(&path, cases)?;
    path.canonicalize()
}

fn write_lines(path: &Path, cases: &[(Question, Answer)]) -> io::Result<()> {
    let lines: Vec<String> = cases.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    fs::write(path, lines.join("\n") + "\n")
}

fn lines(reader: impl BufRead) -> io::Result<Vec<(Question, Answer)>> {
    reader.lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn corpus(subject: &Subject) -> PathBuf {
    directory("recorded").join(format!("{}.jsonl.gz", subject.name))
}

fn regressions(subject: &Subject) -> PathBuf {
    directory("regressions").join(format!("{}.jsonl", subject.name))
}

fn directory(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
