//! Checks of texts that several rules share.

use crate::scalar::{Addr, Url};

/// What is wrong with the URL of an endpoint.
pub(super) fn endpoint(url: &Url) -> Result<(), &'static str> {
    let host = url.host();
    if !host.starts_with('[') && host.bytes().filter(|byte| *byte == b':').count() > 2 {
        return Err("IPv6 addresses MUST be enclosed by square brackets");
    }
    if url.hostname().is_empty() {
        return Err("hostname must not be blank");
    }
    match url.port() {
        "" => Ok(()),
        port => match port.parse::<u64>() {
            Err(_) => Err("port number must be numeric"),
            Ok(1..=65535) => Ok(()),
            Ok(_) => Err("port number must be between 1 and 65535"),
        },
    }
}

/// What stands before the port of an address: all before its last colon, which has no other unless it is in brackets.
pub(super) fn before_port(address: &str) -> Result<&str, &'static str> {
    match address.rsplit_once(':') {
        None => Err("missing port in address"),
        Some((host, _)) if !host.starts_with('[') && host.contains(':') => Err("too many colons in address"),
        Some((host, _)) => Ok(host),
    }
}

/// Whether an address has a port behind it, as Talos asks (`AddressContainsPort` of siderolabs/net): what is in brackets and
/// has colons is an IPv6 address. The port itself is not looked at.
pub(super) fn has_port(address: &str) -> bool {
    let Ok(host) = before_port(address) else { return false };
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let (open, closed) = (address.matches('[').count(), address.matches(']').count());
    match bare {
        Some(bare) => (open, closed) == (1, 1) && (!bare.contains(':') || bare.parse::<Addr>().is_ok()),
        None => (open, closed) == (0, 0),
    }
}

/// What stands before and behind a sign of ASCII. In a text as short as a name it is found sooner one byte after the other
/// than by the search of the standard library.
pub(super) fn split_once(text: &str, sign: u8) -> Option<(&str, &str)> {
    let (before, rest) = text.split_at_checked(text.bytes().position(|byte| byte == sign)?)?;
    Some((before, rest.split_at_checked(1)?.1))
}

/// What is wrong with a name that may have a domain in front of it.
pub(super) fn qualified_name(key: &str) -> Result<(), String> {
    let (prefix, name) = match split_once(key, b'/') {
        Some((_, rest)) if split_once(rest, b'/').is_some() => {
            return Err(format!("invalid format: too many slashes: {key:?}"));
        }
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, key),
    };
    match prefix {
        Some("") => return Err(format!("prefix cannot be empty: {key:?}")),
        Some(prefix) if prefix.len() > 253 => {
            return Err(format!(
                "prefix {prefix:?} is invalid: domain name length exceeds limit of 253: {prefix:?}"
            ));
        }
        Some(prefix) if !is_subdomain(prefix) => {
            return Err(format!(
                "prefix {prefix:?} is invalid: domain doesn't match required format: {prefix:?}"
            ));
        }
        _ => {}
    }
    match name {
        "" => Err(format!("name cannot be empty: {key:?}")),
        name if name.len() > 63 => Err(format!("name is too long: {name:?} (limit is 63)")),
        name if !is_name(name) => Err(format!("name {name:?} is invalid")),
        _ => Ok(()),
    }
}

/// What is wrong with the value of a label.
pub(super) fn label_value(value: &str) -> Result<(), String> {
    match value {
        "" => Ok(()),
        value if value.len() > 63 => Err(format!("label value length exceeds limit of 63: {value:?}")),
        value if !is_name(value) => Err(format!("label value {value:?} is invalid")),
        _ => Ok(()),
    }
}

fn is_name(name: &str) -> bool {
    let name = name.as_bytes();
    has_edges(name, u8::is_ascii_alphanumeric)
        && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Whether a text is a DNS name in lower case (RFC 1123 subdomain, as Kubernetes has it).
pub(crate) fn is_subdomain(text: &str) -> bool {
    // A label begins and ends with a letter or digit.
    let is_edge = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let step = |before: u8, byte: u8| {
        let fits = match byte {
            b'-' => before != b'.',
            b'.' => is_edge(before),
            _ => is_edge(byte),
        };
        fits.then_some(byte)
    };
    text.len() <= 253 && text.bytes().try_fold(b'.', step).is_some_and(is_edge)
}

/// Whether a text has bytes of a kind at both ends.
fn has_edges(text: &[u8], is_edge: fn(&u8) -> bool) -> bool {
    text.first().is_some_and(is_edge) && text.last().is_some_and(is_edge)
}

/// Whether a text is a DNS name by the loose rule for the cluster's domain.
pub(super) fn is_dns_name(text: &str) -> bool {
    let body = text.strip_suffix(['.', '_']).unwrap_or(text);
    let is_label = |label: &[u8]| {
        (1..=63).contains(&label.len())
            && label.first() != Some(&b'-')
            && label.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    };
    (text.len() <= 255 || text.bytes().filter(|byte| *byte != b'.').count() <= 255)
        && body.as_bytes().split(|byte| *byte == b'.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::has_port;

    /// Each as `AddressContainsPort` decides.
    #[test]
    fn ports_are_seen_where_talos_sees_them() {
        for address in ["a:1", "a:", ":1", "[::1]:1", "[::1]:", "[a]:1", "[]:1", "[fe80::1%a]:1", "1.2.3.4:5"]
        {
            assert!(has_port(address), "{address}");
        }
        for address in [
            "a",
            "s::6",
            "[::1]",
            "[a:b]:1",
            "[::1]:1:2",
            "[::1]]:1",
            "[[::1]:1",
            "a]:1",
            "a[:1",
            "[::1]x:1",
            "a:b]",
            "a:[b",
        ] {
            assert!(!has_port(address), "{address}");
        }
    }
}
