//! A day.

use std::fmt;
use std::str::FromStr;

use manifest::calendar::days_in_month;

/// A day of the calendar, such as `2027-06-30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day: it is written as `2027-06-30`")]
pub struct NoDate(String);

impl Date {
    /// The day of a point in time, in seconds since the beginning of 1970, in UTC. The last day that can be said is in the
    /// year 9999.
    ///
    /// ```
    /// use cluster_model::waiver::Date;
    ///
    /// assert_eq!(Date::at(951_782_400).to_string(), "2000-02-29");
    /// ```
    #[must_use]
    pub fn at(seconds: u64) -> Self {
        let mut days = seconds / 86_400;
        for year in 1970..=9999 {
            for month in 1..=12 {
                let length = u64::from(length(year, month).unwrap_or_default());
                if days < length {
                    let day = u8::try_from(days + 1).unwrap_or(1);
                    return Self { year, month, day };
                }
                days -= length;
            }
        }
        Self { year: 9999, month: 12, day: 31 }
    }
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let refuse = || NoDate(text.to_owned());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = *parts.as_slice() else { return Err(refuse()) };
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if (year.len(), month.len(), day.len()) != (4, 2, 2) || !parts.iter().all(|part| is_number(part)) {
            return Err(refuse());
        }
        let date = Self {
            year: year.parse().map_err(|_| refuse())?,
            month: month.parse().map_err(|_| refuse())?,
            day: day.parse().map_err(|_| refuse())?,
        };
        let exists =
            length(date.year, date.month).is_some_and(|length| (1..=length).contains(&u32::from(date.day)));
        if exists { Ok(date) } else { Err(refuse()) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn length(year: u16, month: u8) -> Option<u32> {
    days_in_month(year.into(), month.into())
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_counted_as_the_calendar_does() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (86_400, "1970-01-02"),
            (1_709_164_800, "2024-02-29"),
            (4_107_542_400, "2100-03-01"),
            (u64::MAX, "9999-12-31"),
        ] {
            assert_eq!(Date::at(seconds).to_string(), day);
            assert_eq!(day.parse(), Ok(Date::at(seconds)));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in ["", "2027-6-30", "2027-02-29", "2027-00-01", "2027-13-01", "+027-01-01", "2027-01-01-"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!(
            "soon".parse::<Date>().map_err(|error| error.to_string()),
            Err("`soon` is no day: it is written as `2027-06-30`".to_owned())
        );
    }
}
