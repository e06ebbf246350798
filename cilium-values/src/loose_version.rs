//! Versions as Helm's `semverCompare` reads them: parts may be missing, and a `v` may stand before them.

use semver::{BuildMetadata, Prerelease, Version};

/// Reads one, two or three numbers with what may stand behind them; none where Helm knows no version either.
pub(crate) fn parse(text: &str) -> Option<Version> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let (text, build) = text.split_once('+').map_or((text, None), |(text, build)| (text, Some(build)));
    let (numbers, pre) = text.split_once('-').map_or((text, None), |(text, pre)| (text, Some(pre)));
    let mut parts = numbers.split('.').map(number);
    let version = Version {
        major: parts.next()??,
        minor: parts.next().unwrap_or(Some(0))?,
        patch: parts.next().unwrap_or(Some(0))?,
        pre: pre.map_or(Some(Prerelease::EMPTY), filled)?,
        build: build.map_or(Some(BuildMetadata::EMPTY), filled)?,
    };
    parts.next().is_none().then_some(version)
}

fn number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn filled<T: std::str::FromStr>(text: &str) -> Option<T> {
    if text.is_empty() { None } else { text.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn parts_may_be_missing() {
        let read = |text: &str| parse(text).map(|version| version.to_string());
        assert_eq!(read("1.14").as_deref(), Some("1.14.0"));
        assert_eq!(read("v1").as_deref(), Some("1.0.0"));
        assert_eq!(read("v0.8.5-rc.1").as_deref(), Some("0.8.5-rc.1"));
        for text in ["", "latest", "1.2.3.4", "1.x", "1.", "-1", "1.2-"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
