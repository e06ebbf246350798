//! Where a server is.

use std::fmt;
use std::str::FromStr;

use http::Uri;

/// The address of a server: what `OMNI_ENDPOINT` and the contexts of an omniconfig hold.
///
/// As omnictl reads it (`client/pkg/client/client.go`): `https` is TLS, port 443 unless another one is named; any other
/// scheme is HTTP/2 without TLS, port 80. The path says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    tls: bool,
    host: String,
    port: u16,
}

/// A text that is no address of a server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the endpoint `{0}` is not a URL such as `https://example.omni.siderolabs.io`")]
pub struct ParseEndpointError(String);

impl Endpoint {
    /// Whether the server is spoken to through TLS.
    #[must_use]
    pub fn is_tls(&self) -> bool {
        self.tls
    }

    /// The name or address of the machine.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host and its port, as `host:port`.
    #[must_use]
    pub fn authority(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

impl FromStr for Endpoint {
    type Err = ParseEndpointError;

    fn from_str(text: &str) -> Result<Self, ParseEndpointError> {
        // A password in it is not repeated.
        let shown = || text.rsplit_once('@').map_or(text, |(_, rest)| rest).to_owned();
        let uri: Uri = text.trim().parse().map_err(|_| ParseEndpointError(shown()))?;
        let host = uri.host().filter(|host| !host.is_empty());
        let scheme = uri.scheme_str().filter(|scheme| !scheme.is_empty());
        let (Some(scheme), Some(host)) = (scheme, host) else {
            return Err(ParseEndpointError(shown()));
        };
        let tls = scheme == "https";
        let port = uri.port_u16().unwrap_or(if tls { 443 } else { 80 });
        Ok(Self { tls, host: host.to_owned(), port })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.tls { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.authority())
    }
}
