//! Columns of text.

use std::fmt::Write as _;

use crate::terminal::{HEADING, visible};

/// Lines of cells below headings. Columns are as wide as their widest cell.
pub(crate) struct Table<const N: usize> {
    headings: [&'static str; N],
    lines: Vec<[String; N]>,
}

impl<const N: usize> Table<N> {
    pub(crate) fn new(headings: [&'static str; N]) -> Self {
        Self { headings, lines: Vec::new() }
    }

    pub(crate) fn line(&mut self, cells: [String; N]) {
        self.lines.push(cells.map(|cell| visible(&cell).into_owned()));
    }
}

impl<const N: usize> std::fmt::Display for Table<N> {
    /// Nothing at all without lines.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.lines.is_empty() {
            return Ok(());
        }
        let headings = self.headings.map(str::to_owned);
        let mut widths = [0; N];
        for cells in self.lines.iter().chain([&headings]) {
            for (width, cell) in widths.iter_mut().zip(cells) {
                *width = cell.chars().count().max(*width);
            }
        }
        let line = |cells: &[String; N]| {
            let mut line = String::new();
            for (cell, width) in cells.iter().zip(widths) {
                // Writing to a string cannot fail.
                let _ = write!(line, "{cell:width$}  ");
            }
            line.trim_end().to_owned()
        };
        writeln!(f, "{HEADING}{}{HEADING:#}", line(&headings))?;
        self.lines.iter().try_for_each(|cells| writeln!(f, "{}", line(cells)))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(["name", "n"]);
        assert_eq!(table.to_string(), "");
        table.line(["a longer one".to_owned(), "1".to_owned()]);
        table.line(["b\u{1b}".to_owned(), "200".to_owned()]);
        let text = anstream::adapter::strip_str(&table.to_string()).to_string();
        assert_eq!(text, "name          n\na longer one  1\nb\\u{1b}       200\n");
    }
}
