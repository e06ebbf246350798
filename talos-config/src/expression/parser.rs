//! From tokens to a tree: the grammar of cel-go (`parser/gen/CEL.g4`) with its limits.

use super::fault::Faults;
use super::fold;
use super::lexer::{Piece, Token, pieces};
use super::literal::literal;
use super::logic::balanced;
use super::names::{Names, Quoted};
use super::node::{Id, Kind, MessageField, Tree};

/// How deep a rule of the grammar may hold itself, and how deep calls and selections may lie within each other.
const DEEPEST: usize = 250;
/// How many characters an expression may have.
const LONGEST: usize = 100_000;
/// How many nodes an expression may become: macros double what they are applied to, and Talos itself never comes back
/// from forty of them in a row.
const MOST_NODES: usize = 400_000;

/// Words that name nothing.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Rules of the grammar that hold themselves.
#[derive(Clone, Copy)]
enum Rule {
    Expression,
    Relation,
    Sum,
}

/// Why reading ended early; the fault is said already.
pub(super) struct Stop;

type Read<T> = Result<T, Stop>;

/// Reads one expression.
pub(super) struct Parser<'p, 't> {
    text: &'t str,
    names: &'p Names,
    faults: &'p mut Faults<'t>,
    tree: Tree,
    /// How deep the calls and selections below each node lie within each other.
    heights: Vec<usize>,
    pieces: Vec<Piece>,
    next: usize,
    depths: [usize; 3],
}

impl<'p, 't> Parser<'p, 't> {
    pub(super) fn new(text: &'t str, names: &'p Names, faults: &'p mut Faults<'t>) -> Self {
        Self {
            text,
            names,
            faults,
            tree: Tree::default(),
            heights: Vec::new(),
            pieces: Vec::new(),
            next: 0,
            depths: [0; 3],
        }
    }

    /// The tree and its root; nothing where there are faults.
    pub(super) fn parse(mut self) -> Option<(Tree, Id)> {
        let size = self.text.chars().count();
        if size > LONGEST {
            let message = format!("expression code point size exceeds limit: size: {size}, limit {LONGEST}");
            self.faults.whole(message);
            return None;
        }
        match pieces(self.text) {
            Ok(pieces) => self.pieces = pieces,
            Err(at) => {
                let shown = self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
                self.faults.at(at, format!("Syntax error: token recognition error at: '{shown}'"));
                return None;
            }
        }
        let root = self.expression().and_then(|root| match self.peek() {
            Token::End => Ok(root),
            _ => Err(self.unexpected()),
        });
        match root {
            Ok(root) if self.faults.is_empty() => Some((self.tree, root)),
            _ => None,
        }
    }

    fn expression(&mut self) -> Read<Id> {
        self.enter(Rule::Expression)?;
        let condition = self.disjunction()?;
        let mut found = condition;
        if let Some(at) = self.take("?") {
            let yes = self.disjunction()?;
            self.want(":")?;
            let no = self.expression()?;
            found = self.call(at, "_?_:_", None, vec![condition, yes, no], 1)?;
        }
        self.leave(Rule::Expression);
        Ok(found)
    }

    fn disjunction(&mut self) -> Read<Id> {
        self.chain("||", "_||_", |parser| parser.chain("&&", "_&&_", Self::relation))
    }

    fn chain(&mut self, sign: &str, name: &str, operand: fn(&mut Self) -> Read<Id>) -> Read<Id> {
        let mut terms = vec![operand(self)?];
        let mut signs = Vec::new();
        while let Some(at) = self.take(sign) {
            signs.push(at);
            terms.push(operand(self)?);
        }
        let height = terms.iter().map(|term| self.height(*term)).max().unwrap_or_default();
        let found = balanced(&mut self.tree, name, &terms, &signs).unwrap_or_default();
        self.heights.resize(self.tree.len(), height);
        Ok(found)
    }

    fn relation(&mut self) -> Read<Id> {
        self.enter(Rule::Relation)?;
        let mut left = self.sum(0)?;
        loop {
            let name = match self.peek() {
                Token::Sign("<") => "_<_",
                Token::Sign("<=") => "_<=_",
                Token::Sign(">=") => "_>=_",
                Token::Sign(">") => "_>_",
                Token::Sign("==") => "_==_",
                Token::Sign("!=") => "_!=_",
                Token::In => "@in",
                _ => break,
            };
            let at = self.step().start;
            self.enter(Rule::Relation)?;
            let right = self.sum(0)?;
            self.leave(Rule::Relation);
            left = self.call(at, name, None, vec![left, right], 1)?;
        }
        self.leave(Rule::Relation);
        Ok(left)
    }

