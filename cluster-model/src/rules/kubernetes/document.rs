//! Texts for people.

use manifest::Span;

use crate::estate::Estate;
use crate::import::Meaning;

/// A text of the repository, in Markdown.
pub(super) struct Document<'e> {
    /// Its path.
    pub(super) path: &'e str,
    text: &'e str,
}

/// A word of a text, with its bytes.
pub(super) struct Word<'e> {
    pub(super) text: &'e str,
    pub(super) span: Span,
}

impl<'e> Document<'e> {
    /// All texts of an estate.
    pub(super) fn all(estate: &'e Estate) -> impl Iterator<Item = Self> {
        let texts = estate.files.iter().filter(|file| file.meaning == Meaning::Text);
        texts.filter_map(|file| Some(Self { path: &file.path, text: file.source.as_ref()?.text() }))
    }

    /// The lines, each with the place of its first byte.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'e str)> {
        self.text.split_inclusive('\n').scan(0, |start, line| {
            let at = *start;
            *start += line.len();
            Some((at, line.trim_end()))
        })
    }

    /// The words between single backticks, outside of blocks of code.
    pub(super) fn code_words(&self) -> Vec<Word<'e>> {
        let mut is_block = false;
        let mut words = Vec::new();
        for (start, line) in self.lines() {
            if line.trim_start().starts_with("```") {
                is_block = !is_block;
            } else if !is_block {
                words.extend(code_words(start, line));
            }
        }
        words
    }

    /// A path that is meant from the directory of the text; none where it leaves the repository.
    pub(super) fn beside(&self, path: &str) -> Option<String> {
        let (directory, _) = self.path.rsplit_once('/')?;
        Some(format!("{directory}/{path}"))
    }
}

/// The words between single backticks of a line that begins at `start`.
pub(super) fn code_words(start: usize, line: &str) -> Vec<Word<'_>> {
    let mut at = start;
    let mut words = Vec::new();
    for (index, part) in line.split('`').enumerate() {
        if index % 2 == 1 && !part.is_empty() && !part.contains(char::is_whitespace) {
            words.push(Word { text: part, span: Span::new(at, at + part.len()) });
        }
        at += part.len() + 1;
    }
    words
}
