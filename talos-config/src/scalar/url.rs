//! URLs as Go's `net/url` reads and prints them.

use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

use manifest::MASK;

use super::InvalidScalar;
use super::text::text;

mod escape;

use escape::{Part, escape, is_valid_encoded, unescape};

/// A URL (`url.URL`; `v1alpha1.Endpoint` and `meta.URL` wrap it).
///
/// Go reads nearly any text as one: `a:b:c` has a scheme and an opaque rest, `5` is a path. Who needs more (a scheme, a
/// host) checks for it. The scheme is printed in lower case, the rest with the escapes it had where they are valid.
/// `Display` gives all of it; `Debug` leaves password and query out, where tokens stand.
///
/// ```
/// use talos_config::scalar::Url;
///
/// let endpoint: Url = "HTTPS://10.5.0.1:6443".parse()?;
/// assert_eq!(endpoint.to_string(), "https://10.5.0.1:6443");
/// assert_eq!((endpoint.scheme(), endpoint.host()), ("https", "10.5.0.1:6443"));
/// # Ok::<(), talos_config::scalar::InvalidScalar>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
#[doc(alias = "meta.URL")]
#[doc(alias = "v1alpha1.Endpoint")]
pub struct Url {
    scheme: String,
    opaque: String,
    user: Option<User>,
    host: String,
    path: Vec<u8>,
    raw_path: String,
    omit_host: bool,
    force_query: bool,
    query: String,
    fragment: Vec<u8>,
    raw_fragment: String,
}

#[derive(Clone, PartialEq, Eq)]
struct User {
    name: Vec<u8>,
    password: Option<Vec<u8>>,
}

text!(Url);

impl Url {
    /// The scheme, in lower case; empty if there is none.
    #[must_use]
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// Host and port; empty if there is none.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host without its port and brackets.
    #[must_use]
    pub fn hostname(&self) -> &str {
        let bare = self.split_port().0;
        bare.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(bare)
    }

    /// The port; empty if there is none.
    #[must_use]
    pub fn port(&self) -> &str {
        self.split_port().1
    }

    /// The path as it is printed.
    #[must_use]
    pub fn path(&self) -> String {
        if !self.raw_path.is_empty()
            && is_valid_encoded(&self.raw_path, Part::Path)
            && unescape(&self.raw_path, Part::Path).is_ok_and(|path| path == self.path)
        {
            return self.raw_path.clone();
        }
        if self.path == b"*" { "*".to_owned() } else { escape(&self.path, Part::Path) }
    }

    fn split_port(&self) -> (&str, &str) {
        // Nearly always a few digits from the end.
        let digits = self.host.bytes().rev().take_while(u8::is_ascii_digit).count();
        let parts = self.host.split_at_checked(self.host.len() - digits);
        let port = parts.and_then(|(host, port)| Some((host.strip_suffix(':')?, port)));
        port.unwrap_or((&self.host, ""))
    }

    /// Puts the parts that a patch sets over those of this URL, part by part as upstream does: a path or query that
    /// the patch does not have stays. Says whether both have a user, which upstream cannot merge.
    pub(crate) fn merge(&mut self, patch: &Self) -> Result<(), UserTaken> {
        fn over<T: Default + Clone + PartialEq>(left: &mut T, right: &T) {
            if *right != T::default() {
                left.clone_from(right);
            }
        }
        match (&self.user, &patch.user) {
            (Some(user), Some(_)) => return Err(UserTaken(String::from_utf8_lossy(&user.name).into_owned())),
            (None, Some(user)) => self.user = Some(user.clone()),
            _ => {}
        }
        over(&mut self.scheme, &patch.scheme);
        over(&mut self.opaque, &patch.opaque);
        over(&mut self.host, &patch.host);
        over(&mut self.path, &patch.path);
        over(&mut self.raw_path, &patch.raw_path);
        self.omit_host = patch.omit_host;
        self.force_query = patch.force_query;
        over(&mut self.query, &patch.query);
        over(&mut self.fragment, &patch.fragment);
        over(&mut self.raw_fragment, &patch.raw_fragment);
        Ok(())
    }

