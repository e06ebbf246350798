//! From text to tokens.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Sign(&'static str),
    Name,
    /// A name in backticks.
    Quoted,
    Int,
    Uint,
    Double,
    Text,
    Bytes,
    True,
    False,
    Null,
    In,
    End,
}

/// A token and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) token: Token,
    pub(super) start: usize,
    pub(super) end: usize,
}

const SIGNS: &[&str] = &[
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "[", "]", "{", "}", "(", ")", ".", ",", "-", "!", "?", ":",
    "+", "*", "/", "%",
];

/// Takes a text apart; the byte at which no token begins, if there is one.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, usize> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start_matches(['\t', ' ', '\r', '\n', '\u{c}']).len();
        if blank > 0 {
            start += blank;
        } else if rest.starts_with("//") {
            start += rest.find('\n').unwrap_or(rest.len());
        } else {
            let (token, length) = token(rest).ok_or(start)?;
            pieces.push(Piece { token, start, end: start + length });
            start += length;
        }
    }
    pieces.push(Piece { token: Token::End, start: text.len(), end: text.len() });
    Ok(pieces)
}

/// The token that a text begins with, and its length.
pub(super) fn token(rest: &str) -> Option<(Token, usize)> {
    let literal = |after: usize| text(rest.get(after..)?).map(|length| after + length);
    if let Some(length) = literal(0) {
        return Some((Token::Text, length));
    }
    if rest.starts_with(['b', 'B'])
        && let Some(length) = literal(1)
    {
        return Some((Token::Bytes, length));
    }
    if let Some(length) = number(rest) {
        return Some(length);
    }
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let word = rest.find(|c| !is_word(c)).map_or(rest, |end| rest.get(..end).unwrap_or_default());
    if !word.is_empty() {
        let token = match word {
            "true" => Token::True,
            "false" => Token::False,
            "null" => Token::Null,
            "in" => Token::In,
            _ => Token::Name,
        };
        return Some((token, word.len()));
    }
    if let Some(inner) = rest.strip_prefix('`') {
        let name = inner.split_once('`')?.0;
        let known = |c: char| is_word(c) || matches!(c, '.' | '-' | '/' | ' ');
        return (!name.is_empty() && name.chars().all(known)).then_some((Token::Quoted, name.len() + 2));
    }
    SIGNS.iter().find(|sign| rest.starts_with(**sign)).map(|sign| (Token::Sign(sign), sign.len()))
}

fn number(rest: &str) -> Option<(Token, usize)> {
    let digits = |from: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len()
    };
    let unsigned = |end: usize| {
        let is_unsigned = rest.get(end..)?.starts_with(['u', 'U']);
        Some(if is_unsigned { (Token::Uint, end + 1) } else { (Token::Int, end) })
    };
    if let Some(hex) = rest.strip_prefix("0x") {
        let length = hex.len() - hex.trim_start_matches(|c: char| c.is_ascii_hexdigit()).len();
        if length > 0 {
            return unsigned(2 + length);
        }
    }
    let whole = digits(0);
    let mut end = whole;
    let mut is_double = false;
    if rest.get(whole..)?.starts_with('.') && digits(whole + 1) > 0 {
        end = whole + 1 + digits(whole + 1);
        is_double = true;
    }
    if end == 0 {
        return None;
    }
    if rest.get(end..)?.starts_with(['e', 'E']) {
        let sign = usize::from(rest.get(end + 1..)?.starts_with(['+', '-']));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            return Some((Token::Double, end + 1 + sign + exponent));
        }
    }
    if is_double { Some((Token::Double, end)) } else { unsigned(end) }
}

/// The length of the longest text in quotes, raw or not, that begins here.
fn text(rest: &str) -> Option<usize> {
    let (raw, quoted) = match rest.strip_prefix(['r', 'R']) {
        Some(quoted) => (true, quoted),
        None => (false, rest),
    };
    let before = rest.len() - quoted.len();
    let quote = ["\"", "'"].into_iter().find(|quote| quoted.starts_with(quote))?;
    let triple = quote.repeat(3);
    let long = quoted.strip_prefix(&*triple).and_then(|inner| body(inner, &triple, raw)).map(|body| body + 6);
    let short = || quoted.get(1..).and_then(|inner| body(inner, quote, raw)).map(|body| body + 2);
    long.or_else(short).map(|length| before + length)
}

/// The bytes before the end of a text; none where it has no end, a line break or an escape that is none.
fn body(inner: &str, end: &str, raw: bool) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = inner.get(at..)?;
        if rest.starts_with(end) {
            return Some(at);
        }
        let first = rest.chars().next()?;
        if end.len() == 1 && matches!(first, '\n' | '\r') {
            return None;
        }
        at += if first == '\\' && !raw { escape(rest)? } else { first.len_utf8() };
    }
}

fn escape(rest: &str) -> Option<usize> {
    let all = |from: usize, count: usize, is: fn(&u8) -> bool| {
        let bytes = rest.as_bytes().get(from..from + count)?;
        bytes.iter().all(is).then_some(from + count)
    };
    match rest.as_bytes().get(1)? {
        b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'"' | b'\'' | b'\\' | b'?' | b'`' => Some(2),
        b'x' | b'X' => all(2, 2, u8::is_ascii_hexdigit),
        b'u' => all(2, 4, u8::is_ascii_hexdigit),
        b'U' => all(2, 8, u8::is_ascii_hexdigit),
        b'0'..=b'3' => all(2, 2, |byte| (b'0'..=b'7').contains(byte)),
        _ => None,
    }
}
