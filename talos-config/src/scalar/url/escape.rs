//! Percent signs in the parts of a URL, part by part by Go's rules.

/// Which part of a URL a text is in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    User,
    Host,
    Path,
    Fragment,
}

/// Takes the escapes out.
pub(super) fn unescape(text: &str, part: Part) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first == b'%' {
            let value = match after {
                [high, low, after @ ..] => {
                    rest = after;
                    digit(*high).zip(digit(*low)).map(|(high, low)| high << 4 | low)
                }
                _ => None,
            };
            let Some(value) = value else {
                let wrong = std::iter::once(b'%').chain(after.iter().copied().take(2)).collect();
                let wrong = String::from_utf8(wrong).unwrap_or_default();
                return Err(format!("invalid URL escape {wrong:?}"));
            };
            if part == Part::Host && value < 0x80 && value != b'%' {
                return Err(format!("invalid URL escape \"%{value:02X}\""));
            }
            bytes.push(value);
        } else if part == Part::Host && *first < 0x80 && must_escape(*first, part) {
            return Err(format!("invalid character {:?} in host name", char::from(*first).to_string()));
        } else {
            bytes.push(*first);
        }
    }
    Ok(bytes)
}

/// Puts the escapes in that the part needs.
pub(super) fn escape(bytes: &[u8], part: Part) -> String {
    let mut text = String::with_capacity(bytes.len());
    for byte in bytes {
        if must_escape(*byte, part) {
            text.push('%');
            for half in [byte >> 4, byte & 15] {
                text.extend(char::from_digit(half.into(), 16).map(|digit| digit.to_ascii_uppercase()));
            }
        } else {
            text.push(char::from(*byte));
        }
    }
    text
}

/// Whether a text that holds escapes may be printed as it is.
pub(super) fn is_valid_encoded(text: &str, part: Part) -> bool {
    text.bytes().all(|byte| match byte {
        b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' | b':' | b'@' | b'['
        | b']' | b'%' => true,
        _ => !must_escape(byte, part),
    })
}

fn must_escape(byte: u8, part: Part) -> bool {
    if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
        return false;
    }
    match part {
        Part::Host => !b"!$&'()*+,;=:[]<>\"".contains(&byte),
        Part::User => !b"$&+,;=".contains(&byte),
        Part::Path => !b"$&+,/:;=@".contains(&byte),
        Part::Fragment => !b"$&+,/:;=?@!()*".contains(&byte),
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
