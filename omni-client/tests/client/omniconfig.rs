//! Addresses and omnictl's configuration.

use manifest::Source;
use omni_client::client::{Endpoint, Omniconfig, OmniconfigError};

const CONFIG: &str = "\
contexts:
  prod:
    url: https://example.omni.siderolabs.io
    auth: {siderov1: {identity: me@example.com}, basic: old}
    later: true
  local: {url: 'grpc://127.0.0.1:8080'}
context: prod
";

#[test]
fn a_context_is_the_selected_or_the_named_one() {
    let config = Omniconfig::read(&Source::new("config", CONFIG)).unwrap();
    let prod = config.context(None).unwrap();
    assert_eq!(prod.identity, "me@example.com");
    assert_eq!(prod.endpoint().unwrap().to_string(), "https://example.omni.siderolabs.io:443");
    let local = config.context(Some("local")).unwrap().endpoint().unwrap();
    assert_eq!(local.to_string(), "http://127.0.0.1:8080");
    let missing = config.context(Some("test")).unwrap_err();
    assert_eq!(missing.to_string(), "context not found: test");
}

#[test]
fn what_is_no_omniconfig_is_said() {
    let read = |text: &str| Omniconfig::read(&Source::new("config", text));
    assert_eq!(read("").unwrap(), Omniconfig::default());
    assert!(matches!(read("contexts: ["), Err(OmniconfigError::Unreadable(_))));
}

#[test]
fn addresses_are_read_as_omnictl_does() {
    for (text, read) in [
        ("https://a", "https://a:443"),
        ("https://a:8443/path?x=1", "https://a:8443"),
        ("http://a", "http://a:80"),
        ("grpc://a", "http://a:80"),
        ("other://a:1", "http://a:1"),
        ("https://[::1]:8443", "https://[::1]:8443"),
    ] {
        let endpoint: Endpoint = text.parse().unwrap();
        assert_eq!(endpoint.to_string(), read, "{text}");
    }
    for text in ["", "a", "a:443", "https://", "/path"] {
        text.parse::<Endpoint>().unwrap_err();
    }
    for text in ["://me:hunter2@a", "https://me:hunter2@", "me:hunter2@a"] {
        let error = text.parse::<Endpoint>().unwrap_err();
        assert!(!error.to_string().contains("hunter2"), "{error}");
    }
}
