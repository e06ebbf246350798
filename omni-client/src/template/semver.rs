//! Versions as omnictl reads them in a template: tolerantly, and with the words of `blang/semver`.

use crate::go::quoted;

/// A version, as far as it is asked about here. Pre-release and build are read and forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u64,
    minor: u64,
    patch: u64,
    is_release: bool,
}

impl Version {
    pub(crate) const fn new(major: u64, minor: u64, patch: u64) -> Self {
        Self { major, minor, patch, is_release: true }
    }

    /// Reads a version with spaces around it, a `v` in front, leading zeros or missing parts.
    pub(crate) fn parse_tolerant(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let text = text.strip_prefix('v').unwrap_or(text);
        let mut parts: Vec<String> = text.splitn(3, '.').map(without_leading_zeros).collect();
        if parts.len() < 3 {
            if parts.last().is_some_and(|last| last.contains(['+', '-'])) {
                return Err("Short version cannot contain PreRelease/Build meta data".to_owned());
            }
            parts.resize(3, "0".to_owned());
        }
        match parts.as_slice() {
            [major, minor, rest] => Self::parse(major, minor, rest),
            _ => Err("No Major.Minor.Patch elements found".to_owned()),
        }
    }

    fn parse(major: &str, minor: &str, rest: &str) -> Result<Self, String> {
        let (rest, build) = split(rest, '+');
        let (patch, prerelease) = split(rest, '-');
        let version = Self {
            major: number(major, "major", "Major")?,
            minor: number(minor, "minor", "Minor")?,
            patch: number(patch, "patch", "Patch")?,
            is_release: prerelease.is_none(),
        };
        for part in prerelease.into_iter().flat_map(|text| text.split('.')) {
            if part.is_empty() {
                return Err("Prerelease is empty".to_owned());
            } else if is_number(part) && has_leading_zero(part) {
                let part = quoted(part);
                return Err(format!("Numeric PreRelease version must not contain leading zeroes {part}"));
            } else if !is_identifier(part) {
                return Err(format!("Invalid character(s) found in prerelease {}", quoted(part)));
            }
        }
        for part in build.into_iter().flat_map(|text| text.split('.')) {
            if part.is_empty() {
                return Err("Build meta data is empty".to_owned());
            } else if !is_identifier(part) {
                return Err(format!("Invalid character(s) found in build meta data {}", quoted(part)));
            }
        }
        Ok(version)
    }
}

fn without_leading_zeros(part: &str) -> String {
    if part.len() <= 1 {
        return part.to_owned();
    }
    let rest = part.trim_start_matches('0');
    let zero = if rest.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    format!("{zero}{rest}")
}

fn split(text: &str, separator: char) -> (&str, Option<&str>) {
    text.split_once(separator).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn number(text: &str, name: &str, title: &str) -> Result<u64, String> {
    if !is_number(text) {
        return Err(format!("Invalid character(s) found in {name} number {}", quoted(text)));
    }
    if has_leading_zero(text) {
        return Err(format!("{title} number must not contain leading zeroes {}", quoted(text)));
    }
    text.parse().map_err(|_| {
        let problem = if text.is_empty() { "invalid syntax" } else { "value out of range" };
        format!("strconv.ParseUint: parsing {}: {problem}", quoted(text))
    })
}

/// Whether there is nothing but digits; nothing at all counts.
fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn has_leading_zero(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0')
}

fn is_identifier(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn reads_what_the_tolerant_parser_reads() {
        for (text, version) in [
            ("v1.34.1", Version::new(1, 34, 1)),
            (" 1.34 ", Version::new(1, 34, 0)),
            ("1", Version::new(1, 0, 0)),
            ("01.007.00", Version::new(1, 7, 0)),
            ("1.5.0+build.1", Version::new(1, 5, 0)),
        ] {
            assert_eq!(Version::parse_tolerant(text), Ok(version), "{text}");
        }
        let alpha = Version::parse_tolerant("v1.5.0-alpha.1").unwrap();
        assert!(alpha < Version::new(1, 5, 0) && alpha > Version::new(1, 4, 99));
    }

    #[test]
    fn refuses_with_the_words_of_the_library() {
        for (text, error) in [
            ("N", "Invalid character(s) found in major number \"N\""),
            ("1.x.3", "Invalid character(s) found in minor number \"x\""),
            ("1.2.3x", "Invalid character(s) found in patch number \"3x\""),
            ("1.2-beta", "Short version cannot contain PreRelease/Build meta data"),
            ("1.2.3-", "Prerelease is empty"),
            ("1.2.3-01", "Numeric PreRelease version must not contain leading zeroes \"01\""),
            ("1.2.3-a_b", "Invalid character(s) found in prerelease \"a_b\""),
            ("1.2.3+", "Build meta data is empty"),
            ("1..3", "strconv.ParseUint: parsing \"\": invalid syntax"),
            ("", "strconv.ParseUint: parsing \"\": invalid syntax"),
            (
                "99999999999999999999.1.1",
                "strconv.ParseUint: parsing \"99999999999999999999\": value out of range",
            ),
        ] {
            assert_eq!(Version::parse_tolerant(text), Err(error.to_owned()), "{text}");
        }
    }
}
