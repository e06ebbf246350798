//! Why a text is not YAML, in our words and in those of Go's library.

use crate::finding::{Finding, Place};
use crate::source::{Source, Span};
use crate::yaml::{GoYaml, MAX_DEPTH, rules};

/// The first place where a text stops being YAML.
///
/// Boxed, because hardly any text has one, and each step would pay for the room.
#[derive(Debug)]
pub(in crate::yaml) struct Fault(Box<Detail>);

#[derive(Debug)]
struct Detail {
    reason: Reason,
    span: Span,
    /// What was begun and cannot go on, and a word for it.
    begun: Option<(Span, &'static str)>,
}

/// What is wrong.
#[derive(Clone, Debug)]
pub(in crate::yaml) enum Reason {
    ControlCharacter(char),
    CannotStart(char),
    ItemNotAllowed,
    KeyNotAllowed,
    ValueNotAllowed,
    ColonMissing,
    /// Behind the bracket that a text begins with.
    ColonFirst,
    QuoteOpen,
    DocumentMarkInQuotes,
    UnknownEscape,
    NoHexNumber,
    NoCharacter,
    IndentationZero,
    BlockHeader,
    TabInBlock,
    TabInPlain,
    AnchorName,
    TagHandle,
    TagEmpty,
    TagCharacter(char),
    TagOpen,
    TagEnd,
    TagEscape,
    TagEscapeNotUtf8,
    UndefinedTagHandle,
    DirectiveName,
    DirectiveCharacter,
    UnknownDirective,
    DirectiveEnd,
    VersionNumber,
    VersionDot,
    VersionTooLong,
    WrongVersion {
        major: u8,
        minor: u8,
    },
    VersionTwice,
    TagPrefixTwice,
    TagPrefixSpace,
    DocumentStartMissing,
    KeyMissing,
    ItemMissing,
    /// A bracket or brace that is not closed before the text ends, behind a value or where one is expected.
    FlowOpen {
        bracket: char,
        is_value_missing: bool,
    },
    CommaMissingInSequence,
    CommaMissingInMapping,
    ValueMissing,
    ItemInFlow,
    UnknownAnchor(Box<str>),
    AliasToItself,
    TooDeep,
}

impl Fault {
    pub(in crate::yaml) fn new(reason: Reason, span: Span) -> Self {
        Self(Box::new(Detail { reason, span, begun: None }))
    }

    /// Says what was begun before.
    pub(in crate::yaml) fn in_what_began(mut self, span: Span, what: &'static str) -> Self {
        self.0.begun = Some((span, what));
        self
    }

