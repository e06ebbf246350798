//! Which keys hold secrets, for whatever shows untyped values or source text to people.

/// Whether what stands behind a key of this name must not be shown.
///
/// Goes by the name alone, with `-`, `_` and case not counted: it errs on the side of hiding.
/// Names are those of Talos' machine configuration, of Omni's resources and of the Cilium chart.
///
/// ```
/// assert!(manifest::holds_secret("bootstrap-token"));
/// assert!(!manifest::holds_secret("secretName"));
/// ```
#[must_use]
pub fn holds_secret(key: &str) -> bool {
    let name: String =
        key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    match name.as_str() {
        "key" | "auth" => true,
        // The name of a Kubernetes Secret, not its content.
        _ if name.starts_with("existing") => false,
        _ => SECRET_ENDINGS.iter().any(|ending| name.ends_with(ending)),
    }
}

const SECRET_ENDINGS: [&str; 14] = [
    "token",
    "secret",
    "password",
    "passphrase",
    "privatekey",
    "presharedkey",
    "encryptionkey",
    "signingkey",
    "secretkey",
    "accesskey",
    "apikey",
    // `OMNI_SERVICE_ACCOUNT_KEY`, `SIDERO_SERVICE_ACCOUNT_KEY`: variables of Omni's tools.
    "serviceaccountkey",
    // Headers of HTTP.
    "authorization",
    "cookie",
];

#[cfg(test)]
mod tests {
    use super::holds_secret;

    #[test]
    fn names_of_secrets_are_known_in_every_spelling() {
        for key in [
            "token",
            "key",
            "secret",
            "password",
            "passphrase",
            "privateKey",
            "private_key",
            "PRESHARED-KEY",
            "aescbcEncryptionSecret",
            "secretboxEncryptionSecret",
            "identityToken",
            "join_token",
            "OMNI_SERVICE_ACCOUNT_KEY",
            "SIDERO_SERVICE_ACCOUNT_KEY",
        ] {
            assert!(holds_secret(key), "{key}");
        }
    }

    #[test]
    fn names_of_public_things_are_not_secrets() {
        for key in [
            "crt",
            "publicKey",
            "topologyKey",
            "secretName",
            "existingSecret",
            "keys",
            "tokens",
            "serviceAccount",
            "",
        ] {
            assert!(!holds_secret(key), "{key}");
        }
    }
}
