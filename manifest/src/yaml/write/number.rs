//! Numbers with a fraction.

/// A float that the readers of YAML 1.1, 1.2 and JSON take for one: with a point, and a sign in the exponent.
pub(super) fn safe(number: f64) -> String {
    if let Some(name) = name(number) {
        return name.to_owned();
    }
    let text = format!("{number:?}");
    let Some(exponent) = text.split_once('e').map(|(_, exponent)| exponent) else { return text };
    let shortest = shortest(number);
    let mantissa = shortest.split_once('e').map_or(&*shortest, |(mantissa, _)| mantissa);
    let point = if mantissa.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with('-') { "" } else { "+" };
    format!("{mantissa}{point}e{sign}{exponent}")
}

/// A float as Go's `strconv` writes it with format `g`: without a point where there is no fraction, with an
/// exponent of two digits or more below 0.0001 and from a million up.
pub(super) fn go(number: f64) -> String {
    if let Some(name) = name(number) {
        return name.to_owned();
    }
    let text = shortest(number);
    let Some((mantissa, exponent)) = text.split_once('e') else { return text };
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..6).contains(&exponent) => {
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{mantissa}e{sign}{:02}", exponent.unsigned_abs())
        }
        _ => number.to_string(),
    }
}

/// The fewest digits that are read back as the number. Where two such texts are equally near, the library of Rust takes
/// the one above and Go the one with the even digit, as rounding to so many digits does.
fn shortest(number: f64) -> String {
    let text = format!("{number:e}");
    let digits = text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count();
    let even = format!("{number:.*e}", digits.saturating_sub(1));
    if even.parse() == Ok(number) { even } else { text }
}

/// Floats that are no numbers.
fn name(number: f64) -> Option<&'static str> {
    if number.is_nan() {
        Some(".nan")
    } else if number.is_infinite() {
        Some(if number > 0.0 { ".inf" } else { "-.inf" })
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{go, safe};

    #[test]
    fn floats_are_written_as_floats() {
        for (number, text) in [
            (1.0, "1.0"),
            (-0.5, "-0.5"),
            (1e300, "1.0e+300"),
            (2.5e-12, "2.5e-12"),
            (f64::INFINITY, ".inf"),
            (f64::NEG_INFINITY, "-.inf"),
            (f64::NAN, ".nan"),
        ] {
            assert_eq!(safe(number), text);
        }
    }

    #[test]
    fn go_writes_floats_shorter() {
        for (number, text) in [
            (1.0, "1"),
            (-0.5, "-0.5"),
            (100_000.0, "100000"),
            (1_234_567.0, "1.234567e+06"),
            (1e300, "1e+300"),
            (0.0001, "0.0001"),
            (0.000_01, "1e-05"),
            (89_971_112_993_105.13, "8.997111299310512e+13"),
            (f64::INFINITY, ".inf"),
        ] {
            assert_eq!(go(number), text);
        }
    }
}
