//! Bytes as texts in base64, as Go's standard encoding has them: the alphabet with `+` and `/`, padded.

/// The bytes of a text; line breaks in it are passed over. Absent where the text is anything else.
///
/// ```
/// use manifest::base64;
///
/// assert_eq!(base64::decode("aGVs\nbG8="), Some(b"hello".to_vec()));
/// assert_eq!(base64::decode("aGVsbG8"), None);
/// ```
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')).collect();
    let (groups, []) = digits.as_chunks::<4>() else { return None };
    let Some((last, full)) = groups.split_last() else { return Some(Vec::new()) };
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3);
    for group in full {
        bytes.extend(three(group.iter())?);
    }
    let padding = last.iter().rev().take_while(|byte| **byte == b'=').count();
    let padded = last.map(|byte| if byte == b'=' { b'A' } else { byte });
    let kept = match padding {
        0..=2 => 3 - padding,
        _ => return None,
    };
    let padded_early = last.iter().take(4 - padding).any(|byte| *byte == b'=');
    bytes.extend(three(padded.iter())?.into_iter().take(kept));
    (!padded_early).then_some(bytes)
}

/// The text of bytes, without line breaks.
///
/// ```
/// assert_eq!(manifest::base64::encode(b"hello"), "aGVsbG8=");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |place: usize| group.get(place).copied().map_or(0, u32::from);
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4_usize {
            let digit = usize::try_from(bits >> (18 - 6 * place) & 0b11_1111).unwrap_or_default();
            let digit = ALPHABET.get(digit).filter(|_| place <= group.len());
            text.push(digit.map_or('=', |digit| char::from(*digit)));
        }
    }
    text
}

fn three<'b>(digits: impl Iterator<Item = &'b u8>) -> Option<[u8; 3]> {
    let bits = digits.map(|byte| digit(*byte)).try_fold(0, |bits, digit| Some(bits << 6 | digit?))?;
    let [_, first, second, third] = u32::to_be_bytes(bits);
    Some([first, second, third])
}

fn digit(byte: u8) -> Option<u32> {
    Some(match byte {
        b'A'..=b'Z' => u32::from(byte - b'A'),
        b'a'..=b'z' => u32::from(byte - b'a') + 26,
        b'0'..=b'9' => u32::from(byte - b'0') + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn base64_is_decoded_with_its_padding_and_line_breaks() {
        assert_eq!(decode("aGVsbG8="), Some(b"hello".to_vec()));
        assert_eq!(decode("aGVs\nbG8h\n"), Some(b"hello!".to_vec()));
        assert_eq!(decode("AA=="), Some(vec![0]));
        assert_eq!(decode(""), Some(Vec::new()));
    }

    #[test]
    fn what_is_encoded_is_decoded_again() {
        for length in 0..9_u8 {
            let bytes: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(97)).collect();
            assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
        assert_eq!([encode(b"a"), encode(b"ab"), encode(b"abc")], ["YQ==", "YWI=", "YWJj"]);
    }

    #[test]
    fn anything_else_is_no_base64() {
        for text in ["a", "aGVsbG8", "aG=sbG8=", "a===", "====", "aGVs bG8=", "aGVs-_8=", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