    fn authority(&mut self, authority: &str) -> Result<(), String> {
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        self.host = host_of(&self.scheme, host)?;
        let Some(user) = user else { return Ok(()) };
        if user.chars().any(|c| !(c.is_ascii_alphanumeric() || "-._:~!$&'()*+,;=%@".contains(c))) {
            return Err("net/url: invalid userinfo".to_owned());
        }
        let (name, password) = user.split_once(':').map_or((user, None), |(name, word)| (name, Some(word)));
        let password = password.map(|word| unescape(word, Part::User)).transpose()?;
        self.user = Some(User { name: unescape(name, Part::User)?, password });
        Ok(())
    }

    /// Reads a URL as it stands in a request (`url.ParseRequestURI`): absolute, or a path from the root.
    pub(crate) fn of_request(text: &str) -> Result<Self, InvalidScalar> {
        Self::parse(text, true).map_err(|cause| InvalidScalar::new(format!("parse {text:?}: {cause}")))
    }

    fn parse(text: &str, in_request: bool) -> Result<Self, String> {
        let mut url = Self::default();
        let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
        if text.bytes().chain(fragment.bytes()).any(|byte| byte < b' ' || byte == 0x7f) {
            return Err("net/url: invalid control character in URL".to_owned());
        }
        if text == "*" {
            url.path = b"*".to_vec();
        } else {
            url.before_fragment(text, in_request)?;
        }
        url.fragment = unescape(fragment, Part::Fragment)?;
        if escape(&url.fragment, Part::Fragment) != fragment {
            fragment.clone_into(&mut url.raw_fragment);
        }
        Ok(url)
    }

    fn before_fragment(&mut self, text: &str, in_request: bool) -> Result<(), String> {
        let (scheme, mut rest) = scheme(text)?;
        self.scheme = scheme.to_ascii_lowercase();
        if rest.ends_with('?') && rest.matches('?').count() == 1 {
            self.force_query = true;
            rest = rest.strip_suffix('?').unwrap_or(rest);
        } else if let Some((before, query)) = rest.split_once('?') {
            rest = before;
            query.clone_into(&mut self.query);
        }
        if !rest.starts_with('/') {
            if !self.scheme.is_empty() {
                rest.clone_into(&mut self.opaque);
                return Ok(());
            }
            if in_request {
                return Err("invalid URI for request".to_owned());
            }
            if rest.split('/').next().is_some_and(|segment| segment.contains(':')) {
                return Err("first path segment in URL cannot contain colon".to_owned());
            }
        }
        let may_have_host = !self.scheme.is_empty() || !rest.starts_with("///");
        if let Some(authority) = rest.strip_prefix("//").filter(|_| may_have_host) {
            let end = authority.find('/').unwrap_or(authority.len());
            let (authority, path) = authority.split_at(end);
            self.authority(authority)?;
            rest = path;
        } else if !self.scheme.is_empty() && rest.starts_with('/') {
            self.omit_host = true;
        }
        self.path = unescape(rest, Part::Path)?;
        if escape(&self.path, Part::Path) != rest {
            rest.clone_into(&mut self.raw_path);
        }
        Ok(())
    }
}

/// Both sides of a merge name a user; this is the one that stood there.
pub(crate) struct UserTaken(pub(crate) String);

/// Splits the scheme off.
fn scheme(text: &str) -> Result<(&str, &str), String> {
    for (place, byte) in text.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {}
            b'0'..=b'9' | b'+' | b'-' | b'.' if place > 0 => {}
            b':' if place == 0 => return Err("missing protocol scheme".to_owned()),
            b':' => {
                return Ok((
                    text.get(..place).unwrap_or_default(),
                    text.get(place + 1..).unwrap_or_default(),
                ));
            }
            _ => break,
        }
    }
    Ok(("", text))
}

