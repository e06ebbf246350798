//! Texts under the tag `!!binary`.

/// Decodes base64 as Go's standard decoder does: the alphabet with `+` and `/`, padding required, line breaks
/// passed over. Absent where the text is anything else.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
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
    use super::decode;

    #[test]
    fn base64_is_decoded_with_its_padding_and_line_breaks() {
        assert_eq!(decode("aGVsbG8="), Some(b"hello".to_vec()));
        assert_eq!(decode("aGVs\nbG8h\n"), Some(b"hello!".to_vec()));
        assert_eq!(decode("AA=="), Some(vec![0]));
        assert_eq!(decode(""), Some(Vec::new()));
    }

    #[test]
    fn anything_else_is_no_base64() {
        for text in ["a", "aGVsbG8", "aG=sbG8=", "a===", "====", "aGVs bG8=", "aGVs-_8=", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
