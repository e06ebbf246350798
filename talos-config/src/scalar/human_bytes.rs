//! Numbers of bytes as people write them (`dustin/go-humanize`, `ParseBytes`).

use super::InvalidScalar;

/// Bytes of a text such as `10 GiB`, `1.5TB`, `1,000`.
pub(super) fn parse(text: &str) -> Result<u64, InvalidScalar> {
    let end = text.find(|c: char| !(is_digit(c) || c == '.' || c == ',')).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number = number.replace(',', "");
    let value: f64 = parse_float(&number).ok_or_else(|| {
        InvalidScalar::new(format!("strconv.ParseFloat: parsing {number:?}: invalid syntax"))
    })?;
    let unit = unit.trim().to_lowercase();
    let factor = factor(&unit).ok_or_else(|| InvalidScalar::new(format!("unhandled size name: {unit}")))?;
    #[expect(clippy::cast_precision_loss, reason = "sizes are computed in floating point, as upstream does")]
    let bytes = value * factor as f64;
    if bytes >= 18_446_744_073_709_551_615.0 {
        return Err(InvalidScalar::new(format!("too large: {text}")));
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked just above, never negative"
    )]
    Ok(bytes as u64)
}

/// Digits with at most one point, as Go's `ParseFloat` takes them.
fn parse_float(number: &str) -> Option<f64> {
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (plain && number.bytes().any(|byte| byte.is_ascii_digit())).then(|| number.parse().ok())?
}

fn is_digit(c: char) -> bool {
    c.is_numeric()
}

fn factor(unit: &str) -> Option<u64> {
    let power = |letter: char| "kmgtpe".find(letter).and_then(|place| u32::try_from(place + 1).ok());
    let mut letters = unit.chars();
    Some(match (letters.next(), letters.as_str()) {
        (None, _) | (Some('b'), "") => 1,
        (Some(letter), "" | "b") => 1000_u64.pow(power(letter)?),
        (Some(letter), "i" | "ib") => 1024_u64.pow(power(letter)?),
        _ => return None,
    })
}

/// The size in the words of `go-humanize`: one digit behind the point below ten, none from there on.
pub(super) fn print(bytes: u64) -> String {
    if bytes < 10 {
        return format!("{bytes} B");
    }
    #[expect(clippy::cast_precision_loss, reason = "sizes are computed in floating point, as upstream does")]
    let size = bytes as f64;
    let mut power: usize = 0;
    let mut unit = 1.0_f64;
    while size / unit >= 1000.0 && power < 6 {
        unit *= 1000.0;
        power += 1;
    }
    let value = (size / unit * 10.0 + 0.5).floor() / 10.0;
    let name = ["B", "kB", "MB", "GB", "TB", "PB", "EB"].get(power).copied().unwrap_or("EB");
    if value < 10.0 { format!("{value:.1} {name}") } else { format!("{value:.0} {name}") }
}
