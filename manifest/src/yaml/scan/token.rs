//! What a YAML text is made of.

use std::borrow::Cow;

use crate::source::Span;
use crate::yaml::Style;

/// A piece of a text with its place.
#[derive(Debug)]
pub(in crate::yaml) struct Token<'t> {
    pub(in crate::yaml) kind: TokenKind<'t>,
    pub(in crate::yaml) span: Span,
}

/// What a piece is. Of those that stand for the start or end of a block nothing is to be seen but the indentation.
#[derive(Debug)]
pub(in crate::yaml) enum TokenKind<'t> {
    StreamEnd,
    /// `%YAML 1.1`
    Version {
        major: u8,
        minor: u8,
    },
    /// `%TAG !handle! prefix`
    TagPrefix {
        handle: &'t str,
        prefix: Cow<'t, str>,
    },
    /// `---`
    DocumentStart,
    /// `...`
    DocumentEnd,
    BlockSequenceStart,
    BlockMappingStart,
    BlockEnd,
    /// `[`
    FlowSequenceStart,
    /// `]`
    FlowSequenceEnd,
    /// `{`
    FlowMappingStart,
    /// `}`
    FlowMappingEnd,
    /// `- `
    BlockEntry,
    /// `,`
    FlowEntry,
    /// `? `, or nothing before a key that its colon has given away.
    Key,
    /// `: `
    Value,
    /// `*name`
    Alias(&'t str),
    /// `&name`
    Anchor(&'t str),
    /// `!handle!suffix`; without a handle for `!<verbatim>` and a lone `!`.
    Tag {
        handle: &'t str,
        suffix: Cow<'t, str>,
    },
    Scalar {
        text: Cow<'t, str>,
        style: Style,
    },
}
