//! Signing of requests: `pkg/message` of `siderolabs/go-api-signature`.

use std::sync::Arc;
use std::task::{Context, Poll};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::{Request, Response};
use serde_json::{Map, Value, json};
use tower::{Layer, Service};

use super::{ServiceAccount, Surroundings};

/// The time of signing, in seconds since 1970.
pub const TIMESTAMP: &str = "x-sidero-timestamp";
/// What is signed.
pub const PAYLOAD: &str = "x-sidero-payload";
/// The signature, with who made it.
pub const SIGNATURE: &str = "x-sidero-signature";

/// The headers that the signature covers, besides the time. (Upstream's list has `fieldSelectors`, too, but looks it up
/// in a way that never finds it.)
const COVERED: [&str; 8] =
    ["authorization", "cluster", "context", "namespace", "nodes", "runtime", "selectors", "uid"];

/// The text that is signed: the method, and the headers that matter. Headers that are not there are left out.
///
/// `method` is the full name with a slash in front, such as `/cosi.resource.State/Get`.
#[must_use]
pub fn payload(method: &str, headers: &HeaderMap) -> String {
    let mut covered = Map::new();
    for name in COVERED.into_iter().chain([TIMESTAMP]) {
        let values: Vec<_> = headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        if !values.is_empty() {
            covered.insert(name.to_owned(), json!(values));
        }
    }
    ascii(&json!({ "headers": Value::Object(covered), "method": method }).to_string())
}

/// Adds the three headers of a signature to those of a call.
pub fn sign(method: &str, headers: &mut HeaderMap, account: &ServiceAccount, now: u64) {
    for name in [TIMESTAMP, PAYLOAD, SIGNATURE] {
        headers.remove(name);
    }
    let mut set = |name, text: &str, secret| {
        // All three are ASCII without control characters: digits, escaped JSON, a checked name and base64.
        if let Ok(mut value) = HeaderValue::from_str(text) {
            value.set_sensitive(secret);
            headers.insert(HeaderName::from_static(name), value);
        }
        payload(method, headers)
    };
    let payload = set(TIMESTAMP, &now.to_string(), false);
    set(PAYLOAD, &payload, false);
    let signature = STANDARD.encode(account.key.sign(payload.as_bytes(), now));
    let ServiceAccount { name, key } = account;
    set(SIGNATURE, &format!("siderov1 {name} {} {signature}", key.fingerprint()), true);
}

/// JSON without a character that a header cannot carry.
fn ascii(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            text.push(c);
        } else {
            let mut units = [0; 2];
            text.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    text
}

/// Signs every request that goes through it, at the last moment, so that retries have signatures of their own.
#[derive(Clone)]
pub struct Signing {
    account: Option<Arc<ServiceAccount>>,
    surroundings: Arc<dyn Surroundings>,
}

impl Signing {
    /// Signs for this account; without one, requests stay as they are.
    #[must_use]
    pub fn new(account: Option<Arc<ServiceAccount>>, surroundings: Arc<dyn Surroundings>) -> Self {
        Self { account, surroundings }
    }
}

impl<S> Layer<S> for Signing {
    type Service = Signed<S>;

    fn layer(&self, inner: S) -> Signed<S> {
        Signed { inner, signing: self.clone() }
    }
}

/// A service whose requests are signed.
#[derive(Clone)]
pub struct Signed<S> {
    inner: S,
    signing: Signing,
}

impl<S, Sent, Received> Service<Request<Sent>> for Signed<S>
where
    S: Service<Request<Sent>, Response = Response<Received>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Sent>) -> Self::Future {
        if let Some(account) = &self.signing.account {
            let method = request.uri().path().to_owned();
            sign(&method, request.headers_mut(), account, self.signing.surroundings.now());
        }
        self.inner.call(request)
    }
}