    /// Sums of products; `least` is how tight an operator must bind.
    fn sum(&mut self, least: usize) -> Read<Id> {
        self.enter(Rule::Sum)?;
        let mut left = self.unary()?;
        loop {
            let (name, tightness) = match self.peek() {
                Token::Sign("*") => ("_*_", 2),
                Token::Sign("/") => ("_/_", 2),
                Token::Sign("%") => ("_%_", 2),
                Token::Sign("+") => ("_+_", 1),
                Token::Sign("-") => ("_-_", 1),
                _ => break,
            };
            if tightness < least {
                break;
            }
            let at = self.step().start;
            let right = self.sum(tightness + 1)?;
            left = self.call(at, name, None, vec![left, right], 1)?;
        }
        self.leave(Rule::Sum);
        Ok(left)
    }

    fn unary(&mut self) -> Read<Id> {
        let (sign, name) = match self.peek() {
            Token::Sign("!") => ("!", "!_"),
            Token::Sign("-") => ("-", "-_"),
            _ => return self.member(),
        };
        if sign == "-" && matches!(self.peek_second(), Token::Int | Token::Double) {
            // A sign before a number belongs to the number.
            return self.member();
        }
        let at = self.step().start;
        let mut count = 1;
        while self.take(sign).is_some() {
            count += 1;
        }
        let operand = self.member()?;
        if count % 2 == 0 { Ok(operand) } else { self.call(at, name, None, vec![operand], 0) }
    }

    fn member(&mut self) -> Read<Id> {
        let mut found = self.primary()?;
        loop {
            if let Some(at) = self.take(".") {
                found = self.field(found, at)?;
            } else if let Some(at) = self.take("[") {
                let optional = self.optional(Some((at, "[")));
                let index = self.expression()?;
                self.want("]")?;
                let name = if optional { "_[?_]" } else { "_[_]" };
                found = self.call(at, name, None, vec![found, index], 1)?;
            } else {
                return Ok(found);
            }
        }
    }

    /// What follows a point.
    fn field(&mut self, operand: Id, at: usize) -> Read<Id> {
        let optional = self.optional(Some((at, ".")));
        let piece = self.step();
        let field = self.field_name(piece)?;
        if !optional
            && piece.token == Token::Name
            && let Some(open) = self.take("(")
        {
            let arguments = self.arguments()?;
            return self.call(open, &field, Some(operand), arguments, 1);
        }
        let height = self.height(operand) + 1;
        let kind = if optional {
            Kind::OptionalSelect { operand, field }
        } else {
            Kind::Select { operand, field, test: false }
        };
        self.add(at, kind, height)
    }

    fn primary(&mut self) -> Read<Id> {
        let piece = self.step();
        match piece.token {
            Token::Sign("(") => {
                let inner = self.expression()?;
                self.want(")")?;
                Ok(inner)
            }
            Token::Sign("[") => self.list(piece.start),
            Token::Sign("{") => self.map(piece.start),
            Token::Sign(".") => match self.peek() {
                Token::Name => {
                    let name = self.step();
                    self.named(name, ".")
                }
                _ => Err(self.unexpected()),
            },
            Token::Sign("-") => match self.peek() {
                Token::Int | Token::Double => {
                    let number = self.step();
                    self.literal(number, piece.start, true)
                }
                _ => Err(self.unexpected()),
            },
            Token::Name => self.named(piece, ""),
            Token::Int
            | Token::Uint
            | Token::Double
            | Token::Text
            | Token::Bytes
            | Token::True
            | Token::False
            | Token::Null => self.literal(piece, piece.start, false),
            _ => Err(self.unexpected_piece(piece)),
        }
    }

    fn literal(&mut self, piece: Piece, at: usize, negative: bool) -> Read<Id> {
        let kind = match literal(piece.token, self.slice(piece), negative, self.names.lenient_escapes) {
            Ok(found) => Kind::Literal(found),
            Err(message) => {
                self.faults.at(at, message);
                Kind::Wrong
            }
        };
        self.add(at, kind, 0)
    }

