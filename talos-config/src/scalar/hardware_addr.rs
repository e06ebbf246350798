//! Addresses of network devices.

use std::fmt;
use std::str::FromStr;

use super::InvalidScalar;
use super::text::text;

/// Bytes in hexadecimal, of any number (`nethelpers.HardwareAddr`): MAC addresses and DHCP ids.
///
/// Colons are ignored wherever they stand, dashes are refused. Printed in lower case with colons.
///
/// ```
/// use talos_config::scalar::HardwareAddr;
///
/// assert_eq!("00:1A2b".parse::<HardwareAddr>()?.to_string(), "00:1a:2b");
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[doc(alias = "nethelpers.HardwareAddr")]
pub struct HardwareAddr(Vec<u8>);

text!(HardwareAddr);

impl HardwareAddr {
    /// The address of bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// The bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl FromStr for HardwareAddr {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b':').collect();
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let mut bytes = Vec::with_capacity(digits.len() / 2);
        for pair in digits.chunks(2) {
            if let Some(wrong) = pair.iter().find(|digit| value(**digit).is_none()) {
                let shown = char::from(*wrong);
                let code = u32::from(*wrong);
                return Err(InvalidScalar::new(format!(
                    "encoding/hex: invalid byte: U+{code:04X} '{shown}'"
                )));
            }
            match pair {
                [high, low] => bytes.push(value(*high).unwrap_or(0) << 4 | value(*low).unwrap_or(0)),
                _ => return Err(InvalidScalar::new("encoding/hex: odd length hex string")),
            }
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for HardwareAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            write!(f, "{}{byte:02x}", if index == 0 { "" } else { ":" })?;
        }
        Ok(())
    }
}
