//! Columns of text.

use std::fmt::Write as _;

use crate::terminal::{HEADING, visible};

/// Lines of cells below headings. Columns are as wide as their widest cell.
pub(crate) struct Table {
    headings: Vec<String>,
    lines: Vec<Vec<String>>,
    /// How wide each column has been so far.
    widths: Vec<usize>,
    has_begun: bool,
}

impl Table {
    pub(crate) fn new(headings: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let headings: Vec<String> = headings.into_iter().map(Into::into).collect();
        let widths = headings.iter().map(|heading| heading.chars().count()).collect();
        Self { headings, lines: Vec::new(), widths, has_begun: false }
    }

    /// Adds a line, of as many cells as there are headings.
    pub(crate) fn line(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<_> = cells.into_iter().map(|cell| visible(&cell).into_owned()).collect();
        for (width, cell) in self.widths.iter_mut().zip(&cells) {
            *width = cell.chars().count().max(*width);
        }
        self.lines.push(cells);
    }

    /// The lines since the last time, with the headings if they are the first. Nothing at all without lines.
    pub(crate) fn take(&mut self) -> String {
        let mut text = String::new();
        if !self.has_begun && !self.lines.is_empty() {
            self.has_begun = true;
            text = format!("{HEADING}{}{HEADING:#}\n", self.row(&self.headings));
        }
        for cells in std::mem::take(&mut self.lines) {
            text += &self.row(&cells);
            text.push('\n');
        }
        text
    }

    fn row(&self, cells: &[String]) -> String {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(&self.widths) {
            // Writing to a string cannot fail.
            let _ = write!(line, "{cell:width$}  ");
        }
        line.truncate(line.trim_end().len());
        line
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(["name", "n"]);
        assert_eq!(table.take(), "");
        table.line(["a longer one".to_owned(), "1".to_owned()]);
        table.line(["b\u{1b}".to_owned(), "200".to_owned()]);
        let text = anstream::adapter::strip_str(&table.take()).to_string();
        assert_eq!(text, "name          n\na longer one  1\nb\\u{1b}       200\n");
        // What comes later does not change what has been shown.
        table.line(["c".to_owned(), "3".to_owned()]);
        assert_eq!(table.take(), "c             3\n");
    }
}
