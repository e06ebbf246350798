//! Keys and service accounts.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use manifest::Secret;
use omni_client::client::pgp::{KeyError, SigningKey, verify};
use omni_client::client::{AccountError, ServiceAccount};

use omni_test_server::{NOW, account};

const ARMORED: &str = omni_test_server::ACCOUNT;
const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

#[test]
fn reads_the_key_of_upstreams_library() {
    let key = SigningKey::read(&Secret::new(ARMORED)).unwrap();
    assert_eq!(key.fingerprint().to_string(), "9967de78e268b49940984b1f9f5bfc017a041e31");
    assert_eq!(key.expires(), Some(1_760_000_000 + 31_536_000));
}

#[test]
fn refuses_what_is_no_key_of_omni() {
    let read = |text: &str| SigningKey::read(&Secret::new(text)).unwrap_err();
    assert_eq!(read(""), KeyError::NotArmored);
    assert_eq!(read(&ARMORED.replace("PRIVATE", "PUBLIC")), KeyError::NotArmored);
    let data = STANDARD
        .decode(ARMORED.lines().skip(2).take_while(|line| !line.starts_with('=')).collect::<String>())
        .unwrap();
    let armored = |data: &[u8]| {
        let text = STANDARD.encode(data);
        format!("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n{text}\n-----END PGP PRIVATE KEY BLOCK-----\n")
    };
    SigningKey::read(&Secret::new(armored(&data))).unwrap();
    let with = |place: usize, byte: u8| {
        let mut data = data.clone();
        data[place] = byte;
        read(&armored(&data))
    };
    assert_eq!(with(2, 6), KeyError::Kind { version: 6, algorithm: 22 });
    assert_eq!(with(7, 1), KeyError::Kind { version: 4, algorithm: 1 });
    // The byte behind the public part says how the secret one is locked.
    assert_eq!(with(53, 254), KeyError::Locked);
    // One bit of the secret: neither its sum nor the public part fits any more.
    assert_eq!(with(60, data[60] ^ 1), KeyError::Damaged);
    for length in 0..90 {
        let error = read(&armored(&data[..length]));
        assert!(matches!(error, KeyError::Damaged | KeyError::NotArmored), "{length}: {error}");
    }
}

#[test]
fn makes_accounts_that_read_back_and_sign() {
    let made = ServiceAccount::create("ci", [7; 32], NOW, YEAR).unwrap();
    assert_eq!(made.key.expires(), Some(NOW + YEAR.as_secs()));
    let read = ServiceAccount::decode(&made.encode()).unwrap();
    assert_eq!((&read.name, read.key.fingerprint()), (&made.name, made.key.fingerprint()));
    let signature = read.key.sign(b"text", NOW);
    verify(&made.key.public_point(), b"text", &signature).unwrap();
    let public = made.key.public_armored();
    assert!(public.starts_with("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"), "{public}");
}

/// Numbers in packets lose their leading zeros; one key in 256 has some.
#[test]
fn makes_keys_and_signatures_whatever_their_first_bytes() {
    for first in 0..=255_u8 {
        let mut seed = [first; 32];
        seed[0] = first.wrapping_mul(3);
        seed[1] = 0;
        let made = ServiceAccount::create("ci", seed, NOW, YEAR).unwrap();
        for text in [b"a", b"b", b"c", b"d"] {
            verify(&made.key.public_point(), text, &made.key.sign(text, NOW)).unwrap();
        }
    }
    ServiceAccount::create("ci", [0; 32], NOW, YEAR).unwrap();
}

#[test]
fn names_of_providers_keep_their_prefix_and_bad_names_are_refused() {
    let made = ServiceAccount::create("infra-provider:bare", [7; 32], NOW, YEAR).unwrap();
    assert_eq!(made.name, "infra-provider:bare");
    for name in ["", "two words", "infra-provider:", "über"] {
        assert_eq!(ServiceAccount::create(name, [7; 32], NOW, YEAR).unwrap_err(), AccountError::Name);
    }
}

#[test]
fn refuses_texts_that_are_no_accounts() {
    let decode = |text: &str| ServiceAccount::decode(&Secret::new(text)).unwrap_err();
    assert_eq!(decode("?"), AccountError::NotBase64);
    assert_eq!(decode(&STANDARD.encode("[]")), AccountError::NotJson);
    assert_eq!(decode(&STANDARD.encode(r#"{"name": "a b", "pgp_key": ""}"#)), AccountError::Name);
    let error = decode(&STANDARD.encode(r#"{"name": "ci", "pgp_key": "hunter2"}"#));
    assert_eq!(error, AccountError::Key(KeyError::NotArmored));
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[test]
fn shows_no_secret() {
    let account = account();
    let secret = ARMORED.lines().nth(3).unwrap();
    let shown = format!("{account:?} {:?} {}", account.encode(), account.encode());
    assert!(!shown.contains(secret) && !shown.contains("PRIVATE"), "{shown}");
    assert!(account.encode().expose().len() > 500);
}
