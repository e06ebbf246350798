//! Where a part of a scalar's text stands in the document.

use manifest::{Source, Span};

/// The bytes of a part of a text, given those of the scalar that holds it. None where the scalar has escapes, for those
/// move what follows them about.
pub(super) fn inside(source: &Source, scalar: Span, text: &str, part: Span) -> Option<Span> {
    let written = source.slice(scalar);
    let quote = ["\"", "'"].into_iter().find(|quote| written.starts_with(quote) && !text.starts_with(quote));
    let shown = match quote {
        Some(quote) => written.strip_prefix(quote)?.trim_end().strip_suffix(quote)?,
        None => written,
    };
    // Lines may be indented and folded: what counts is what stands in them.
    let solid = |text: &'_ str| text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect::<Vec<_>>();
    let (of_text, of_source) = (solid(text), solid(shown));
    let same = of_text.len() == of_source.len()
        && of_text.iter().zip(&of_source).all(|((_, one), (_, other))| one == other);
    if !same {
        return None;
    }
    let before = scalar.start + quote.map_or(0, str::len);
    let first = of_text.iter().position(|(at, _)| *at >= part.start);
    let Some((start, _)) = first.and_then(|first| of_source.get(first)) else {
        let end = before + shown.trim_end().len();
        return Some(Span::new(end, end));
    };
    let last = of_text.iter().rposition(|(at, _)| *at < part.end)?;
    let (end, sign) = of_source.get(last)?;
    Some(Span::new(before + start, before + (end + sign.len_utf8()).max(*start)))
}
