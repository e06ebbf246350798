//! Addresses, prefixes, ports and URLs, right and nearly right.

use crate::random::Random;

const ALPHABET: &[&str] =
    &["0", "1", "9", "a", "f", "g", ".", ":", "::", "/", "%", "-", " ", "[", "]", "x", "00"];

/// An address, IPv4 or IPv6.
pub(crate) fn address(random: &mut Random) -> String {
    let text = match random.below(6) {
        0 | 1 => (0..4).map(|_| octet(random)).collect::<Vec<_>>().join("."),
        2 => format!("::ffff:{}.{}.0.1", octet(random), octet(random)),
        3 => random
            .pick(&[
                "::",
                "::1",
                "0.0.0.0",
                "127.0.0.1",
                "fe80::1%eth0",
                "fe80::1%",
                "1::2::3",
                "::ffff:1.2.3.4",
                "10.1.2",
            ])
            .to_owned(),
        _ => {
            let groups = 1 + random.below(8);
            let mut parts: Vec<String> = (0..groups).map(|_| format!("{:x}", random.below(70_000))).collect();
            let gap = random.below(groups);
            if let Some(part) = parts.get_mut(gap).filter(|_| groups < 8) {
                part.clear();
            }
            let joined = parts.join(":");
            if random.chance(20) {
                format!("{joined}%{}", random.pick(&["eth0", "", "1", "a b"]))
            } else {
                joined
            }
        }
    };
    if random.chance(20) { random.mutate(&text, ALPHABET) } else { text }
}

/// An address with a length.
pub(crate) fn prefix(random: &mut Random) -> String {
    let bits = match random.below(4) {
        0 => random
            .pick(&["24", "0", "32", "33", "64", "128", "129", "", "-1", "+8", "08", "8 ", "255.0.0.0"])
            .to_owned(),
        _ => random.below(140).to_string(),
    };
    let text = format!("{}/{bits}", address(random));
    if random.chance(10) { random.mutate(&text, ALPHABET) } else { text }
}

/// An address with a port.
pub(crate) fn address_port(random: &mut Random) -> String {
    let port = random.pick(&["0", "80", "443", "65535", "65536", "", "-1", "http", "080", "+80"]);
    let address = address(random);
    match random.below(4) {
        0 | 1 if !address.contains(':') => format!("{address}:{port}"),
        0..=2 => format!("[{address}]:{port}"),
        _ => format!("{address}:{port}"),
    }
}

/// An octet that is mostly in range.
fn octet(random: &mut Random) -> String {
    if random.chance(92) {
        random.below(256).to_string()
    } else {
        random.pick(&["256", "01", "", "-1", "1000", "a"]).to_owned()
    }
}

/// A URL.
pub(crate) fn url(random: &mut Random) -> String {
    let scheme = random.pick(&["https", "http", "tcp", "grpc", "HTTPS", "", "1a", "file"]);
    let user = random.pick(&["", "", "", "u@", "u:p@", "@", "u:p:q@", "%41@"]);
    let host = match random.below(3) {
        0 => address(random),
        1 => format!("[{}]", address(random)),
        _ => {
            random.pick(&["example.com", "Example.COM", "a_b", "a b", "%2f", "", "xn--d", "host."]).to_owned()
        }
    };
    let port = random.pick(&["", "", ":6443", ":", ":0", ":99999", ":a"]);
    let path = random.pick(&["", "/", "/a/b", "/a%2fb", "/%zz", "/a b", "//x", "a"]);
    let query = random.pick(&["", "", "?a=b", "?", "?a=b;c", "?jointoken=x&y", "#frag"]);
    let text = format!(
        "{scheme}{}{user}{host}{port}{path}{query}",
        random.pick(&["://", "://", "://", ":", "//", ""])
    );
    if random.chance(15) {
        random.mutate(&text, &[":", "/", "?", "#", "%", "@", "[", "]", " ", "\t"])
    } else {
        text
    }
}
