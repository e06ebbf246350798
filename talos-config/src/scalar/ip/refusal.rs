//! Why a text is no address, in the words of Go's `net/netip`. Only a text that was refused comes here.

use super::InvalidScalar;

/// What is wrong, and the text from there on (empty when it is wrong as a whole).
struct Fault<'a> {
    what: &'static str,
    at: &'a str,
}

/// The error for a text that is no address.
pub(super) fn refusal(text: &str) -> InvalidScalar {
    let Fault { what, at } = fault(text).unwrap_or(Fault { what: "unable to parse IP", at: "" });
    let at = if at.is_empty() { String::new() } else { format!(" (at {at:?})") };
    InvalidScalar::new(format!("ParseAddr({text:?}): {what}{at}"))
}

/// The first sign that belongs to no number says which version was meant.
fn fault(text: &str) -> Option<Fault<'_>> {
    match text.matches(['.', ':', '%']).next()? {
        "." => version4(text),
        ":" => version6(text),
        _ => whole("missing IPv6 address"),
    }
}

fn version4(text: &str) -> Option<Fault<'_>> {
    let (mut value, mut digits, mut dots) = (0, 0, 0);
    for (place, letter) in text.char_indices() {
        let rest = text.get(place..).unwrap_or_default();
        match letter.to_digit(10) {
            Some(_) if digits == 1 && value == 0 => return whole("IPv4 field has octet with leading zero"),
            Some(digit) => {
                (value, digits) = (value * 10 + digit, digits + 1);
                if value > 255 {
                    return whole("IPv4 field has value >255");
                }
            }
            None if letter != '.' => return from(rest, "unexpected character"),
            None if digits == 0 || rest == "." => {
                return from(rest, "IPv4 field must have at least one digit");
            }
            None if dots == 3 => return whole("IPv4 address too long"),
            None => (value, digits, dots) = (0, 0, dots + 1),
        }
    }
    if dots < 3 { whole("IPv4 address too short") } else { None }
}

fn version6(text: &str) -> Option<Fault<'_>> {
    let address = match text.split_once('%') {
        Some((_, "")) => return whole("zone must be a non-empty string"),
        Some((address, _)) => address,
        None => text,
    };
    let mut rest = address.strip_prefix("::").unwrap_or(address);
    let mut has_gap = rest.len() < address.len();
    if rest.is_empty() {
        return None;
    }
    let mut fields = 0;
    while fields < 8 {
        let digits = rest.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap_or(rest.len());
        if digits > 4 {
            return from(rest, "each group must have 4 or less digits");
        }
        if digits == 0 {
            return from(rest, "each colon-separated field must have at least one digit");
        }
        let after = rest.get(digits..).unwrap_or_default();
        if after.starts_with('.') {
            if !has_gap && fields != 6 {
                return from(rest, "embedded IPv4 address must replace the final 2 fields of the address");
            }
            if fields > 6 {
                return from(rest, "too many hex fields to fit an embedded IPv4 at the end of the address");
            }
            if let Some(fault) = version4(rest) {
                return Some(fault);
            }
            (fields, rest) = (fields + 2, "");
            break;
        }
        (fields, rest) = (fields + 1, after);
        if rest.is_empty() {
            break;
        }
        match rest.strip_prefix(':') {
            None => return from(rest, "unexpected character, want colon"),
            Some("") => return from(rest, "colon must be followed by more characters"),
            Some(next) => rest = next,
        }
        if let Some(next) = rest.strip_prefix(':') {
            if has_gap {
                return from(rest, "multiple :: in address");
            }
            (has_gap, rest) = (true, next);
            if rest.is_empty() {
                break;
            }
        }
    }
    match (fields, has_gap) {
        _ if !rest.is_empty() => from(rest, "trailing garbage after address"),
        (..8, false) => whole("address string too short"),
        (8.., true) => whole("the :: must expand to at least one field of zeros"),
        _ => None,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "every caller says whether there is a fault")]
fn from<'a>(at: &'a str, what: &'static str) -> Option<Fault<'a>> {
    Some(Fault { what, at })
}

fn whole(what: &'static str) -> Option<Fault<'static>> {
    from("", what)
}

#[cfg(test)]
mod tests {
    use super::refusal;

    #[test]
    fn says_what_netip_says() {
        for (text, says) in [
            ("", "unable to parse IP"),
            ("10", "unable to parse IP"),
            ("%eth0", "missing IPv6 address"),
            ("1.2", "IPv4 address too short"),
            ("1.2.3.4.5", "IPv4 address too long"),
            ("1.2.3.", "IPv4 field must have at least one digit (at \".\")"),
            ("1..2.3", "IPv4 field must have at least one digit (at \".2.3\")"),
            ("1.2.3.04", "IPv4 field has octet with leading zero"),
            ("1.2.3.256", "IPv4 field has value >255"),
            ("1.2.3.4%eth0", "unexpected character (at \"%eth0\")"),
            (":b", "each colon-separated field must have at least one digit (at \":b\")"),
            ("::1%", "zone must be a non-empty string"),
            ("12345::", "each group must have 4 or less digits (at \"12345::\")"),
            ("1:g", "each colon-separated field must have at least one digit (at \"g\")"),
            ("1:2g", "unexpected character, want colon (at \"g\")"),
            ("1:", "colon must be followed by more characters (at \":\")"),
            ("1::2::3", "multiple :: in address (at \":3\")"),
            ("1:2:3", "address string too short"),
            ("1:2:3:4:5:6:7:8:9", "trailing garbage after address (at \"9\")"),
            ("1::2:3:4:5:6:7:8", "the :: must expand to at least one field of zeros"),
            (
                "1:1.2.3.4",
                "embedded IPv4 address must replace the final 2 fields of the address (at \"1.2.3.4\")",
            ),
            (
                "::1:2:3:4:5:6:7:1.2.3.4",
                "too many hex fields to fit an embedded IPv4 at the end of the address (at \"1.2.3.4\")",
            ),
            ("::1.2.3.4.", "IPv4 field must have at least one digit (at \".\")"),
        ] {
            assert_eq!(refusal(text).to_string(), format!("ParseAddr({text:?}): {says}"));
        }
    }
}
