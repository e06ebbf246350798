//! Binary data between two lines of dashes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The data of an armored text, whatever its kind. The checksum is not looked at: newer writers leave it out.
pub(super) fn read(text: &str, kind: &str) -> Option<Vec<u8>> {
    let begin = format!("-----BEGIN PGP {kind}-----");
    let end = format!("-----END PGP {kind}-----");
    let (_, rest) = text.split_once(&begin)?;
    let (block, _) = rest.split_once(&end)?;
    let mut lines = block.lines().map(str::trim_end).skip(1).peekable();
    // Headers stand before the first empty line; where there are none, the line may be missing.
    if lines.clone().any(str::is_empty) {
        lines.by_ref().find(|line| line.is_empty());
    }
    let body: String = lines.take_while(|line| !line.starts_with('=')).collect();
    STANDARD.decode(body).ok()
}

/// An armored text without headers.
pub(super) fn write(data: &[u8], kind: &str) -> String {
    let encoded = STANDARD.encode(data);
    let mut text = format!("-----BEGIN PGP {kind}-----\n\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(LINE).unwrap_or((rest, ""));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    let [_, high, middle, low] = checksum(data).to_be_bytes();
    text + &format!("={}\n-----END PGP {kind}-----\n", STANDARD.encode([high, middle, low]))
}

/// CRC-24 of RFC 4880, section 6.1.
fn checksum(data: &[u8]) -> u32 {
    data.iter().fold(0x00B7_04CE, |crc, byte| {
        (0..8).fold(crc ^ (u32::from(*byte) << 16), |crc, _| {
            let shifted = crc << 1;
            if shifted & 0x0100_0000 == 0 { shifted } else { shifted ^ 0x0186_4CFB }
        })
    }) & 0x00FF_FFFF
}

const LINE: usize = 64;
