//! Literals: which are well formed and wrong all the same, and what the others say.

use super::lexer::Token;
use super::types::Type;

/// The type of a literal, or what is wrong with it. Only texts have escapes, and only numbers
/// have a sign; `lenient` lets texts name characters that are none.
pub(super) fn literal(token: Token, text: &str, negative: bool, lenient: bool) -> Result<Type, &'static str> {
    match token {
        Token::Int => {
            let number = integer(text).map(|number| if negative { -number } else { number });
            let number = number.and_then(|number| i64::try_from(number).ok());
            number.map(|_| Type::Int).ok_or("invalid int literal")
        }
        Token::Uint => {
            let number =
                integer(text.trim_end_matches(['u', 'U'])).and_then(|number| u64::try_from(number).ok());
            number.map(|_| Type::Uint).ok_or("invalid uint literal")
        }
        Token::Double => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(Type::Double),
            _ => Err("invalid double literal"),
        },
        Token::Text => escapes(text, false, lenient).map(|()| Type::String),
        Token::Bytes => escapes(text.get(1..).unwrap_or_default(), true, lenient).map(|()| Type::Bytes),
        Token::Null => Ok(Type::Null),
        _ => Ok(Type::Bool),
    }
}

fn radix(digits: &str) -> (&str, u32) {
    digits.strip_prefix("0x").map_or((digits, 10), |hex| (hex, 16))
}

/// The number that digits say, without the sign before or the `u` behind them.
pub(super) fn integer(text: &str) -> Option<i128> {
    let (digits, radix) = radix(text);
    i128::from_str_radix(digits, radix).ok()
}

/// Escapes that the grammar lets through.
fn escapes(text: &str, bytes: bool, lenient: bool) -> Result<(), &'static str> {
    let mut rest = text;
    if rest.starts_with(['r', 'R']) {
        return Ok(());
    }
    while let Some((_, after)) = rest.split_once('\\') {
        let (length, wide) = match after.as_bytes().first() {
            Some(b'u') => (4, true),
            Some(b'U') => (8, true),
            _ => (0, false),
        };
        if wide && bytes {
            return Err("unable to unescape string");
        }
        let digits = after.get(1..=length).unwrap_or_default();
        let number = u32::from_str_radix(digits, 16).ok();
        if wide && !lenient && number.and_then(char::from_u32).is_none() {
            return Err("invalid unicode code point");
        }
        if wide && number.is_none_or(|number| number > u32::from(char::MAX)) {
            return Err("unable to unescape string");
        }
        rest = after.get(1..).unwrap_or_default();
    }
    Ok(())
}

/// What a text in quotes says; none where an escape is no character.
pub(super) fn unquoted(literal: &str) -> Option<String> {
    let (is_raw, quoted) = match literal.strip_prefix(['r', 'R']) {
        Some(quoted) => (true, quoted),
        None => (false, literal),
    };
    let long = ["\"\"\"", "'''"].into_iter().find(|quote| quoted.len() >= 6 && quoted.starts_with(quote));
    let around = long.map_or(1, str::len);
    let inner = quoted.get(around..quoted.len().checked_sub(around)?)?;
    if is_raw {
        return Some(inner.to_owned());
    }
    let mut said = String::new();
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        said.push_str(before);
        let escape = after.chars().next()?;
        let (character, length) = match escape {
            'a' => ('\u{7}', 1),
            'b' => ('\u{8}', 1),
            'f' => ('\u{c}', 1),
            'n' => ('\n', 1),
            'r' => ('\r', 1),
            't' => ('\t', 1),
            'v' => ('\u{b}', 1),
            'x' | 'X' => (numbered(after.get(1..3)?, 16)?, 3),
            'u' => (numbered(after.get(1..5)?, 16)?, 5),
            'U' => (numbered(after.get(1..9)?, 16)?, 9),
            '0'..='3' => (numbered(after.get(..3)?, 8)?, 3),
            itself => (itself, itself.len_utf8()),
        };
        said.push(character);
        rest = after.get(length..)?;
    }
    said.push_str(rest);
    Some(said)
}

fn numbered(digits: &str, radix: u32) -> Option<char> {
    u32::from_str_radix(digits, radix).ok().and_then(char::from_u32)
}
