//! Texts that some reader of YAML 1.1 or 1.2 would take for something else.

use crate::yaml::{Resolved, resolve};

/// Whether a text without quotes is a number, boolean, null, date or mark for any reader: Go's `yaml.v3` and
/// `v4`, `PyYAML`, `ruamel.yaml`, npm's `yaml` and `js-yaml`, Ruby's Psych.
pub(super) fn is_ambiguous(text: &str) -> bool {
    let is_something_to_go = resolve(text) != Resolved::String;
    if is_something_to_go || is_word(text) || text.starts_with("---") || text.starts_with("...") {
        return true;
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    unsigned.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_' | 'e' | 'E'))
        && (is_radix(unsigned) || is_decimal(unsigned) || is_sexagesimal(unsigned) || is_date(unsigned))
        || is_hardware_address(text)
}

/// The words of both versions, in every mix of capitals.
fn is_word(text: &str) -> bool {
    const WORDS: [&str; 18] = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".nan", ".inf", "+.inf",
        "-.inf", "+", "-",
    ];
    text.len() <= 5 && WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// `0x1f`, `0b101`, `0o17` and what lax readers add: capitals, underscores, a second sign.
fn is_radix(text: &str) -> bool {
    let digits = text.strip_prefix('0').and_then(|rest| rest.strip_prefix(['x', 'X', 'o', 'O', 'b', 'B']));
    digits.is_some_and(|digits| {
        digits.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'_' | b'-' | b'+'))
    })
}

/// `12`, `1_000`, `1,000`, `1.10`, `.5`, `1.`, `1e3`, and `e3` for lack of a check in npm's `yaml`; two points
/// make a version or an address, not a number.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, ""));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    !(mantissa.is_empty() && exponent.is_empty())
        && mantissa.bytes().filter(|&byte| byte == b'.').count() <= 1
        && mantissa.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'_' | b',' | b'.'))
        && exponent.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'_'))
}

/// `1:30` is ninety in YAML 1.1, `190:20:30.15` a float.
fn is_sexagesimal(text: &str) -> bool {
    text.contains(':') && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'_' | b'.' | b':'))
}

/// `2026-01-31`, with whatever may follow.
fn is_date(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part.len());
    let mut parts = text.splitn(3, '-');
    parts.next().and_then(digits) == Some(4)
        && matches!(parts.next().and_then(digits), Some(1 | 2))
        && parts.next().is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()))
}

/// `00:1a:2b:3c:4d:5e`: those of digits only are base-60 numbers, and a list of them shall look alike.
fn is_hardware_address(text: &str) -> bool {
    text.len() == 17
        && text.split(':').all(|pair| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