    /// A name, a call of a function, or a message.
    fn named(&mut self, piece: Piece, before: &str) -> Read<Id> {
        if let Some(name) = self.message_name(piece) {
            return self.message(format!("{before}{name}"));
        }
        let word = self.slice(piece);
        let name = format!("{before}{word}");
        let start = piece.start - before.len();
        let open = self.take("(");
        let arguments = open.map(|_| self.arguments()).transpose()?;
        if RESERVED.contains(&word) {
            self.faults.at(start, format!("reserved identifier: {word}"));
            return self.add(start, Kind::Wrong, 0);
        }
        match (open, arguments) {
            (Some(open), Some(arguments)) => self.call(open, &name, None, arguments, 0),
            _ => self.add(piece.start, Kind::Name(name), 0),
        }
    }

    /// The name of a field, in backticks where the minor has them.
    fn field_name(&mut self, piece: Piece) -> Read<String> {
        let text = self.slice(piece);
        match piece.token {
            Token::Name => Ok(text.to_owned()),
            Token::Quoted if self.names.quoted == Quoted::Taken => Ok(text.trim_matches('`').to_owned()),
            Token::Quoted if self.names.quoted == Quoted::Refused => {
                self.faults.at(piece.start, "unsupported syntax: '`'");
                Ok(String::new())
            }
            _ => Err(self.unexpected_piece(piece)),
        }
    }

    /// The name of a message, when that is what begins at a name; it ends before its brace.
    fn message_name(&mut self, first: Piece) -> Option<String> {
        let mut ahead = self.next;
        loop {
            match (self.ahead(ahead).token, self.ahead(ahead + 1).token) {
                (Token::Sign("{"), _) => break,
                (Token::Sign("."), Token::Name) => {
                    ahead += 2;
                }
                _ => return None,
            }
        }
        let names: Vec<_> = (self.next..ahead)
            .map(|place| self.ahead(place))
            .filter(|piece| piece.token == Token::Name)
            .map(|piece| self.slice(piece))
            .collect();
        let mut name = self.slice(first).to_owned();
        for part in names {
            name.push('.');
            name.push_str(part);
        }
        self.next = ahead;
        Some(name)
    }

    fn message(&mut self, name: String) -> Read<Id> {
        let at = self.want("{")?;
        let mut fields = Vec::new();
        let mut height = 0;
        while !self.ends("}", fields.is_empty()) {
            let optional = self.optional(None);
            let piece = self.step();
            let field = self.field_name(piece)?;
            let at = self.want(":")?;
            let value = self.expression()?;
            height = height.max(self.height(value));
            fields.push(MessageField { name: field, value, optional, at });
            if !self.more("}")? {
                break;
            }
        }
        self.want("}")?;
        self.add(at, Kind::Message { name, fields }, height)
    }

    fn list(&mut self, at: usize) -> Read<Id> {
        let mut items = Vec::new();
        while !self.ends("]", items.is_empty()) {
            let optional = self.optional(None);
            items.push((self.expression()?, optional));
            if !self.more("]")? {
                break;
            }
        }
        self.want("]")?;
        let height = items.iter().map(|(item, _)| self.height(*item)).max().unwrap_or_default();
        self.add(at, Kind::List(items), height)
    }

    fn map(&mut self, at: usize) -> Read<Id> {
        let mut entries = Vec::new();
        while !self.ends("}", entries.is_empty()) {
            let optional = self.optional(None);
            let key = self.expression()?;
            self.want(":")?;
            entries.push((key, self.expression()?, optional));
            if !self.more("}")? {
                break;
            }
        }
        self.want("}")?;
        let height = entries
            .iter()
            .map(|(key, value, _)| self.height(*key).max(self.height(*value)))
            .max()
            .unwrap_or_default();
        self.add(at, Kind::Map(entries), height)
    }

    /// Whether a list of things ends here; of nothing, a comma may be left over.
    fn ends(&mut self, end: &'static str, is_empty: bool) -> bool {
        if is_empty && self.peek() == Token::Sign(",") && self.peek_second() == Token::Sign(end) {
            self.step();
        }
        self.peek() == Token::Sign(end)
    }

    /// Whether another thing follows; a comma may be left over at the end.
    fn more(&mut self, end: &'static str) -> Read<bool> {
        if self.peek() == Token::Sign(end) {
            return Ok(false);
        }
        self.want(",")?;
        Ok(self.peek() != Token::Sign(end))
    }