    /// The finding about this text, as this release was asked to read it.
    pub(in crate::yaml) fn finding(self, source: &Source, release: GoYaml) -> Finding {
        let Detail { reason, span, begun } = *self.0;
        let place =
            |span| Place { source: Some(source.name().to_owned()), span: Some(span), ..Place::default() };
        let message = format!("not valid YAML: {}", reason.words());
        let mut finding = Finding::new(&rules::YAML_SYNTAX, place(span), message);
        if let Some((span, what)) = begun.filter(|(begun, _)| *begun != span) {
            finding = finding.related(place(span), what);
        }
        finding.upstream = reason.upstream(release);
        finding.help = reason.help().map(str::to_owned);
        finding
    }
}

impl Reason {
    /// In our words.
    fn words(&self) -> String {
        let words = match self {
            Self::ControlCharacter(_) => "a control character",
            Self::CannotStart('\t') => "a tab where a key or an item may begin",
            Self::CannotStart(c) => return format!("no value can begin with `{c}`"),
            Self::ItemNotAllowed => "a list cannot begin here",
            Self::KeyNotAllowed => "a key cannot begin here",
            Self::ValueNotAllowed => "a mapping cannot begin here",
            Self::ColonMissing => "this should be a key, but no colon follows it on its line",
            Self::ColonFirst => {
                "a colon behind the first bracket is not accepted by this release of Go's YAML reader"
            }
            Self::QuoteOpen => "this quote is not closed",
            Self::DocumentMarkInQuotes => "a line of `---` or `...` inside of quotes",
            Self::UnknownEscape => "no such escape in double quotes",
            Self::NoHexNumber => "a hexadecimal number is missing behind the escape",
            Self::NoCharacter => "no character has this number",
            Self::IndentationZero => "the indentation of a block text cannot be 0",
            Self::BlockHeader => "something else than a comment stands behind the sign of a block text",
            Self::TabInBlock => "a tab in the indentation of a block text",
            Self::TabInPlain => "a tab in the indentation of a text that goes on",
            Self::AnchorName => "not the name of an anchor",
            Self::TagHandle => "a tag's handle begins and ends with `!`",
            Self::TagEmpty => "a tag without a name",
            Self::TagCharacter(c) => return format!("a tag cannot hold `{c}`"),
            Self::TagOpen => "this tag is not closed",
            Self::TagEnd => "a space is missing behind this tag",
            Self::TagEscape => "two hexadecimal digits are missing behind `%` in this tag",
            Self::TagEscapeNotUtf8 => "the escapes in this tag are no UTF-8",
            Self::UndefinedTagHandle => "no `%TAG` line says what this tag's handle stands for",
            Self::DirectiveName => "`%` at the start of a line begins a directive, but no name follows",
            Self::DirectiveCharacter => "the name of a directive has letters only",
            Self::UnknownDirective => "no such directive: only `%YAML` and `%TAG` are known",
            Self::DirectiveEnd => "something else than a comment stands behind this directive",
            Self::VersionNumber => "the version of YAML is missing",
            Self::VersionDot => "the version of YAML is two numbers with a dot between them",
            Self::VersionTooLong => "the version of YAML has too many digits",
            Self::WrongVersion { major, minor } => {
                return format!("the directive `%YAML {major}.{minor}` is not accepted by Go's YAML readers");
            }
            Self::VersionTwice => "a second `%YAML` directive for one document",
            Self::TagPrefixTwice => "a second `%TAG` directive for one handle",
            Self::TagPrefixSpace => "a space is missing in this `%TAG` directive",
            Self::DocumentStartMissing => "a new document has to begin with `---`",
            Self::KeyMissing => "a key is missing here",
            Self::ItemMissing => "an item with a `-` is missing here",
            Self::FlowOpen { bracket, .. } => return format!("unclosed bracket `{bracket}`"),
            Self::CommaMissingInSequence => "a `,` or `]` is missing here",
            Self::CommaMissingInMapping => "a `,` or `}` is missing here",
            Self::ValueMissing => "a value is missing here",
            Self::ItemInFlow => "an item with a `-` cannot stand between brackets or braces",
            Self::UnknownAnchor(name) => return format!("no anchor `&{name}` stands before this alias"),
            Self::AliasToItself => "this anchor's value contains itself",
            Self::TooDeep => return format!("nested deeper than {MAX_DEPTH} levels"),
        };
        words.to_owned()
    }

