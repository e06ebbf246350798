//! A text that may stand inside of another document, as a patch does in `spec.data`.

use ::manifest::{FieldPath, Finding, Fix, Part, Place, Source, Span};

use super::Location;

/// A text with the way from its bytes to those of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The text itself, under the name of the file.
    pub source: Source,
    /// Where it stands.
    pub host: Host,
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Host {
    /// It is the file.
    File,
    /// It is a text in a document.
    Scalar(Location),
    /// It is written anew from a mapping or list in a document, so only paths lead back.
    Structure(Location),
}

impl Text {
    /// A text in a document, or the text that was made of a mapping there.
    #[must_use]
    pub fn inside(at: Location, text: &str) -> Self {
        let source = Source::new(at.document.source().name(), text);
        let is_text = at.node().is_some_and(|node| node.as_scalar().is_some());
        Self { source, host: if is_text { Host::Scalar(at) } else { Host::Structure(at) } }
    }

    /// The place in the file of bytes of this text, at a path of a document in it.
    #[must_use]
    pub fn place(&self, span: Option<Span>, path: &FieldPath, part: Part) -> Place {
        match &self.host {
            Host::File => {
                let source = Some(self.source.name().to_owned());
                Place { source, path: path.clone(), part, span }
            }
            Host::Structure(at) => at.place(path, part),
            Host::Scalar(at) => {
                let inside = span.zip(at.node()).and_then(|(span, node)| at.document.span_inside(node, span));
                let Some(span) = inside else {
                    let whole = at.whole();
                    return Place { path: whole.path.join(path), ..whole };
                };
                let source = Some(at.document.source().name().to_owned());
                Place { source, path: at.base.clone().join(path), part, span: Some(span) }
            }
        }
    }

    /// A finding about this text with its places in the file. A fix goes unless its bytes stand in the file as they do
    /// here.
    pub fn lift(&self, mut finding: Finding) -> Finding {
        if self.host == Host::File {
            return finding;
        }
        let lift = |place: &Place| self.place(place.span, &place.path, place.part);
        finding.place = lift(&finding.place);
        finding.related.iter_mut().for_each(|related| related.place = lift(&related.place));
        finding.fix = finding.fix.and_then(|fix| self.lift_fix(fix));
        finding
    }

    /// A fix of bytes that stand on one line of a literal block.
    fn lift_fix(&self, fix: Fix) -> Option<Fix> {
        let Host::Scalar(at) = &self.host else { return None };
        let span = at.document.span_inside(at.node()?, fix.span)?;
        let is_same = at.document.source().slice(span) == self.source.slice(fix.span);
        (is_same && !fix.replacement.contains('\n')).then_some(Fix { span, ..fix })
    }
}