    fn arguments(&mut self) -> Read<Vec<Id>> {
        let mut arguments = Vec::new();
        if self.take(")").is_some() {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.expression()?);
            if self.take(",").is_none() {
                self.want(")")?;
                return Ok(arguments);
            }
        }
    }

    /// Whether what follows may be absent, where the language has that.
    /// `before` is the sign that it follows, where that one is to blame.
    fn optional(&mut self, before: Option<(usize, &str)>) -> bool {
        let Some(at) = self.take("?") else { return false };
        if !self.names.has_optional() {
            let (at, sign) = before.unwrap_or((at, ""));
            self.faults.at(at, format!("unsupported syntax '{sign}?'"));
        }
        true
    }

    /// A call, or what the macro of that name makes of it.
    fn call(
        &mut self,
        at: usize,
        name: &str,
        target: Option<Id>,
        arguments: Vec<Id>,
        counts: usize,
    ) -> Read<Id> {
        let below = arguments.iter().chain(&target).map(|id| self.height(*id)).max().unwrap_or_default();
        let height = below + counts;
        let call = fold::Call { at, name, target, arguments: &arguments };
        let made = fold::expand(&mut self.tree, self.names, &call, MOST_NODES);
        self.heights.resize(self.tree.len(), height);
        match made {
            None => {
                let kind = Kind::Call { name: name.to_owned(), target, arguments };
                self.add(at, kind, height)
            }
            Some(Ok(id)) => self.checked(id, height),
            Some(Err(fold::Refused { at: Some(at), message })) => {
                self.faults.at(at, message);
                self.add(at, Kind::Wrong, height)
            }
            Some(Err(fold::Refused { at: None, message })) => {
                self.faults.whole(message);
                Err(Stop)
            }
        }
    }

    fn add(&mut self, at: usize, kind: Kind, height: usize) -> Read<Id> {
        let id = self.tree.add(at, kind);
        self.heights.resize(self.tree.len(), height);
        self.checked(id, height)
    }

    fn checked(&mut self, id: Id, height: usize) -> Read<Id> {
        if height > DEEPEST {
            self.faults.whole("max recursion depth exceeded");
            return Err(Stop);
        }
        Ok(id)
    }

    fn height(&self, id: Id) -> usize {
        self.heights.get(id).copied().unwrap_or_default()
    }

    fn enter(&mut self, rule: Rule) -> Read<()> {
        let Some(depth) = self.depths.get_mut(rule as usize) else { return Ok(()) };
        *depth += 1;
        if *depth > DEEPEST {
            self.faults.whole(format!("expression recursion limit exceeded: {DEEPEST}"));
            return Err(Stop);
        }
        Ok(())
    }

    fn leave(&mut self, rule: Rule) {
        if let Some(depth) = self.depths.get_mut(rule as usize) {
            *depth -= 1;
        }
    }

    fn ahead(&self, place: usize) -> Piece {
        let end = Piece { token: Token::End, start: self.text.len(), end: self.text.len() };
        self.pieces.get(place).copied().unwrap_or(end)
    }

    fn peek(&self) -> Token {
        self.ahead(self.next).token
    }

    fn peek_second(&self) -> Token {
        self.ahead(self.next + 1).token
    }

    fn step(&mut self) -> Piece {
        let piece = self.ahead(self.next);
        self.next += 1;
        piece
    }

    /// Steps over a sign, if it is there, and says where it was.
    fn take(&mut self, sign: &str) -> Option<usize> {
        match self.peek() {
            Token::Sign(found) if found == sign => Some(self.step().start),
            _ => None,
        }
    }

    fn want(&mut self, sign: &str) -> Read<usize> {
        self.take(sign).ok_or_else(|| self.unexpected())
    }

    fn unexpected(&mut self) -> Stop {
        let piece = self.ahead(self.next);
        self.unexpected_piece(piece)
    }

    fn unexpected_piece(&mut self, piece: Piece) -> Stop {
        let shown = if piece.token == Token::End { "<EOF>" } else { self.slice(piece) };
        self.faults.at(piece.start, format!("Syntax error: mismatched input '{shown}'"));
        Stop
    }

    fn slice(&self, piece: Piece) -> &'t str {
        self.text.get(piece.start..piece.end).unwrap_or_default()
    }
}