    /// As a release of Go's library says it (`scannerc.go`, `parserc.go`, `readerc.go`); nothing where it does not refuse.
    fn upstream(&self, release: GoYaml) -> Option<String> {
        let words = match self {
            Self::ControlCharacter(c) if release.names_control_characters() => {
                return Some(format!("control characters are not allowed (value: {})", u32::from(*c)));
            }
            Self::ControlCharacter(_) => "control characters are not allowed",
            Self::CannotStart(_) => "found character that cannot start any token",
            Self::ItemNotAllowed => "block sequence entries are not allowed in this context",
            Self::KeyNotAllowed => "mapping keys are not allowed in this context",
            Self::ValueNotAllowed => "mapping values are not allowed in this context",
            Self::ColonMissing => "could not find expected ':'",
            Self::ColonFirst => "did not find expected <stream-start>",
            Self::QuoteOpen => "found unexpected end of stream",
            Self::DocumentMarkInQuotes => "found unexpected document indicator",
            Self::UnknownEscape => "found unknown escape character",
            Self::NoHexNumber if release.spells_hexadecimal() => "did not find expected hexadecimal number",
            Self::NoHexNumber => "did not find expected hexdecimal number",
            Self::NoCharacter => "found invalid Unicode character escape code",
            Self::IndentationZero => "found an indentation indicator equal to 0",
            Self::BlockHeader | Self::DirectiveEnd => "did not find expected comment or line break",
            Self::TabInBlock => "found a tab character where an indentation space is expected",
            Self::TabInPlain => "found a tab character that violates indentation",
            Self::AnchorName => "did not find expected alphabetic or numeric character",
            Self::TagHandle => "did not find expected '!'",
            Self::TagEmpty => "did not find expected tag URI",
            Self::TagCharacter(c) => {
                return Some(format!("found character '{c}' that is not allowed in a YAML tag"));
            }
            Self::TagOpen => "did not find the expected '>'",
            Self::TagEnd => "did not find expected whitespace or line break",
            Self::TagEscape => "did not find URI escaped octet",
            Self::TagEscapeNotUtf8 => "found an incorrect leading UTF-8 octet",
            Self::UndefinedTagHandle => "found undefined tag handle",
            Self::DirectiveName => "could not find expected directive name",
            Self::DirectiveCharacter => "found unexpected non-alphabetical character",
            Self::UnknownDirective => "found unknown directive name",
            Self::VersionNumber => "did not find expected version number",
            Self::VersionDot => "did not find expected digit or '.' character",
            Self::VersionTooLong => "found extremely long version number",
            Self::WrongVersion { .. } => "found incompatible YAML document",
            Self::VersionTwice => "found duplicate %YAML directive",
            Self::TagPrefixTwice => "found duplicate %TAG directive",
            Self::TagPrefixSpace => "did not find expected whitespace",
            Self::DocumentStartMissing => "did not find expected <document start>",
            Self::KeyMissing => "did not find expected key",
            Self::ItemMissing => "did not find expected '-' indicator",
            Self::ValueMissing | Self::ItemInFlow | Self::FlowOpen { is_value_missing: true, .. } => {
                "did not find expected node content"
            }
            Self::CommaMissingInSequence | Self::FlowOpen { bracket: '[', .. } => {
                "did not find expected ',' or ']'"
            }
            Self::CommaMissingInMapping | Self::FlowOpen { .. } => "did not find expected ',' or '}'",
            Self::UnknownAnchor(name) => return Some(format!("unknown anchor '{name}' referenced")),
            Self::AliasToItself | Self::TooDeep => return None,
        };
        Some(words.to_owned())
    }

    /// What to do, where that is not the message turned around.
    fn help(&self) -> Option<&'static str> {
        match self {
            Self::ControlCharacter(_) => {
                Some("write it as an escape in double quotes, such as `\"\\u0007\"`")
            }
            Self::CannotStart('\t') | Self::TabInBlock | Self::TabInPlain => Some("indent with spaces"),
            Self::CannotStart(_) => Some("put the text in quotes"),
            Self::ItemNotAllowed => Some("begin the list on a line of its own"),
            Self::KeyNotAllowed => Some("begin the mapping on a line of its own"),
            Self::ValueNotAllowed => {
                Some("put a text that holds `: ` in quotes; begin a mapping on a line of its own")
            }
            Self::ColonMissing => Some("add the colon, or indent the line if it goes on with the one before"),
            Self::ColonFirst => Some("put a text that begins with `:` in quotes"),
            Self::UnknownEscape => Some("write a backslash as `\\\\`, or use single quotes"),
            Self::WrongVersion { .. } => Some("remove the directive"),
            Self::KeyMissing => Some("give each key of a mapping the same indentation"),
            Self::ItemMissing => Some("give each item of a list the same indentation"),
            Self::DocumentStartMissing => Some("put a line of `---` before it"),
            _ => None,
        }
    }
}
