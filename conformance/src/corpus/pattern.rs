//! Regular expressions as they stand in interface selectors, and the names that they are tried on.

use crate::random::Random;

const PARTS: &[&str] = &[
    "eth",
    "en",
    "p",
    "s",
    "bond",
    "[0-9]",
    "[a-z]",
    "[^v]",
    "[a-z0-9]",
    "\\d",
    "\\w",
    "\\s",
    ".",
    "(eth|en)",
    "(?:a|b)",
    "(?i)ETH",
    "^",
    "$",
    "\\b",
    "\\.",
    "\\z",
    "\\A",
    "\\p{L}",
    "[[:digit:]]",
    "0",
    "1",
    "\\x30",
    "(?P<n>e)",
    "(?<n>e)",
    "|",
    "\\Q.\\E",
    "(?s:.)",
    "é",
    "\\pN",
    "[\\d-]",
    "(?!a)",
    "(?=a)",
    "\\1",
    "[z-a]",
    "[",
    "]",
    "(",
    ")",
    "\\",
    "(?U)",
    "\\C",
    "(?i-i)",
    "(?)",
    "\\Q\\E",
    "{01}",
    "{500}",
    "[\\d-z]",
    "[[:^alpha:]]",
    "[^\\W0]",
    "\\x{e9}",
    "\\p{^Lu}",
    "\\p{Greek}",
    "\\P{Cs}",
    "\\B",
    "(?m)^",
];

const REPEATS: &[&str] =
    &["", "", "", "", "*", "+", "?", "{1}", "{1,}", "{0,2}", "{2,1}", "{1001}", "*?", "**", "{,2}", "{a}"];

const ALPHABET: &[&str] =
    &["[", "]", "(", ")", "*", "+", "?", "^", "$", "|", "\\", ".", "{", "}", "-", "0", "e"];

const NAMES: &[&str] = &[
    "eth0",
    "eth1",
    "eth10",
    "ens18",
    "enp1s0",
    "enp1s0f1",
    "eno1",
    "enxaabbccddeeff",
    "wlan0",
    "bond0",
    "bond0.100",
    "br-1",
    "cilium_net",
    "lxc12ab",
    "lo",
    "docker0",
    "veth1234",
    "ETH0",
    "",
    "e",
    "eth0\n",
];

/// A regular expression, most of the time.
pub(crate) fn expression(random: &mut Random) -> String {
    let mut text = random.pick(&["^", "^", "", ""]).to_owned();
    for _ in 0..=random.below(5) {
        text.push_str(random.pick(PARTS));
        text.push_str(random.pick(REPEATS));
    }
    text.push_str(random.pick(&["", "", "$"]));
    if random.chance(10) { random.mutate(&text, ALPHABET) } else { text }
}

/// Names that an expression is tried on.
pub(crate) fn names() -> Vec<String> {
    NAMES.iter().copied().map(String::from).collect()
}
