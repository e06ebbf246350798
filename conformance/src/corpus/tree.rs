//! YAML nodes on their way to being written down.

/// A node. A scalar holds its text as it stands in YAML, quotes, tags and mistakes included.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    /// A text as it is written.
    Scalar(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys, as they are written, with values. A key may be there twice.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A scalar.
    pub(crate) fn scalar(text: impl Into<String>) -> Self {
        Self::Scalar(text.into())
    }

    /// The document in the plainest layout: two spaces a level, one entry a line.
    pub(crate) fn plain(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, indent: usize, out: &mut String) {
        match self {
            Self::Scalar(text) => {
                out.push_str(text);
                out.push('\n');
            }
            Self::List(items) if items.is_empty() => out.push_str("[]\n"),
            Self::Map(entries) if entries.is_empty() => out.push_str("{}\n"),
            Self::List(items) => {
                for (place, item) in items.iter().enumerate() {
                    pad(place, indent, out);
                    out.push_str("- ");
                    item.write(indent + 2, out);
                }
            }
            Self::Map(entries) => {
                for (place, (key, value)) in entries.iter().enumerate() {
                    pad(place, indent, out);
                    out.push_str(key);
                    out.push(':');
                    if value.is_block() {
                        out.push('\n');
                        out.extend(std::iter::repeat_n(' ', indent + 2));
                    } else {
                        out.push(' ');
                    }
                    value.write(indent + 2, out);
                }
            }
        }
    }

    fn is_block(&self) -> bool {
        match self {
            Self::Scalar(_) => false,
            Self::List(items) => !items.is_empty(),
            Self::Map(entries) => !entries.is_empty(),
        }
    }
}

/// The first entry stands where its parent left off.
fn pad(place: usize, indent: usize, out: &mut String) {
    if place > 0 {
        out.extend(std::iter::repeat_n(' ', indent));
    }
}
