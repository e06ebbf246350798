//! From tokens to trees, as Go's YAML library builds them (`parserc.go` and `composer.go` of go.yaml.in/yaml/v4).

mod block;
mod flow;
mod quick;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::GoYaml;
use super::node::{Document, Kind, Node, Scalar};
use super::scan::{Fault, Reason, Scanner, Token, TokenKind};
use crate::finding::Finding;
use crate::source::{Source, Span};

/// How deep lists and mappings may be nested.
///
/// Far above what any configuration needs, low enough that walking a tree cannot exhaust the stack. Go's library lets 10,000
/// levels pass.
pub const MAX_DEPTH: usize = 200;

/// Reads all documents of a YAML stream, as the newest release of Go's YAML library does.
///
/// [`parse_as`] asks an older one, which differs in corners only.
pub fn parse(source: &Source) -> Result<Vec<Document>, Box<Finding>> {
    parse_as(source, GoYaml::default())
}

/// Reads all documents of a YAML stream, as a release of Go's YAML library does.
///
/// Accepts what it accepts, YAML 1.1 with its own liberties: an alias may name an anchor of an earlier document of the stream,
/// `%YAML 1.2` is refused. Fails with the one finding of the first place where the text stops being YAML; nothing after it can
/// be trusted. An empty stream holds no document. Comments are skipped.
pub fn parse_as(source: &Source, release: GoYaml) -> Result<Vec<Document>, Box<Finding>> {
    let text = source.text();
    let roots = match control_character(text, release) {
        Some(fault) => Err(fault),
        None => quick::stream(text, release).map_or_else(|| Parser::new(text, release).stream(), Ok),
    };
    let roots = roots.map_err(|fault| fault.finding(source, release))?;
    Ok(roots.into_iter().map(|root| Document::new(source.clone(), root)).collect())
}

/// The first character that a text may not hold, not even in quotes.
fn control_character(text: &str, release: GoYaml) -> Option<Fault> {
    let takes_upper = release.takes_upper_controls();
    // Without a branch for each byte, many are looked at in one step.
    let holds = |may_be_control: fn(u8) -> bool| {
        text.as_bytes().iter().fold(false, |found, byte| found | may_be_control(*byte))
    };
    if !holds(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xef)
        && (takes_upper || !holds(|byte| matches!(byte, 0x7f | 0xc2)))
    {
        return None;
    }
    let is_control = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{7f}'..='\u{9f}' => !takes_upper,
        _ => c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}'),
    };
    let (at, c) = text.char_indices().find(|(_, c)| is_control(*c))?;
    Some(Fault::new(Reason::ControlCharacter(c), Span::new(at, at + c.len_utf8())))
}

struct Parser<'t> {
    scanner: Scanner<'t>,
    anchors: HashMap<&'t str, Anchored>,
    /// How many anchors there have been.
    anchor_count: usize,
    tag_prefixes: Vec<(&'t str, Cow<'t, str>)>,
    depth: usize,
    /// Where the last token ended; a value that is left out stands there.
    end: usize,
    release: GoYaml,
}

/// What a name stands for.
enum Anchored {
    /// The value whose end has not been seen yet, by its number.
    Open(usize),
    Value(Arc<Node>),
}

/// What stands before a value.
#[derive(Default)]
struct Properties<'t> {
    anchor: Option<&'t str>,
    /// Whether there is a tag, even if it says nothing.
    has_tag: bool,
    tag: Option<Arc<str>>,
}

/// Which values may stand at a place.
#[derive(Clone, Copy, PartialEq)]
enum Context {
    /// Inside of brackets or braces.
    Flow,
    /// Where a block may begin.
    Block,
    /// Behind a key of a block, where a list need not be indented.
    Entry,
}

type Parsed<T> = Result<T, Fault>;

impl<'t> Parser<'t> {
    fn new(text: &'t str, release: GoYaml) -> Self {
        Self {
            scanner: Scanner::new(text, release),
            anchors: HashMap::new(),
            anchor_count: 0,
            tag_prefixes: Vec::new(),
            depth: 0,
            end: 0,
            release,
        }
    }

