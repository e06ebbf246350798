//! Certificates and keys in base64.

use std::fmt;
use std::str::FromStr;

use manifest::Secret;
use serde::{Deserialize, Serialize};

use super::InvalidScalar;
use super::text::text;

/// Bytes in base64, padded (`v1alpha1.Base64Bytes`). Line breaks are dropped, other blanks refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[doc(alias = "v1alpha1.Base64Bytes")]
pub struct Base64(String);

text!(Base64);

impl Base64 {
    /// The text of bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(manifest::base64::encode(bytes))
    }

    /// The text itself.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

impl FromStr for Base64 {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let sure = sure_digits(text.as_bytes());
        if let Some(place) = corrupt(text.as_bytes(), sure) {
            return Err(InvalidScalar::new(format!("illegal base64 data at input byte {place}")));
        }
        let has_line_ends = text.bytes().skip(sure).any(is_line_end);
        let digits = if has_line_ends { text.split(['\r', '\n']).collect() } else { text.to_owned() };
        let padding = digits.len() - digits.trim_end_matches('=').len();
        Ok(Self(canonical(digits, padding)))
    }
}

/// How many digits a text begins with for sure: nearly always all but its last group, or none. A certificate has hundreds;
/// without a branch for each, many are looked at in one step.
fn sure_digits(text: &[u8]) -> usize {
    let most = text.get(..text.len().saturating_sub(4)).unwrap_or_default();
    let are_digits = most.iter().fold(true, |all, byte| all & is_digit(*byte));
    if are_digits { most.len() } else { 0 }
}

/// The byte at which Go's reader finds that a text is no base64; none where it is. It begins with so many digits.
fn corrupt(text: &[u8], sure: usize) -> Option<usize> {
    let skip = |from: usize| {
        from + text.get(from..).unwrap_or_default().iter().take_while(|byte| is_line_end(**byte)).count()
    };
    let mut place = sure;
    // How many digits of a group of four there are.
    let mut group = sure % 4;
    while let Some(byte) = text.get(place).copied() {
        place += 1;
        match (byte, group) {
            (byte, _) if is_line_end(byte) => {}
            (byte, _) if is_digit(byte) => group = (group + 1) % 4,
            (b'=', 2) => {
                place = skip(place);
                match text.get(place) {
                    None => return Some(text.len()),
                    Some(b'=') => place = skip(place + 1),
                    Some(_) => return Some(place - 1),
                }
                return (place < text.len()).then_some(place);
            }
            (b'=', 3) => {
                place = skip(place);
                return (place < text.len()).then_some(place);
            }
            _ => return Some(place - 1),
        }
    }
    (group > 0).then(|| text.len() - group)
}

fn is_digit(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// Clears the bits of the last digit that stand for no byte: readers drop them.
fn canonical(mut digits: String, padding: usize) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mask = match padding {
        1 => 0b11_1100,
        2 => 0b11_0000,
        _ => return digits,
    };
    digits.truncate(digits.len() - padding);
    if let Some(place) = digits.pop().and_then(|last| ALPHABET.find(last)) {
        digits.extend(ALPHABET.chars().nth(place & mask));
    }
    digits.push_str(if padding == 1 { "=" } else { "==" });
    digits
}

impl fmt::Display for Base64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A certificate and its key, each PEM in base64 (`x509.PEMEncodedCertificateAndKey`).
///
/// A patch that sets one of the two clears the other: upstream reads an absent one as an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "x509.PEMEncodedCertificateAndKey")]
pub struct CertificateAndKey {
    /// The certificate. Absent: empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crt: Option<Base64>,
    /// The key, or `******` where it was taken out. Absent: empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Secret>,
}

/// A certificate, PEM in base64 (`x509.PEMEncodedCertificate`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "x509.PEMEncodedCertificate")]
pub struct Certificate {
    /// The certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crt: Option<Base64>,
}

/// A key, PEM in base64 (`x509.PEMEncodedKey`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[doc(alias = "x509.PEMEncodedKey")]
pub struct Key {
    /// The key, or `******` where it was taken out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Secret>,
}

#[cfg(test)]
mod tests {
    use super::Base64;

    #[test]
    fn a_long_text_is_refused_at_its_first_wrong_byte() {
        let whole = "aGVsbG8+aGVsbG8/AZaz0189".repeat(5);
        assert_eq!(whole.parse::<Base64>().unwrap().to_string(), whole);
        let is_wrong = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"+/=\r\n".contains(byte));
        for byte in (0..=0x7f).filter(is_wrong) {
            for place in [0, 31, 32, 63, 100] {
                let mut bytes = whole.clone().into_bytes();
                bytes[place] = byte;
                let error = String::from_utf8(bytes).unwrap().parse::<Base64>().unwrap_err().to_string();
                assert!(error.ends_with(&format!("byte {place}")), "{byte:#x} at {place}: {error}");
            }
        }
    }

    #[test]
    fn base64_is_padded_and_loses_its_line_breaks() {
        assert_eq!("aGVs\nbG8=".parse::<Base64>().unwrap().to_string(), "aGVsbG8=");
        assert_eq!("YR==".parse::<Base64>().unwrap().to_string(), "YQ==");
        for text in ["a", "aGVsbG8", "aGVs bG8=", "a-_=", "===="] {
            assert!(text.parse::<Base64>().is_err(), "{text}");
        }
    }
}
