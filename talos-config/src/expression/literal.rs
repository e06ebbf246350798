//! Literals that are well formed and wrong all the same.

use super::lexer::Token;
use super::types::Type;

/// The type of a literal, or what is wrong with it. Only texts have escapes, and only numbers
/// have a sign; `lenient` lets texts name characters that are none.
pub(super) fn literal(token: Token, text: &str, negative: bool, lenient: bool) -> Result<Type, &'static str> {
    match token {
        Token::Int => integer(text, negative).map(|()| Type::Int).ok_or("invalid int literal"),
        Token::Uint => {
            let digits = text.get(..text.len().saturating_sub(1)).unwrap_or_default();
            let (digits, radix) = radix(digits);
            u64::from_str_radix(digits, radix).map(|_| Type::Uint).map_err(|_| "invalid uint literal")
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

fn integer(text: &str, negative: bool) -> Option<()> {
    let (digits, radix) = radix(text);
    let number = u64::from_str_radix(digits, radix).ok()?;
    let most = i64::MAX.unsigned_abs() + u64::from(negative);
    (number <= most).then_some(())
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
