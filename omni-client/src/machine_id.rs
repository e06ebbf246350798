//! The name of a machine in Omni.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The UUID under which Omni knows a machine, as its SMBIOS tables give it.
///
/// Eight, four, four, four and twelve hexadecimal digits in lower case with dashes between them. Omni takes more
/// spellings of a UUID for valid, but compares ids letter by letter, so only the one that it writes itself ever
/// names a machine.
///
/// ```
/// use omni_client::MachineId;
///
/// assert!("ce4d0d52-6c10-bdc9-746c-88aedd67681b".parse::<MachineId>().is_ok());
/// assert!("CE4D0D52-6C10-BDC9-746C-88AEDD67681B".parse::<MachineId>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[doc(alias = "MachineID")]
pub struct MachineId(String);

/// A text that is not a [`MachineId`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the machine id `{text}` {problem}")]
pub struct ParseMachineIdError {
    text: String,
    problem: &'static str,
}

impl MachineId {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MachineId {
    type Err = ParseMachineIdError;

    fn from_str(text: &str) -> Result<Self, ParseMachineIdError> {
        let shape = |text: &str| {
            let groups = text.split('-').map(str::len);
            groups.eq([8, 4, 4, 4, 12]) && text.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
        };
        let problem = if !shape(text) {
            "is not a UUID such as `ce4d0d52-6c10-bdc9-746c-88aedd67681b`"
        } else if text.bytes().any(|b| b.is_ascii_uppercase()) {
            "has upper-case letters: Omni writes ids in lower case and compares them letter by letter"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(ParseMachineIdError { text: text.to_owned(), problem })
    }
}

impl fmt::Display for MachineId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for MachineId {
    type Error = ParseMachineIdError;

    fn try_from(text: String) -> Result<Self, ParseMachineIdError> {
        text.parse()
    }
}

impl TryFrom<&str> for MachineId {
    type Error = ParseMachineIdError;

    fn try_from(text: &str) -> Result<Self, ParseMachineIdError> {
        text.parse()
    }
}

impl From<MachineId> for String {
    fn from(id: MachineId) -> Self {
        id.0
    }
}