fn host_of(scheme: &str, host: &str) -> Result<String, String> {
    let port = if host.starts_with('[') {
        let end = host.rfind(']').ok_or("missing ']' in host")?;
        let literal = host.get(1..end).unwrap_or_default();
        let address = literal.split_once("%25").map_or(literal, |(address, _)| address);
        if address.parse::<Ipv6Addr>().is_err() {
            return Err("invalid IP-literal".to_owned());
        }
        host.get(end + 1..).unwrap_or_default()
    } else {
        // Some databases take several hosts, each with its port; Go lets them be, but for the web's schemes.
        let colon = if matches!(scheme, "http" | "https") { host.find(':') } else { host.rfind(':') };
        colon.and_then(|place| host.get(place..)).unwrap_or_default()
    };
    let is_port = port.is_empty()
        || port.strip_prefix(':').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_port {
        return Err(format!("invalid port {port:?} after host"));
    }
    let bytes = unescape(host, Part::Host)?;
    String::from_utf8(bytes).map_err(|_| "invalid character in host name".to_owned())
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.clone();
        if !shown.query.is_empty() {
            MASK.clone_into(&mut shown.query);
        }
        if let Some(password) = shown.user.as_mut().and_then(|user| user.password.as_mut()) {
            *password = MASK.as_bytes().to_vec();
        }
        write!(f, "Url({shown})")
    }
}

impl FromStr for Url {
    type Err = InvalidScalar;

    fn from_str(text: &str) -> Result<Self, InvalidScalar> {
        Self::parse(text, false).map_err(|cause| {
            let shown = text.split('#').next().unwrap_or_default();
            InvalidScalar::new(format!("parse {shown:?}: {cause}"))
        })
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        if !self.scheme.is_empty() {
            out.push_str(&self.scheme);
            out.push(':');
        }
        if self.opaque.is_empty() {
            let has_host = !self.host.is_empty() || self.user.is_some();
            if has_host || (!self.scheme.is_empty() && !self.omit_host) {
                if has_host || !self.path.is_empty() {
                    out.push_str("//");
                }
                if let Some(user) = &self.user {
                    out.push_str(&escape(&user.name, Part::User));
                    if let Some(password) = &user.password {
                        out.push(':');
                        out.push_str(&escape(password, Part::User));
                    }
                    out.push('@');
                }
                out.push_str(&escape(self.host.as_bytes(), Part::Host));
            }
            let path = self.path();
            if !path.is_empty() && !path.starts_with('/') && !self.host.is_empty() {
                out.push('/');
            }
            if out.is_empty() && path.split('/').next().is_some_and(|segment| segment.contains(':')) {
                out.push_str("./");
            }
            out.push_str(&path);
        } else {
            out.push_str(&self.opaque);
        }
        if self.force_query || !self.query.is_empty() {
            out.push('?');
            out.push_str(&self.query);
        }
        if !self.fragment.is_empty() {
            out.push('#');
            let keep = !self.raw_fragment.is_empty()
                && is_valid_encoded(&self.raw_fragment, Part::Fragment)
                && unescape(&self.raw_fragment, Part::Fragment)
                    .is_ok_and(|fragment| fragment == self.fragment);
            if keep {
                out.push_str(&self.raw_fragment);
            } else {
                out.push_str(&escape(&self.fragment, Part::Fragment));
            }
        }
        f.write_str(&out)
    }
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[test]
    fn prints_as_go_does() {
        for (text, printed) in [
            ("https://10.5.0.1:6443", "https://10.5.0.1:6443"),
            ("HTTPS://Example.com/a b?x=1#y z", "https://Example.com/a%20b?x=1#y%20z"),
            ("a:b:c", "a:b:c"),
            ("5", "5"),
            ("https://[2001:db8::1]:6443/", "https://[2001:db8::1]:6443/"),
            ("grpc://u:p@h/%7Ea", "grpc://u:p@h/%7Ea"),
            ("http://h?", "http://h?"),
            ("/a%2Fb", "/a%2Fb"),
            ("*", "*"),
        ] {
            assert_eq!(text.parse::<Url>().unwrap().to_string(), printed, "{text}");
        }
    }

    #[test]
    fn refuses_what_go_refuses() {
        for text in [":a", "1:2", "http://[::1", "http://h:x", "http://a b/", "http://%zz", "/%z"] {
            assert!(text.parse::<Url>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_patch_keeps_the_parts_that_it_does_not_have() {
        let mut url: Url = "https://a:1/path?q=1".parse().unwrap();
        assert!(url.merge(&"https://b:2".parse().unwrap()).is_ok());
        assert_eq!(url.to_string(), "https://b:2/path?q=1");
    }
}