    fn peek(&mut self) -> Parsed<&TokenKind<'t>> {
        Ok(&self.scanner.peek()?.kind)
    }

    fn peek_span(&mut self) -> Parsed<Span> {
        Ok(self.scanner.peek()?.span)
    }

    fn next(&mut self) -> Parsed<Token<'t>> {
        let token = self.scanner.next()?;
        // A token that nothing is to be seen of stands where the next one begins.
        if token.span.start < token.span.end {
            self.end = token.span.end;
        }
        Ok(token)
    }

    /// Takes the next token if it is the wanted one.
    fn next_if(&mut self, wanted: impl Fn(&TokenKind<'t>) -> bool) -> Parsed<bool> {
        let is_wanted = wanted(self.peek()?);
        if is_wanted {
            self.next()?;
        }
        Ok(is_wanted)
    }

    fn stream(mut self) -> Parsed<Vec<Node>> {
        let mut roots = Vec::new();
        loop {
            if !roots.is_empty() || self.release.skips_leading_document_end() {
                while self.next_if(|kind| matches!(kind, TokenKind::DocumentEnd))? {}
            }
            // Only the first document may begin without a sign, and then it cannot be left out.
            let has_sign = match self.peek()? {
                TokenKind::StreamEnd => return Ok(roots),
                kind => !roots.is_empty() || begins_document(kind),
            };
            if has_sign {
                self.document_start()?;
            }
            self.add_tag_prefix("!", "!".into());
            self.add_tag_prefix("!!", "tag:yaml.org,2002:".into());
            let is_empty = match self.peek()? {
                TokenKind::DocumentEnd | TokenKind::StreamEnd => true,
                kind => begins_document(kind),
            };
            roots.push(if has_sign && is_empty { self.absent() } else { self.node(Context::Block)? });
            self.next_if(|kind| matches!(kind, TokenKind::DocumentEnd))?;
            self.tag_prefixes.clear();
        }
    }

    /// Reads directives and the `---` behind them.
    fn document_start(&mut self) -> Parsed<()> {
        let mut has_version = false;
        loop {
            let Token { kind, span } = self.next()?;
            match kind {
                TokenKind::DocumentStart => return Ok(()),
                TokenKind::Version { .. } if has_version => {
                    return Err(Fault::new(Reason::VersionTwice, span));
                }
                TokenKind::Version { major: 1, minor: 1 } => has_version = true,
                TokenKind::Version { major, minor } => {
                    return Err(Fault::new(Reason::WrongVersion { major, minor }, span));
                }
                TokenKind::TagPrefix { handle, prefix } => {
                    if !self.add_tag_prefix(handle, prefix) {
                        return Err(Fault::new(Reason::TagPrefixTwice, span));
                    }
                }
                _ => return Err(Fault::new(Reason::DocumentStartMissing, span)),
            }
        }
    }

    /// Notes what a handle stands for, unless that has been said before.
    fn add_tag_prefix(&mut self, handle: &'t str, prefix: Cow<'t, str>) -> bool {
        let is_new = self.tag_prefixes.iter().all(|(known, _)| *known != handle);
        if is_new {
            self.tag_prefixes.push((handle, prefix));
        }
        is_new
    }

    /// Reads a value.
    fn node(&mut self, context: Context) -> Parsed<Node> {
        match self.peek()? {
            // By far the most values are texts with nothing before them.
            TokenKind::Scalar { .. } => {
                let (kind, span) = self.scalar()?;
                return Ok(Node { kind, tag: None, span });
            }
            TokenKind::Alias(_) => return self.alias(),
            _ => {}
        }
        let properties = match self.peek()? {
            TokenKind::Anchor(_) | TokenKind::Tag { .. } => self.properties()?,
            _ => Properties::default(),
        };
        let number = self.open_anchor(&properties);
        let start = self.peek_span()?.start;
        let (kind, span) = match self.peek()? {
            TokenKind::Scalar { .. } => self.scalar()?,
            TokenKind::BlockEntry if context == Context::Entry => {
                self.nested(start, |parser, _| parser.indentless_sequence())?
            }
            TokenKind::FlowSequenceStart => self.nested(start, Self::flow_sequence)?,
            TokenKind::FlowMappingStart => self.nested(start, Self::flow_mapping)?,
            TokenKind::BlockSequenceStart if context != Context::Flow => {
                self.nested(start, Self::block_sequence)?
            }
            TokenKind::BlockMappingStart if context != Context::Flow => {
                self.nested(start, Self::block_mapping)?
            }
            _ if properties.anchor.is_some() || properties.has_tag => {
                let absent = self.absent();
                (absent.kind, absent.span)
            }
            TokenKind::BlockEntry if context == Context::Flow => {
                return Err(Fault::new(Reason::ItemInFlow, self.peek_span()?));
            }
            _ => return Err(Fault::new(Reason::ValueMissing, self.peek_span()?)),
        };
        let node = Node { kind, tag: properties.tag, span };
        Ok(match properties.anchor {
            None => node,
            Some(name) => self.share(name, number, node),
        })
    }

    fn alias(&mut self) -> Parsed<Node> {
        let Token { kind: TokenKind::Alias(name), span } = self.next()? else {
            return Ok(self.absent());
        };
        match self.anchors.get(name) {
            Some(Anchored::Value(target)) => {
                Ok(Node { kind: Kind::Alias(Arc::clone(target)), tag: None, span })
            }
            Some(Anchored::Open(_)) => Err(Fault::new(Reason::AliasToItself, span)),
            None => Err(Fault::new(Reason::UnknownAnchor(name.into()), span)),
        }
    }

    /// Reads an anchor and a tag, in any order.
    fn properties(&mut self) -> Parsed<Properties<'t>> {
        let mut properties = Properties::default();
        let mut tag = None;
        loop {
            match self.peek()? {
                TokenKind::Anchor(_) if properties.anchor.is_none() => {
                    if let TokenKind::Anchor(name) = self.next()?.kind {
                        properties.anchor = Some(name);
                    }
                }
                TokenKind::Tag { .. } if tag.is_none() => tag = Some(self.next()?),
                _ => break,
            }
        }
        properties.has_tag = tag.is_some();
        if let Some(Token { kind: TokenKind::Tag { handle, suffix }, span }) = tag {
            properties.tag = self.tag(handle, &suffix, span)?;
        }
        Ok(properties)
    }

    /// The tag in the form that all readers compare: `tag:yaml.org,2002:int` for `!!int`, `!name` for local ones. A lone `!`
    /// means "not resolved", which is what a text is, or nothing.
    fn tag(&self, handle: &str, suffix: &str, span: Span) -> Parsed<Option<Arc<str>>> {
        if handle.is_empty() && suffix == "!" {
            return Ok(self.release.reads_lone_tags_as_texts().then(|| "tag:yaml.org,2002:str".into()));
        }
        if handle.is_empty() {
            return Ok(Some(suffix.into()));
        }
        let prefix = self.tag_prefixes.iter().find(|(known, _)| *known == handle);
        let (_, prefix) = prefix.ok_or_else(|| Fault::new(Reason::UndefinedTagHandle, span))?;
        Ok(Some(format!("{prefix}{suffix}").into()))
    }

    /// Notes that a value with an anchor begins; gives it a number.
    fn open_anchor(&mut self, properties: &Properties<'t>) -> usize {
        if let Some(name) = properties.anchor {
            self.anchor_count += 1;
            self.anchors.insert(name, Anchored::Open(self.anchor_count));
        }
        self.anchor_count
    }

    /// Makes a value one that aliases share. Inside of it its name may have been given to another one.
    fn share(&mut self, name: &'t str, number: usize, node: Node) -> Node {
        let span = node.span;
        let shared = Arc::new(node);
        if matches!(self.anchors.get(name), Some(Anchored::Open(open)) if *open == number) {
            self.anchors.insert(name, Anchored::Value(Arc::clone(&shared)));
        }
        Node { kind: Kind::Alias(shared), tag: None, span }
    }

    /// A value that is left out.
    fn absent(&self) -> Node {
        Node::absent(self.end)
    }

    fn scalar(&mut self) -> Parsed<(Kind, Span)> {
        let Token { kind, span } = self.next()?;
        Ok(match kind {
            TokenKind::Scalar { text, style } => (Kind::Scalar(Scalar { text: text.into(), style }), span),
            _ => (self.absent().kind, span),
        })
    }

    /// Reads a collection, from its start to the end of its last token.
    fn nested(
        &mut self,
        start: usize,
        read: impl FnOnce(&mut Self, Span) -> Parsed<Kind>,
    ) -> Parsed<(Kind, Span)> {
        let span = self.peek_span()?;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault::new(Reason::TooDeep, span));
        }
        let kind = read(self, span)?;
        self.depth -= 1;
        Ok((kind, Span::new(start, self.end)))
    }
}

/// Whether a document begins with this token, if a document may begin there.
fn begins_document(kind: &TokenKind<'_>) -> bool {
    matches!(kind, TokenKind::Version { .. } | TokenKind::TagPrefix { .. } | TokenKind::DocumentStart)
}
