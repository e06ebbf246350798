//! Numbers as Go's `strconv.ParseFloat` reads them.

/// A number with or without a sign, in decimal or, with a power of two behind it, in hexadecimal digits; underscores may
/// stand between digits. Infinities and `nan` are numbers, too.
pub(super) fn parse(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let negative = text.starts_with('-');
    let magnitude = match &*unsigned.to_ascii_lowercase() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" if unsigned == text => f64::NAN,
        lower => match lower.strip_prefix("0x") {
            Some(digits) => hexadecimal(&without_underscores(digits, true, u8::is_ascii_hexdigit)?)?,
            None => decimal(&without_underscores(lower, false, u8::is_ascii_digit)?)?,
        },
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// The text without underscores; none if one of them does not stand between digits. A prefix counts as a digit.
fn without_underscores(text: &str, has_prefix: bool, is_digit: fn(&u8) -> bool) -> Option<String> {
    let bytes = text.as_bytes();
    let is_between = |place: usize| {
        let before = place.checked_sub(1).map_or(has_prefix, |place| bytes.get(place).is_some_and(is_digit));
        before && bytes.get(place + 1).is_some_and(is_digit)
    };
    let mut underscores = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'_');
    underscores.all(|(place, _)| is_between(place)).then(|| text.replace('_', ""))
}

fn decimal(text: &str) -> Option<f64> {
    let is_plain =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'+' | b'-'));
    let number: f64 = text.parse().ok().filter(|_| is_plain && !text.starts_with(['+', '-']))?;
    number.is_finite().then_some(number)
}

fn hexadecimal(text: &str) -> Option<f64> {
    let (mantissa, power) = text.split_once('p')?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digit = |number: Option<f64>, digit: char| Some(number? * 16.0 + f64::from(digit.to_digit(16)?));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let number = whole.chars().chain(fraction.chars()).fold(Some(0.0), digit)?;
    let power = power.parse::<i32>().unwrap_or(if power.starts_with('-') { i32::MIN } else { i32::MAX });
    let places = i32::try_from(fraction.len()).ok()?.checked_mul(4)?;
    let number = number * 2.0_f64.powi(power.saturating_sub(places));
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_those_of_go() {
        for (text, number) in [
            ("50", 50.0),
            ("+5", 5.0),
            ("-0.5", -0.5),
            ("1_0.2_5", 10.25),
            ("1e1", 10.0),
            ("1E+1", 10.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("0x1p4", 16.0),
            ("0X_1.8p-1", 0.75),
            ("Infinity", f64::INFINITY),
            ("-inf", f64::NEG_INFINITY),
        ] {
            assert_eq!(parse(text), Some(number), "{text}");
        }
        assert!(parse("NaN").is_some_and(f64::is_nan));
        for text in [
            "", "+", "+-5", "5_", "_5", "1__0", "1_.5", "0x10", "0xp1", "1e", "1e400", "5 ", "+nan", "e5",
            ".",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
