//! Days and times, as texts hold them.

/// How many days a month of a year has; none for a month that there is not. Months count from 1.
#[must_use]
pub fn days_in_month(year: u32, month: u32) -> Option<u32> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if is_leap => Some(29),
        2 => Some(28),
        _ => None,
    }
}

/// Whether Go takes a text for a time in RFC 3339 (`time.Parse` with `time.RFC3339`), such as `2026-08-07T10:00:00Z`.
///
/// It is less strict than the standard: an hour may have one digit, a fraction begin with a comma, and a zone be 24 hours
/// and 60 minutes away.
///
/// ```
/// use manifest::calendar::is_rfc3339;
///
/// assert!(is_rfc3339("2026-08-07T10:00:00.5+02:00"));
/// assert!(!is_rfc3339("2026-02-29T10:00:00Z"));
/// ```
#[must_use]
pub fn is_rfc3339(text: &str) -> bool {
    rfc3339(text).is_some()
}

fn rfc3339(text: &str) -> Option<()> {
    let (year, rest) = number(text, 4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 2)?;
    let rest = rest.strip_prefix('T')?;
    let (hour, rest) = number(rest, 2).or_else(|| number(rest, 1))?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = number(rest.strip_prefix(':')?, 2)?;
    let is_digit = |c: char| c.is_ascii_digit();
    let zone = match rest.strip_prefix(['.', ',']) {
        Some(fraction) if fraction.starts_with(is_digit) => fraction.trim_start_matches(is_digit),
        _ => rest,
    };
    let is_there = (1..=days_in_month(year, month)?).contains(&day);
    (is_there && hour < 24 && minute < 60 && second < 60 && is_zone(zone)?).then_some(())
}

fn is_zone(text: &str) -> Option<bool> {
    if text == "Z" {
        return Some(true);
    }
    let (hours, rest) = number(text.strip_prefix(['+', '-'])?, 2)?;
    let (minutes, rest) = number(rest.strip_prefix(':')?, 2)?;
    Some(hours <= 24 && minutes <= 60 && rest.is_empty())
}

/// Cuts a number of so many digits off.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (head, rest) = text.split_at_checked(digits)?;
    let is_number = head.bytes().all(|byte| byte.is_ascii_digit());
    Some((head.parse().ok().filter(|_| is_number)?, rest))
}

#[cfg(test)]
mod tests {
    use super::{days_in_month, is_rfc3339};

    #[test]
    fn february_has_a_day_more_every_four_years_but_for_most_centuries() {
        let days = |year| days_in_month(year, 2);
        assert_eq!([2023, 2024, 2100, 2000].map(days), [Some(28), Some(29), Some(28), Some(29)]);
        assert_eq!((days_in_month(2024, 0), days_in_month(2024, 13)), (None, None));
        assert_eq!((1..=12).filter_map(|month| days_in_month(2026, month)).sum::<u32>(), 365);
    }

    /// Each as Go's `time.Parse(time.RFC3339, _)` decides.
    #[test]
    fn times_are_those_that_go_takes() {
        for text in [
            "2026-08-07T10:00:00Z",
            "0000-01-01T00:00:00Z",
            "2026-08-07T1:00:00Z",
            "2026-08-07T10:00:00,5Z",
            "2026-08-07T10:00:00.1234567890123Z",
            "2026-08-07T10:00:00+24:60",
            "2026-08-07T23:59:59-00:00",
        ] {
            assert!(is_rfc3339(text), "{text}");
        }
        for text in [
            "",
            "x",
            "2026-08-07",
            "2026-08-07t10:00:00Z",
            "2026-08-07T10:00:00z",
            "2026-08-07 10:00:00Z",
            "2026-8-07T10:00:00Z",
            "2026-08-7T10:00:00Z",
            "2026-02-29T10:00:00Z",
            "2026-13-01T10:00:00Z",
            "2026-08-07T24:00:00Z",
            "2026-08-07T10:60:00Z",
            "2026-08-07T10:00:60Z",
            "2026-08-07T10:00:00",
            "2026-08-07T10:00:00.Z",
            "2026-08-07T10:00:00+25:00",
            "2026-08-07T10:00:00+02:61",
            "2026-08-07T10:00:00+0200",
            "2026-08-07T10:00:00+02:00x",
            "+026-08-07T10:00:00Z",
        ] {
            assert!(!is_rfc3339(text), "{text}");
        }
    }
}
