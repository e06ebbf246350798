//! Signatures: upstream's test vector, and what is covered.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue};
use omni_client::client::pgp;
use omni_client::client::sign::{PAYLOAD, SIGNATURE, TIMESTAMP, payload, sign};
use serde_json::{Value, json};

use omni_test_server::{NOW, account};

const GET: &str = "/cosi.resource.State/Get";

#[test]
fn takes_the_signatures_of_upstreams_library() {
    let point = account().key.public_point();
    let payload = include_bytes!("data/payload.json");
    for signature in [include_str!("data/sha256.sig"), include_str!("data/sha512.sig")] {
        let signature = STANDARD.decode(signature.trim()).unwrap();
        pgp::verify(&point, payload, &signature).unwrap();
        let other = [&payload[..], b" "].concat();
        assert_eq!(pgp::verify(&point, &other, &signature), Err(pgp::BadSignature::Wrong));
        for cut in 0..signature.len() {
            assert!(pgp::verify(&point, payload, &signature[..cut]).is_err());
        }
    }
}

#[test]
fn says_what_upstream_says_without_the_nulls() {
    let mut headers = HeaderMap::new();
    headers.insert(TIMESTAMP, HeaderValue::from_static("1760000100"));
    let ours: Value = serde_json::from_str(&payload(GET, &headers)).unwrap();
    let mut theirs: Value = serde_json::from_slice(include_bytes!("data/payload.json")).unwrap();
    theirs["headers"].as_object_mut().unwrap().retain(|_, value| !value.is_null());
    assert_eq!(ours, theirs);
}

#[test]
fn covers_all_values_of_the_headers_that_matter_and_no_others() {
    let mut headers = HeaderMap::new();
    for (name, value) in
        [("nodes", "a"), ("nodes", "b"), ("node", "c"), ("context", "prod"), ("te", "trailers")]
    {
        headers.append(name, HeaderValue::from_static(value));
    }
    let read: Value = serde_json::from_str(&payload(GET, &headers)).unwrap();
    assert_eq!(read, json!({"headers": {"nodes": ["a", "b"], "context": ["prod"]}, "method": GET}));
}

#[test]
fn writes_a_signature_that_holds_over_the_bytes_that_are_sent() {
    let mut headers = HeaderMap::new();
    headers.insert("context", HeaderValue::from_static("prod"));
    // A stale one is replaced.
    headers.insert(SIGNATURE, HeaderValue::from_static("siderov1 old"));
    sign(GET, &mut headers, &account(), NOW);
    let header = |name: &str| headers.get(name).unwrap().to_str().unwrap();
    assert_eq!(header(TIMESTAMP), "1760000100");
    let (start, signature) = header(SIGNATURE).rsplit_once(' ').unwrap();
    assert_eq!(start, "siderov1 automation 9967de78e268b49940984b1f9f5bfc017a041e31");
    let signature = STANDARD.decode(signature).unwrap();
    pgp::verify(&account().key.public_point(), header(PAYLOAD).as_bytes(), &signature).unwrap();
}

#[test]
fn shows_no_signature() {
    let mut headers = HeaderMap::new();
    sign(GET, &mut headers, &account(), NOW);
    let shown = format!("{headers:?}");
    assert!(!shown.contains("siderov1"), "{shown}");
}
