//! Sizes, percentages and hardware addresses, right and nearly right.

use crate::random::Random;

const ALPHABET: &[&str] =
    &["0", "1", "9", ".", ",", " ", "-", "+", "k", "M", "G", "i", "B", "b", "e", "%", "_", "x", ":", "a"];

/// An amount of bytes in words of people.
pub(crate) fn bytes(random: &mut Random) -> String {
    let sign = random.pick(&["", "", "", "", "-", "+"]);
    let whole = match random.below(6) {
        0 => random
            .pick(&["", "1,000", "0", "00", "1_000", "18446744073709551615", "18446744073709551616"])
            .to_owned(),
        1 => random.digits(22),
        _ => random.digits(4),
    };
    let fraction = if random.chance(30) { format!(".{}", random.digits(4)) } else { String::new() };
    let space = random.pick(&["", "", " ", "  "]);
    let unit = random.pick(&[
        "B", "kB", "KB", "MB", "GB", "TB", "PB", "EB", "K", "M", "G", "T", "P", "E", "KiB", "MiB", "GiB",
        "TiB", "PiB", "EiB", "Ki", "Mi", "gi", "gb", "", "", "ZB", "bytes", "e3", "%",
    ]);
    let text = format!("{sign}{whole}{fraction}{space}{unit}");
    if random.chance(15) { random.mutate(&text, ALPHABET) } else { text }
}

/// A part of a disk.
pub(crate) fn percentage(random: &mut Random) -> String {
    let sign = random.pick(&["", "", "", "-", "+"]);
    let fraction = if random.chance(30) { format!(".{}", random.digits(3)) } else { String::new() };
    let text =
        format!("{sign}{}{fraction}{}", random.below(130), random.pick(&["%", "%", "%", " %", "%%", ""]));
    if random.chance(15) { random.mutate(&text, ALPHABET) } else { text }
}

/// A size to compare with.
pub(crate) fn matcher(random: &mut Random) -> String {
    let operator = random.pick(&["", ">=", "<=", "<", ">", "==", "=", "!=", ">= ", " <"]);
    format!("{operator}{}{}", random.pick(&["", " "]), bytes(random))
}

/// The address of a network card.
pub(crate) fn hardware(random: &mut Random) -> String {
    let bytes: Vec<String> = (0..random.below(9)).map(|_| format!("{:02x}", random.below(256))).collect();
    let text = bytes.join(random.pick(&[":", ":", ":", "", "-", "."]));
    let text = if random.chance(30) { text.to_uppercase() } else { text };
    if random.chance(20) { random.mutate(&text, &["0", "a", "g", ":", "-", " ", "F"]) } else { text }
}
