//! What is wrong with an expression.

use std::fmt;

use manifest::Span;

/// One thing that is wrong with an expression, in cel-go's words but for syntax, which it words by its grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// The bytes of the expression that it is about; empty at its end, and all of it where no part is to blame.
    pub span: Span,
    /// The line in the expression that cel-go names, from 1; -1 where it names none.
    pub line: i64,
    /// The column in that line, in characters from 1; 0 where it names none.
    pub column: i64,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Gathers faults. Of very many only the first hundred are kept, as in cel-go.
#[derive(Debug)]
pub(super) struct Faults<'t> {
    text: &'t str,
    found: Vec<Fault>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Something is wrong at a byte.
    pub(super) fn at(&mut self, offset: usize, message: impl Into<String>) {
        const MOST: usize = 100;
        if self.found.len() >= MOST {
            return;
        }
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).saturating_add(1);
        self.found.push(Fault {
            message: message.into(),
            span: Span::new(offset, offset + self.word(offset)),
            line: number(line),
            column: number(column),
        });
    }

    /// The expression as a whole is wrong.
    pub(super) fn whole(&mut self, message: impl Into<String>) {
        let span = Span::new(0, self.text.trim_end().len());
        self.found.push(Fault { message: message.into(), span, line: -1, column: 0 });
    }

    /// By line and column.
    pub(super) fn in_order(mut self) -> Vec<Fault> {
        self.found.sort_by_key(|fault| (fault.line, fault.column));
        self.found
    }

    /// How long the word or sign at a byte is.
    fn word(&self, offset: usize) -> usize {
        let rest = self.text.get(offset..).unwrap_or_default();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        match rest.chars().next() {
            // What is wrong with a field is said at the point before it.
            Some('.') => 1 + rest.get(1..).map_or(0, |rest| rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
            Some(first) if word == 0 => first.len_utf8(),
            _ => word,
        }
    }
}
