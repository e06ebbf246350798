//! UUIDs as Google's library reads them, which omnictl asks whether a machine id is one.

use crate::go::quoted;

/// Refuses what the library refuses, with its words. Besides the usual form it takes 32 digits in a row, and the usual
/// form with one character around it or `urn:uuid:` in front.
pub(super) fn check(text: &str) -> Result<(), String> {
    let bytes = text.as_bytes();
    let digits = match bytes.len() {
        36 => bytes,
        38 => bytes.get(1..37).unwrap_or_default(),
        45 => match bytes.split_at_checked(9) {
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case(b"urn:uuid:") => rest,
            _ => {
                let prefix = String::from_utf8_lossy(bytes.get(..9).unwrap_or_default()).into_owned();
                return Err(format!("invalid urn prefix: {}", quoted(&prefix)));
            }
        },
        32 if bytes.iter().all(u8::is_ascii_hexdigit) => return Ok(()),
        32 => return Err("invalid UUID format".to_owned()),
        length => return Err(format!("invalid UUID length: {length}")),
    };
    let is_valid = digits.iter().enumerate().all(|(index, byte)| match index {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    if is_valid { Ok(()) } else { Err("invalid UUID format".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn takes_every_form_that_the_library_takes() {
        for text in [
            "03ff0210-04e0-05b0-ab06-300700080009",
            "03FF0210-04E0-05B0-AB06-300700080009",
            "03ff021004e005b0ab06300700080009",
            "{03ff0210-04e0-05b0-ab06-300700080009}",
            "URN:uuid:03ff0210-04e0-05b0-ab06-300700080009",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn refuses_with_the_words_of_the_library() {
        for (text, error) in [
            ("", "invalid UUID length: 0"),
            ("gpu-1", "invalid UUID length: 5"),
            ("03ff0210-04e0-05b0-ab06-30070008000g", "invalid UUID format"),
            ("03ff0210004e0-05b0-ab06-300700080009", "invalid UUID format"),
            ("03ff021004e005b0ab0630070008000g", "invalid UUID format"),
            ("uri:uuid:03ff0210-04e0-05b0-ab06-300700080009", "invalid urn prefix: \"uri:uuid:\""),
        ] {
            assert_eq!(check(text), Err(error.to_owned()), "{text}");
        }
    }
}
