//! Documents that stand as a text inside of another document.

use super::node::{Document, Node, Style};
use crate::source::Span;

impl Document {
    /// Where a part of a text that is a value of this document stands in the document's own text.
    ///
    /// `inner` is a range of the bytes of the text that `node` holds, of which the part on its first line is found.
    /// None for texts that are not literal blocks: escapes and folds move their parts about.
    #[must_use]
    pub fn span_inside(&self, node: &Node, inner: Span) -> Option<Span> {
        locate(self, node, inner)
    }
}

fn locate(document: &Document, node: &Node, inner: Span) -> Option<Span> {
    let scalar = node.as_scalar().filter(|scalar| scalar.style == Style::Literal)?;
    let before = scalar.text.get(..inner.start)?;
    let line_number = before.bytes().filter(|byte| *byte == b'\n').count();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.len() - line_start;
    let line = scalar.text.get(line_start..)?.lines().next()?;
    let source = document.source();
    // The bytes of a block begin on its first line that is not empty.
    let blank = scalar.text.lines().take_while(|line| line.is_empty()).count();
    let block = source.line_of(node.target().span.start);
    let start = source.line_start(block + line_number.checked_sub(blank)?)?;
    let shown = source.text().get(start..)?.lines().next()?;
    let indent = shown.strip_suffix(line)?.len();
    let length = (inner.end - inner.start).min(line.len().saturating_sub(column));
    let begin = start + indent + column;
    Some(Span::new(begin, begin + length))
}
